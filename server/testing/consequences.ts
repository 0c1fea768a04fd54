import type { Work } from '../database/transaction.ts';
import type { Bilingual } from '../http/fields.ts';
import { limitExceededWarning, rapidTestPositiveWarning } from '../warnings/index.ts';
import type { TestingDependencies } from './dependencies.ts';
import type { Analyte, RapidTestRecord, ResultRecord, SampleRecord } from './model.ts';

/**
 * What follows from a bad result, in the transaction that stores it: the batch and all that was made of it is held as a
 * precaution (农产品质量安全法 36: not to be sold), and the division is warned.
 */
export function createConsequences({
  traceability,
  warnings,
  certificates,
  clues,
}: Pick<TestingDependencies, 'traceability' | 'warnings' | 'certificates' | 'clues'>) {
  return {
    async ofFailedResult(work: Work, sample: SampleRecord, result: ResultRecord, at: Date): Promise<void> {
      const sampleId = sample._id.toHexString();
      await traceability.holdWithDescendants(work, {
        batchCode: sample.batchCode,
        reason: { kind: 'failed-sample', text: preliminary(sample, result), at, sampleId },
      });
      const { verdict } = result;
      const { analyte, analyteKey, analyteEn, value, unit } = exceeding(result);
      await warnings.raise(
        work,
        limitExceededWarning({
          batchCode: sample.batchCode,
          sampleNumber: sample.number,
          analyte,
          analyteKey,
          analyteEn,
          value,
          unit,
          ...(verdict.unit === unit && { limit: verdict.limit }),
          standard: verdict.standard,
          banned: verdict.banned === true,
          divisionCode: sample.divisionCode,
          producerId: sample.producerId.toHexString(),
          sampleId,
          at,
        }),
      );
    },

    /** Another person has confirmed the failing results: the hold says so from now on, and stands even if it was lifted meanwhile. */
    async ofVerifiedFailure(work: Work, sample: SampleRecord, at: Date): Promise<void> {
      await traceability.holdWithDescendants(work, {
        batchCode: sample.batchCode,
        reason: { kind: 'failed-sample', text: verified(sample), at, sampleId: sample._id.toHexString() },
        replacing: { sampleId: sample._id.toHexString() },
      });
      const banned = sample.results.some(({ verdict }) => verdict.banned === true && verdict.verdict === 'fail');
      await certificates.proposeForFailedSample(work, {
        number: sample.number,
        producerId: sample.producerId.toHexString(),
        categoryCode: sample.categoryCode,
        banned,
        text: verified(sample),
      });
      // A sample that was not drawn lawfully is no ground for a penalty: 监测办法 3, 18.
      if (sample.planKind !== 'supervised-check') return;
      await traceability.proposeRecall(work, { batchCode: sample.batchCode, banned, reason: verified(sample).zh });
      const id = sample._id.toHexString();
      await clues.openClue(work, {
        kind: 'failed-sample',
        matter: `sample ${id}`,
        source: { resource: 'samples', id, label: sample.number },
        divisionCode: sample.divisionCode,
        text: verified(sample).zh,
        producerId: sample.producerId.toHexString(),
        suspect: sample.producerName,
        batchCode: sample.batchCode,
      });
    },

    async ofPositiveRapidTest(work: Work, test: RapidTestRecord, at: Date): Promise<void> {
      await traceability.holdWithDescendants(work, {
        batchCode: test.batchCode,
        reason: { kind: 'positive-rapid-test', text: positive(test), at },
      });
      const { batchCode, analyte, value, unit, method, device, divisionCode } = test;
      await warnings.raise(
        work,
        rapidTestPositiveWarning({
          batchCode,
          analyte,
          value,
          unit,
          method,
          device,
          ...(device !== undefined && { deviceId: device }),
          divisionCode,
          producerId: test.producerId.toHexString(),
          at,
        }),
      );
    },
  };
}

function preliminary(sample: SampleRecord, result: ResultRecord): Bilingual {
  const { analyte, analyteEn = analyte, value, unit } = exceeding(result);
  return {
    zh: `初检不合格（待审核）：样品 ${sample.number}，${analyte} ${value} ${unit}`,
    en: `Preliminary failure (not verified yet): sample ${sample.number}, ${analyteEn} ${value} ${unit}`,
  };
}

function verified(sample: SampleRecord): Bilingual {
  const failed = sample.results.filter(({ verdict }) => verdict.verdict === 'fail');
  const list = (language: 'analyte' | 'analyteEn') => [
    ...new Set(
      failed.map(exceeding).map(({ value, unit, ...names }) => `${names[language] ?? names.analyte} ${value} ${unit}`),
    ),
  ];
  return {
    zh: `检测不合格（已审核）：样品 ${sample.number}，${list('analyte').join('、')}`,
    en: `Failed, verified: sample ${sample.number}, ${list('analyteEn').join(', ')}`,
  };
}

function positive(test: RapidTestRecord): Bilingual {
  return {
    zh: `快检阳性（待实验室确证）：${test.analyte} ${test.value} ${test.unit}`,
    en: `Positive rapid test (to be confirmed by the laboratory): ${test.analyte} ${test.value} ${test.unit}`,
  };
}

/** What exceeds: the result, or the sum of the residue that it is a part of. */
function exceeding(result: ResultRecord): Analyte & Pick<ResultRecord, 'value' | 'unit'> {
  const { residue, banned } = result.verdict;
  if (!residue || banned) return result;
  const { substance, substanceEn, lower, unit } = residue;
  return { analyte: substance, analyteKey: substance, analyteEn: substanceEn, value: lower, unit };
}
