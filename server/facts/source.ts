import type { Model, QueryFilter, Types } from 'mongoose';
import { unscoped } from '../database/guard.ts';
import type { Fact } from './rules/fact.ts';

/** The facts of one record, under a key that is the same as long as the record lives. */
export interface FactsOfRecord {
  key: string;
  facts: Fact[];
}

/** Where the facts about one kind of record come from. Whoever asks answers for who may see them. */
export interface FactSource {
  /** As the log of changes names the records whose changes matter. */
  resources: readonly string[];
  all(): AsyncIterable<FactsOfRecord>;
  /** Those of these changed records, as they stand now. */
  of(resource: string, ids: readonly string[]): Promise<FactsOfRecord[]>;
}

const forFigures = unscoped('figures are made of all records and shown within the caller’s division');
const atOnce = 500;

/** The facts that follow from single records of a model, of those that the filter takes in. */
export function factsOfModel<Record extends { _id: Types.ObjectId }>(
  model: Model<Record>,
  resource: string,
  factsOf: (record: Record) => Fact[],
  filter: QueryFilter<Record> = {},
): FactSource {
  const told = (record: Record): FactsOfRecord => ({
    key: `${resource}|${record._id.toHexString()}`,
    facts: factsOf(record),
  });
  return {
    resources: [resource],
    async *all() {
      const found = model
        .find(filter, null, { ...forFigures, batchSize: atOnce })
        .lean<Record[]>()
        .cursor();
      for await (const record of found) yield told(record as unknown as Record);
    },
    async of(_resource, ids) {
      const found = await model
        .find({ $and: [filter, { _id: { $in: ids } }] } as object, null, forFigures)
        .lean<Record[]>();
      return found.map(told);
    },
  };
}
