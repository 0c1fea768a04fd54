import type { z } from 'zod';
import type { Bilingual } from '../../http/fields.ts';
import type { Caller } from '../../identity/caller.ts';
import type { SampleRecord } from '../model.ts';
import type { TestReportRecord } from '../reports/model.ts';
import { verbsOf } from '../verbs.ts';
import { nonconformityTransitions, whyNotTaken } from './lifecycle.ts';
import type { NonconformityRecord } from './model.ts';
import type { nonconformitySchema, nonconformitySummarySchema } from './schema.ts';
import { standingOf } from './standing.ts';

export type NonconformityView = z.infer<typeof nonconformitySchema>;
export type NonconformitySummary = z.infer<typeof nonconformitySummarySchema>;

export const otherLaboratory: Bilingual = {
  zh: '该不符合工作属于其他检测机构',
  en: 'the nonconforming work belongs to another laboratory',
};

export function summaryOf(record: NonconformityRecord): NonconformitySummary {
  const {
    _id,
    openKey: _,
    version: __,
    doubted,
    assessment: ___,
    history: ____,
    since,
    until,
    openedAt,
    ...rest
  } = record;
  return {
    id: _id.toHexString(),
    ...rest,
    ...(since && { since: since.toISOString() }),
    until: until.toISOString(),
    doubtedCount: doubted.length,
    openedAt: openedAt.toISOString(),
  };
}

/** @param samples those of the results in doubt, by id, as they are now */
export function nonconformityView(
  record: NonconformityRecord,
  caller: Caller,
  samples: ReadonlyMap<string, SampleRecord>,
  reports: readonly TestReportRecord[],
): NonconformityView {
  const { assessment, history } = record;
  return {
    ...summaryOf(record),
    doubted: record.doubted.map((each) => {
      const { sampleId, resultId, enteredAt, confirmed, setAside, ...rest } = each;
      const sample = sampleId && samples.get(sampleId.toHexString());
      return {
        ...rest,
        ...(sampleId && { sampleId: sampleId.toHexString(), sampleState: sample?.state ?? 'rejected' }),
        resultId: resultId.toHexString(),
        enteredAt: enteredAt.toISOString(),
        standing: standingOf(each, sample),
        ...(confirmed && { confirmed: { ...confirmed, at: confirmed.at.toISOString() } }),
        ...(setAside && { setAside: { ...setAside, at: setAside.at.toISOString() } }),
      };
    }),
    reports: reports.map(({ number }) => number),
    batches: [...new Set(record.doubted.map(({ batchCode }) => batchCode))],
    ...(assessment && { assessment: { ...assessment, at: assessment.at.toISOString() } }),
    history: history.map(({ verb, by, at, reason }) => ({
      verb,
      by,
      at: at.toISOString(),
      ...(reason !== undefined && { reason }),
    })),
    ...verbsOf(nonconformityTransitions, record, caller, {
      ofState: (verb, username) => whyNotTaken(record, verb, username),
      outOfReach: otherLaboratory,
    }),
  };
}
