import { EngineError } from '../../errors.ts';
import { type Filter, parseFilter } from '../../query/filter.ts';
import { compileFilter } from '../../query/match.ts';
import { type, type Value } from '../../values/bson.ts';
import type { PipelineContext, Stage } from '../stage.ts';

/** A `$match` of a filter that is parsed already. */
export function matchStage(filter: Filter): Stage {
  const matches = compileFilter(filter);
  return {
    kind: 'match',
    filter,
    *run(input) {
      for (const document of input) yield document && matches(document) ? document : undefined;
    },
  };
}

export function parseMatch(value: Value, { scope }: PipelineContext): Stage {
  if (value.type !== type.object) throw new EngineError(15959, 'the match filter must be an expression in an object');
  return matchStage(parseFilter(value, scope));
}
