import { EngineError } from '../errors.ts';
import { elements, type, type Value } from '../values/bson.ts';
import { noStage } from './elsewhere.ts';
import { parseGroup } from './group.ts';
import type { PipelineContext, Stage, StageParser } from './stage.ts';
import { parseBucket, parseDocuments, parseFacet, parseSortByCount, parseUnionWith } from './stages/compose.ts';
import { parseListLocalSessions, parseListSearchIndexes } from './stages/deployment.ts';
import { parseGraphLookup } from './stages/graph-lookup.ts';
import { parseLookup } from './stages/lookup.ts';
import { parseMatch } from './stages/match.ts';
import { parseMerge, parseOut } from './stages/output.ts';
import { parseAdd, parseProject, parseReplaceRoot, parseUnset } from './stages/project.ts';
import { parseSample } from './stages/sample.ts';
import { parseSortStage } from './stages/sort.ts';
import { parseUnwind } from './stages/unwind.ts';
import { parseCount, parseLimit, parseSkip } from './stages/window.ts';

export type { PipelineContext, Stage, Stream } from './stage.ts';
export { runStages } from './stage.ts';

/** The stages on the allow-list. */
export const stages: { readonly [name: string]: StageParser } = {
  $match: parseMatch,
  $group: parseGroup,
  $sort: parseSortStage,
  $project: parseProject,
  $addFields: parseAdd,
  $set: parseAdd,
  $unset: parseUnset,
  $limit: parseLimit,
  $skip: parseSkip,
  $count: parseCount,
  $unwind: parseUnwind,
  $replaceRoot: parseReplaceRoot,
  $replaceWith: parseReplaceRoot,
  $sample: parseSample,
  $lookup: parseLookup,
  $graphLookup: parseGraphLookup,
  $unionWith: parseUnionWith,
  $facet: parseFacet,
  $bucket: parseBucket,
  $sortByCount: parseSortByCount,
  $documents: parseDocuments,
  $listLocalSessions: parseListLocalSessions,
  $listSearchIndexes: parseListSearchIndexes,
  $out: parseOut,
  $merge: parseMerge,
};

function parseStage(stage: Value, context: PipelineContext, isFirst: boolean, isLast: boolean): Stage {
  const members = stage.type === type.object ? elements(stage) : [];
  const [member] = members;
  if (!member || members.length !== 1) {
    throw new EngineError(40323, 'A pipeline stage specification object must contain exactly one field.');
  }
  const { name, value } = member;
  const parse = Object.hasOwn(stages, name) ? stages[name] : undefined;
  if (!parse) throw noStage(name);
  if (!isLast && (name === '$out' || name === '$merge'))
    throw new EngineError(40601, `${name} can only be the final stage in the pipeline`);
  if (!isFirst && (name === '$documents' || name === '$listLocalSessions'))
    throw new EngineError(40602, `${name} is only valid as the first stage in a pipeline`);
  return parse(value, context, name);
}

export function parsePipeline(pipeline: readonly Value[], context: PipelineContext): Stage[] {
  return pipeline.map((stage, index) => parseStage(stage, context, index === 0, index === pipeline.length - 1));
}
