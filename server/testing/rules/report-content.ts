import type { Bilingual } from '../../http/fields.ts';
import type { ResultRecord, SampleRecord } from '../model.ts';

/** All that a report says, frozen on the day of issue. The items are those of ISO/IEC 17025:2017, 7.8.2 and 7.8.3. */
export interface ReportContent {
  laboratory: { name: string; address?: string; accreditation?: string };
  customer: string;
  /** Where a customer who is not the authority itself is at home (7.8.2.1 e). */
  customerAddress?: string;
  sample: {
    number: string;
    product: string;
    batchCode: string;
    producer: string;
    planKind: string;
    drawnAt: string;
    place?: string;
    samplers: string[];
    sealNumber?: string;
    retainedSeal?: string;
    receivedAt?: string;
    condition?: string;
    temperature?: number;
  };
  testedFrom?: string;
  testedTo?: string;
  /** Of some results only the entry is known, and stands for the time of the test. */
  testedByEntry?: boolean;
  results: ReportedResult[];
  verdict: SampleRecord['verdict'];
  /** Departures from how it should have been: at receipt, and from what the law asks of the sampling. */
  deviations: Bilingual[];
  /** Tests that were given up, with the reason. */
  notTested: { analyte: string; reason: string }[];
  testedBy: string[];
  authorizedBy: string;
  /** What these people were called on the day of issue. */
  people: { username: string; name: string }[];
}

export interface ReportedResult {
  analyte: string;
  analyteEn?: string;
  value: string;
  unit: string;
  method?: string;
  lod?: string;
  loq?: string;
  uncertainty?: string;
  instrument?: string;
  /** Done by another laboratory (7.8.2.1 p). */
  provider?: string;
  limit?: string;
  standard?: string;
  verdict: ResultRecord['verdict']['verdict'];
  decisionRule?: string;
  explanation: Bilingual;
}

export function reportContent(
  sample: SampleRecord,
  facts: Pick<ReportContent, 'laboratory' | 'customer' | 'customerAddress' | 'authorizedBy'> & {
    lacking: Bilingual[];
    names: ReadonlyMap<string, string>;
  },
): ReportContent {
  const { laboratory, customer, customerAddress, authorizedBy, lacking, names } = facts;
  const receipt = sample.custody?.find(({ act }) => act === 'receive');
  const received = receipt?.at ?? sample.history.find(({ verb }) => verb === 'receive')?.at;
  const times = sample.results
    .map(({ measuredAt, enteredAt }) => (measuredAt ?? enteredAt).getTime())
    .sort((a, b) => a - b);
  const { deviation } = sample;
  return {
    laboratory,
    customer,
    ...(customerAddress && { customerAddress }),
    sample: {
      number: sample.number,
      product: sample.productName,
      batchCode: sample.batchCode,
      producer: sample.producerName,
      planKind: sample.planKind,
      drawnAt: sample.drawnAt.toISOString(),
      ...(sample.place && { place: sample.place }),
      samplers: [...sample.samplers],
      ...(sample.sealNumber && { sealNumber: sample.sealNumber }),
      ...(sample.retained && { retainedSeal: sample.retained.sealNumber }),
      ...(received && { receivedAt: received.toISOString() }),
      ...(receipt?.condition && { condition: receipt.condition }),
      ...(receipt?.temperature !== undefined && { temperature: receipt.temperature }),
    },
    ...(times[0] !== undefined && { testedFrom: new Date(times[0]).toISOString() }),
    ...(times.length > 0 && { testedTo: new Date(times.at(-1) ?? 0).toISOString() }),
    ...(sample.results.some(({ measuredAt }) => !measuredAt) && { testedByEntry: true }),
    results: sample.results.map(reported),
    verdict: sample.verdict,
    deviations: [
      ...(deviation
        ? [
            {
              zh: `${deviation.text}（委托方同意：${deviation.agreedBy}）`,
              en: `${deviation.text} (agreed by ${deviation.agreedBy} for the customer)`,
            },
          ]
        : []),
      ...lacking,
    ],
    notTested: (sample.tests ?? [])
      .filter(({ state }) => state === 'rejected')
      .map(({ analyte, reason = '' }) => ({ analyte, reason })),
    testedBy: testersOf(sample),
    authorizedBy,
    people: [...names].map(([username, name]) => ({ username, name })),
  };
}

export function testersOf({ results }: Pick<SampleRecord, 'results'>): string[] {
  return [...new Set(results.map(({ enteredBy }) => enteredBy))];
}

function reported(result: ResultRecord): ReportedResult {
  const { analyte, analyteEn, value, unit, method, lod, loq, uncertainty, instrument, verdict } = result;
  return {
    analyte,
    ...(analyteEn && { analyteEn }),
    value,
    unit,
    ...(method && { method }),
    ...(lod && { lod }),
    ...(loq && { loq }),
    ...(uncertainty && { uncertainty }),
    ...(instrument && { instrument }),
    ...(verdict.limit && { limit: `${verdict.limit} ${verdict.unit ?? unit}` }),
    ...(verdict.standard && { standard: verdict.standard }),
    verdict: verdict.verdict,
    ...(verdict.decisionRule && { decisionRule: verdict.decisionRule }),
    explanation: verdict.explanation,
  };
}
