import { parsePipeline } from '../aggregation/pipeline.ts';
import type { Scope } from '../aggregation/scope.ts';
import { parsePipelineStages } from '../aggregation/stages/update-stages.ts';
import type { Value } from '../values/bson.ts';

/** Parses an update by an aggregation pipeline: what it makes of a document. */
export function parsePipelineUpdate(stages: readonly Value[], scope: Scope): (document: Value) => Value {
  return parsePipelineStages(stages, { scope, run: () => [], localSessions: () => [], parse: parsePipeline }, 'update');
}
