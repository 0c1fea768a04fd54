import { EngineError, unsupported } from '../errors.ts';
import { elements, type, type Value } from '../values/bson.ts';
import { parseGroup } from './group.ts';
import type { PipelineContext, Stage, StageParser } from './stage.ts';
import { parseMatch } from './stages/match.ts';
import { parseAdd, parseProject, parseReplaceRoot, parseUnset } from './stages/project.ts';
import { parseSortStage } from './stages/sort.ts';
import { parseUnwind } from './stages/unwind.ts';
import { parseCount, parseLimit, parseSkip } from './stages/window.ts';

export type { PipelineContext, Stage, Stream } from './stage.ts';

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
};

export function parsePipeline(pipeline: readonly Value[], context: PipelineContext): Stage[] {
  return pipeline.map((stage) => {
    const members = stage.type === type.object ? elements(stage) : [];
    const [member] = members;
    if (!member || members.length !== 1) {
      throw new EngineError(40323, 'A pipeline stage specification object must contain exactly one field.');
    }
    const parse = Object.hasOwn(stages, member.name) ? stages[member.name] : undefined;
    if (!parse) throw unsupported(`the pipeline stage ${member.name}`, 40324);
    return parse(member.value, context, member.name);
  });
}
