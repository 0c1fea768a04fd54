import { EngineError } from '../../errors.ts';
import { elements, type, type Value } from '../../values/bson.ts';
import type { PipelineContext } from '../stage.ts';

/** The stages an update may have: those which give one document for one. */
export const updateStages = ['$addFields', '$set', '$project', '$unset', '$replaceRoot', '$replaceWith'];

/** Parses a pipeline that changes one document: of an update, or of `$merge`. */
export function parsePipelineStages(
  stages: readonly Value[],
  context: PipelineContext,
  within: string,
): (document: Value) => Value {
  const parsed = context.parse(stages, context);
  for (const stage of stages) {
    const name = stage.type === type.object ? elements(stage)[0]?.name : undefined;
    if (name !== undefined && !updateStages.includes(name))
      throw new EngineError(72, `${name} is not allowed to be used within an ${within}`);
  }
  return (document) => {
    let current = document;
    for (const stage of parsed) for (const changed of stage.run([current])) current = changed ?? current;
    return current;
  };
}
