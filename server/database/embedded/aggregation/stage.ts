import type { Filter } from '../query/filter.ts';
import type { IndexField } from '../storage/index-keys.ts';
import type { Value } from '../values/bson.ts';
import type { Scope } from './scope.ts';

/** Documents on their way; undefined means «nothing yet», where the consumer may pause. */
export type Stream = Iterable<Value | undefined>;

/** One parsed stage; what the query itself can do (filter, order, window) is known by its kind. */
export type Stage =
  | { kind: 'match'; filter: Filter; run: (input: Stream) => Stream }
  | { kind: 'sort'; sort: IndexField[]; run: (input: Stream) => Stream }
  | { kind: 'skip' | 'limit'; count: number; run: (input: Stream) => Stream }
  | { kind: 'other'; run: (input: Stream) => Stream }
  /** Needs no more of its input than how many documents it has; gives nothing for none. */
  | { kind: 'count'; counted: (count: number) => Value; run: (input: Stream) => Stream }
  | { kind: 'documents'; run: (input: Stream) => Stream }
  | { kind: 'write'; write: PipelineWrite; run: (input: Stream) => Stream };

/** What the last stage does with the results: `$out` replaces a collection by them, `$merge` merges them into one. */
export type PipelineWrite = { database: string | undefined; collection: string } & (
  | { mode: 'replace' }
  | {
      mode: 'merge';
      on: string[] | undefined;
      whenMatched: 'replace' | 'keepExisting' | 'merge' | 'fail' | ((document: Value, incoming: Value) => Value);
      whenNotMatched: 'insert' | 'discard' | 'fail';
    }
);

/** What stages need besides their input. */
export type PipelineContext = {
  scope: Scope;
  /** Runs stages over a collection of the same database, by its indexes; over nothing without a collection. */
  run(collection: string | undefined, stages: readonly Stage[]): Stream;
  /** The sessions the server knows. */
  localSessions(): Stream;
  /** Parses a pipeline within a stage. */
  parse(pipeline: readonly Value[], context: PipelineContext): Stage[];
};

export type StageParser = (value: Value, context: PipelineContext, name: string) => Stage;

export function mapped(change: (document: Value) => Value): (input: Stream) => Stream {
  return function* map(input) {
    for (const document of input) yield document && change(document);
  };
}

/** Stages one after the other. */
export function runStages(stages: readonly Stage[], input: Stream): Stream {
  return stages.reduce<Stream>((stream, stage) => stage.run(stream), input);
}

/** The bytes a stage may hold in memory, as MongoDB limits them. */
export const maximumStageBytes = 100 * 1024 * 1024;
