import { commandScope } from '../aggregation/expression.ts';
import type { Scope } from '../aggregation/scope.ts';
import type { Command } from './command.ts';

/** What the command's expressions may refer to: its `let`, and the time it began. */
export function scopeOf(command: Command): Scope {
  return commandScope(command.document('let'), Date.now());
}
