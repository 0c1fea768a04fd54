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
  | { kind: 'other'; run: (input: Stream) => Stream };

/** What stages need besides their input. */
export type PipelineContext = {
  scope: Scope;
  /** Documents of another collection of the same database that match, found by its indexes. */
  read(collection: string, filter: Filter): Stream;
  /** Parses a pipeline within a stage. */
  parse(pipeline: readonly Value[], context: PipelineContext): Stage[];
};

export type StageParser = (value: Value, context: PipelineContext, name: string) => Stage;

export function mapped(change: (document: Value) => Value): (input: Stream) => Stream {
  return function* map(input) {
    for (const document of input) yield document && change(document);
  };
}
