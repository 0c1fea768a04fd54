import { EngineError } from '../../errors.ts';
import { parseFilter } from '../../query/filter.ts';
import { compileFilter } from '../../query/match.ts';
import { type, type Value } from '../../values/bson.ts';
import type { PipelineContext, Stage } from '../stage.ts';

export function parseMatch(value: Value, { scope }: PipelineContext): Stage {
  if (value.type !== type.object) throw new EngineError(15959, 'the match filter must be an expression in an object');
  const filter = parseFilter(value, scope);
  const matches = compileFilter(filter);
  return {
    kind: 'match',
    filter,
    *run(input) {
      for (const document of input) yield document && matches(document) ? document : undefined;
    },
  };
}
