import type { Work } from '../database/transaction.ts';
import type { Bilingual } from '../http/fields.ts';
import type { TestingDependencies } from './dependencies.ts';
import type { RapidTestRecord, ResultRecord, SampleRecord } from './model.ts';

/**
 * What follows from a bad result, in the transaction that stores it: the batch and all that was made of it is held as a
 * precaution (农产品质量安全法 36: not to be sold), and the division is warned.
 */
export function createConsequences({ traceability, warnings }: Pick<TestingDependencies, 'traceability' | 'warnings'>) {
  return {
    async ofFailedResult(work: Work, sample: SampleRecord, result: ResultRecord, at: Date): Promise<void> {
      const sampleId = sample._id.toHexString();
      const held = await traceability.holdWithDescendants(work, {
        batchCode: sample.batchCode,
        reason: { kind: 'failed-sample', text: preliminary(sample, result), at, sampleId },
      });
      const { explanation, banned } = result.verdict;
      await warnings.raise(work, {
        kind: 'limit-exceeded',
        level: banned ? 'red' : 'orange',
        title: {
          zh: `${sample.productName}${banned ? '检出禁用农药' : '超标'}：${result.analyte}`,
          en: `${banned ? 'Banned substance' : 'Limit exceeded'} in ${sample.productName}: ${result.analyte}`,
        },
        detail: {
          zh: `样品 ${sample.number}（批次 ${sample.batchCode}，${sample.producerName}）初检：${explanation.zh}已控制 ${held.length} 个批次，待审核。`,
          en: `Sample ${sample.number} (batch ${sample.batchCode}, ${sample.producerName}), preliminary: ${explanation.en} ${batches(held)} held; not verified yet.`,
        },
        divisionCode: sample.divisionCode,
        producerId: sample.producerId.toHexString(),
        conditionKey: `limit-exceeded|${sample.batchCode}|${result.analyteKey}`,
        batchCode: sample.batchCode,
        sampleId,
        at,
      });
    },

    /** Another person has confirmed the failing results: the hold says so from now on, and stands even if it was lifted meanwhile. */
    async ofVerifiedFailure(work: Work, sample: SampleRecord, at: Date): Promise<void> {
      await traceability.holdWithDescendants(work, {
        batchCode: sample.batchCode,
        reason: { kind: 'failed-sample', text: verified(sample), at, sampleId: sample._id.toHexString() },
      });
    },

    async ofPositiveRapidTest(
      work: Work,
      test: RapidTestRecord,
      batch: { productName: string; producerName: string },
      at: Date,
    ): Promise<void> {
      const measured = `${test.analyte} ${test.value} ${test.unit}`;
      const held = await traceability.holdWithDescendants(work, {
        batchCode: test.batchCode,
        reason: { kind: 'positive-rapid-test', text: positive(test), at },
      });
      await warnings.raise(work, {
        kind: 'rapid-test-positive',
        level: 'orange',
        title: { zh: `快检阳性：${batch.productName}`, en: `Positive rapid test: ${batch.productName}` },
        detail: {
          zh: `批次 ${test.batchCode}（${batch.producerName}）${measured}，方法 ${test.method ?? '未注明'}，设备 ${test.device}。已控制 ${held.length} 个批次，请送实验室确证。`,
          en: `Batch ${test.batchCode} (${batch.producerName}): ${measured}, method ${test.method ?? 'not stated'}, device ${test.device}. ${batches(held)} held; please have it confirmed by the laboratory.`,
        },
        divisionCode: test.divisionCode,
        producerId: test.producerId.toHexString(),
        conditionKey: `rapid-test-positive|${test.batchCode}|${test.analyte}`,
        batchCode: test.batchCode,
        deviceId: test.device,
        at,
      });
    },
  };
}

function preliminary(sample: SampleRecord, { analyte, value, unit }: ResultRecord): Bilingual {
  return {
    zh: `初检不合格（待审核）：样品 ${sample.number}，${analyte} ${value} ${unit}`,
    en: `Preliminary failure (not verified yet): sample ${sample.number}, ${analyte} ${value} ${unit}`,
  };
}

function verified(sample: SampleRecord): Bilingual {
  const failed = sample.results.filter(({ verdict }) => verdict.verdict === 'fail');
  const list = failed.map(({ analyte, value, unit }) => `${analyte} ${value} ${unit}`);
  return {
    zh: `检测不合格（已审核）：样品 ${sample.number}，${list.join('、')}`,
    en: `Failed, verified: sample ${sample.number}, ${list.join(', ')}`,
  };
}

function positive(test: RapidTestRecord): Bilingual {
  return {
    zh: `快检阳性（待实验室确证）：${test.analyte} ${test.value} ${test.unit}`,
    en: `Positive rapid test (to be confirmed by the laboratory): ${test.analyte} ${test.value} ${test.unit}`,
  };
}

function batches(held: readonly string[]): string {
  return held.length === 1 ? '1 batch is' : `${held.length} batches are`;
}
