import mongoose from 'mongoose';
import { type Figure, sideBySide } from '../harness.ts';
import { encoded, type Readings } from './records.ts';

const { BSON } = mongoose.mongo;

type Group = { n: number; sum: number; most: number };

function groupInJavaScript(documents: readonly Buffer[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const bytes of documents) {
    const { device, value } = BSON.deserialize(bytes);
    const group = groups.get(device) ?? { n: 0, sum: 0, most: Number.NEGATIVE_INFINITY };
    group.n++;
    group.sum += value;
    group.most = Math.max(group.most, value);
    groups.set(device, group);
  }
  return groups;
}

/** $group over the whole collection, against the same loop in JavaScript over the documents' BSON in memory. */
export async function grouping(readings: Readings, stored: number): Promise<Figure[]> {
  const documents = Array.from({ length: stored }, (_, n) => encoded(n));
  const perSecond = async (work: () => Promise<number> | number): Promise<number> => {
    const started = performance.now();
    const groups = await work();
    if (groups !== 500) throw new Error(`${groups} groups, not 500`);
    return (stored / (performance.now() - started)) * 1000;
  };
  const group = { _id: '$device', n: { $sum: 1 }, mean: { $avg: '$value' }, most: { $max: '$value' } };
  const found = await sideBySide(
    () => perSecond(async () => (await readings.aggregate([{ $group: group }]).toArray()).length),
    () => perSecond(() => groupInJavaScript(documents).size),
  );
  return [
    {
      name: `$group over ${stored.toLocaleString('en-US')} documents`,
      unit: 'documents/s',
      value: found.value,
      baseline: { name: 'BSON.deserialize and a loop', value: found.baseline },
      aim: 0.5,
      boundBy: 'reading each entry from LMDB, then the accumulators',
    },
  ];
}
