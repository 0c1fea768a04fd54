import type { Connection } from 'mongoose';
import { type Fact, type FactSource, factsOfModel, inTurn, type Turn } from '../facts/index.ts';
import { type SampleRecord, testingModels } from './model.ts';
import { reportModels, type TestReportRecord } from './reports/model.ts';

/** What published reports and samples tell for figures. */
export function testingFacts(connection: Connection): FactSource[] {
  return [
    factsOfModel(reportModels(connection).TestReport, 'test-reports', (report) => [verdictFact(report)]),
    factsOfModel(testingModels(connection).Sample, 'samples', sampleFacts),
  ];
}

function verdictFact({ _id, number, divisionCode, producerId, content, ...report }: TestReportRecord): Fact {
  return {
    kind: 'verdict',
    word: content.verdict,
    record: { resource: 'test-reports', id: _id.toHexString(), label: number },
    divisionCode,
    producerId: producerId.toHexString(),
    product: content.sample.product,
    planKind: content.sample.planKind,
    happenedAt: new Date(content.sample.drawnAt),
    knownFrom: report.issuedAt,
    ...(report.endedAt && { knownTo: report.endedAt }),
  };
}

const words: Record<string, string> = { verify: 'tested', invalidate: 'invalidated', reject: 'rejected' };

/** 样品: `drawn`, then `tested` once published, or `invalidated`, or `rejected` by the laboratory. */
function sampleFacts(sample: SampleRecord): Fact[] {
  const steps = sample.history.flatMap(({ verb, at }): Turn[] => {
    const word = words[verb];
    return word === undefined ? [] : [{ at, word }];
  });
  return inTurn([{ at: sample.createdAt, word: 'drawn' }, ...steps]).map((held) => ({
    kind: 'sample',
    record: { resource: 'samples', id: sample._id.toHexString(), label: sample.number },
    divisionCode: sample.divisionCode,
    producerId: sample.producerId.toHexString(),
    planKind: sample.planKind,
    happenedAt: sample.drawnAt,
    ...held,
  }));
}
