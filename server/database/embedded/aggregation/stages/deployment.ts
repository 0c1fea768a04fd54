import { EngineError, searchNotEnabled, unsupported } from '../../errors.ts';
import { elements, type, type Value } from '../../values/bson.ts';
import type { PipelineContext, Stage } from '../stage.ts';

/** `$listLocalSessions`: the sessions this server knows, as documents. */
export function parseListLocalSessions(value: Value, context: PipelineContext): Stage {
  if (value.type !== type.object) throw new EngineError(9, '$listLocalSessions options must be specified in an object');
  const [option] = elements(value);
  if (option) throw unsupported(`the option ${option.name} of $listLocalSessions`, 40324);
  return { kind: 'documents', run: () => context.localSessions() };
}

/** `$listSearchIndexes` answers as everywhere outside of MongoDB Atlas. */
export function parseListSearchIndexes(): never {
  throw searchNotEnabled();
}
