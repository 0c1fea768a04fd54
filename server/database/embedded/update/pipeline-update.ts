import { type PipelineContext, parsePipeline } from '../aggregation/pipeline.ts';
import type { Scope } from '../aggregation/scope.ts';
import { EngineError } from '../errors.ts';
import { elements, type, type Value } from '../values/bson.ts';

/** The stages an update may have: those which give one document for one. */
export const updateStages = ['$addFields', '$set', '$project', '$unset', '$replaceRoot', '$replaceWith'];

/** Parses an update by an aggregation pipeline: what it makes of a document. */
export function parsePipelineUpdate(stages: readonly Value[], scope: Scope): (document: Value) => Value {
  const context: PipelineContext = { scope, read: () => [], parse: parsePipeline };
  const parsed = parsePipeline(stages, context);
  for (const stage of stages) {
    const name = stage.type === type.object ? elements(stage)[0]?.name : undefined;
    if (name !== undefined && !updateStages.includes(name))
      throw new EngineError(72, `${name} is not allowed to be used within an update`);
  }
  return (document) => {
    let current = document;
    for (const stage of parsed) for (const changed of stage.run([current])) current = changed ?? current;
    return current;
  };
}
