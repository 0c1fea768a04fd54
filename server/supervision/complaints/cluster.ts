import type { Model } from 'mongoose';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import type { Work } from '../../database/transaction.ts';
import { levelOf, subtreeRange } from '../../divisions/rules.ts';
import { isCluster } from '../../warnings/index.ts';
import data from '../data/complaint-clusters.json' with { type: 'json' };
import type { SupervisionDependencies } from '../dependencies.ts';
import type { ComplaintRecord } from './model.ts';

const forTheCount = unscoped('complaints of a division are counted, and shown to nobody');
const dayLength = 86_400_000;

/** Warns where more people complain of one division than chance explains, held against the weeks before. */
export function createClusters(
  context: Context,
  Complaint: Model<ComplaintRecord>,
  { warnings, divisionName }: Pick<SupervisionDependencies, 'warnings' | 'divisionName'>,
) {
  const complainants = async (work: Work, divisionCode: string, from: Date, to: Date): Promise<string[]> => {
    const found = await Complaint.find(
      { divisionCode: subtreeRange(divisionCode), receivedAt: { $gt: from, $lte: to } },
      { phoneLookup: 1 },
      forTheCount,
    )
      .session(work.session)
      .lean<Pick<ComplaintRecord, 'phoneLookup'>[]>();
    // Those who gave no number cannot be told apart: all of them together count as one.
    return found.map(({ phoneLookup = 'anonymous' }) => phoneLookup);
  };

  return async (work: Work, { divisionCode }: Pick<ComplaintRecord, 'divisionCode'>): Promise<void> => {
    if (levelOf(divisionCode) === 'city') return;
    const now = context.clock();
    const since = new Date(now.getTime() - data.windowDays * dayLength);
    const before = new Date(since.getTime() - data.baselineDays * dayLength);
    const current = await complainants(work, divisionCode, since, now);
    const earlier = new Set(await complainants(work, divisionCode, before, since)).size;
    const expected = Math.max(data.leastExpected, (earlier * data.windowDays) / data.baselineDays);
    const { onceInDays, complainants: least, looksPerDay } = data;
    if (!isCluster({ onceInDays, complainants: least }, { complainants: current, expected, looksPerDay })) return;
    const count = new Set(current).size;
    const place = divisionName(divisionCode);
    await warnings.raise(work, {
      kind: 'complaint-cluster',
      level: 'orange',
      title: { zh: `投诉聚集：${place}`, en: `Complaints cluster: ${place}` },
      detail: {
        zh: `${data.windowDays} 日内有 ${count} 名投诉举报人，往常约 ${expected.toFixed(1)} 名`,
        en: `${count} complainants within ${data.windowDays} days; ${expected.toFixed(1)} are usual`,
      },
      divisionCode,
      conditionKey: `complaint-cluster|${divisionCode}`,
      at: now,
    });
  };
}
