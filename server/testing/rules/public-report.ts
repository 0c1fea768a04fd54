import type { ResultRecord, SampleRecord } from '../model.ts';

/** What anybody may see of a test report, as it is held against the audit log. Text and truth values alone: one form. */
export function publicReport(sample: SampleRecord) {
  return {
    sampleNumber: sample.number,
    batchCode: sample.batchCode,
    planKind: sample.planKind,
    drawnAt: sample.drawnAt.toISOString(),
    verified: sample.state === 'published',
    verdict: sample.verdict,
    results: sample.results.map(publicResult),
  };
}

/** What anybody may see of a result, on the page of its batch as in the report that the log vouches for. */
export function publicResult({
  analyte,
  value,
  unit,
  verdict,
  calibration,
}: Pick<ResultRecord, 'analyte' | 'value' | 'unit' | 'verdict' | 'calibration'>) {
  return {
    analyte,
    value,
    unit,
    verdict: verdict.verdict,
    ...(verdict.limit && { limit: `${verdict.limit} ${verdict.unit ?? unit}` }),
    ...(verdict.standard && { standard: verdict.standard }),
    ...((calibration === 'overdue' || calibration === 'failed') && { calibration }),
  };
}
