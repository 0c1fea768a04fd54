import type { NewSample } from '../api.ts';
import type { SampleDraft } from '../store/database.ts';

/** `at` by the platform's clock, as far as it is known: no sample is of the future. */
export function sampleOf({ number, fields }: SampleDraft, at: Date): NewSample {
  const given = (name: string) => fields[name]?.trim() ?? '';
  const [place, sealNumber, retainedSeal] = ['place', 'sealNumber', 'retainedSeal'].map(given);
  return {
    number,
    batchCode: given('batchCode'),
    planKind: given('planKind') as NewSample['planKind'],
    drawnAt: at.toISOString(),
    samplers: ['firstSampler', 'secondSampler'].map(given).filter(Boolean),
    ...(place && { place }),
    ...(sealNumber && { sealNumber }),
    ...(retainedSeal && { retained: { sealNumber: retainedSeal, keptAt: given('keptAt') } }),
  };
}

/** A seal of this sample that is on another one too, or on both of its portions. */
export function doubledSeal({ fields }: SampleDraft, taken: ReadonlySet<string>): string | undefined {
  const seals = [fields.sealNumber, fields.retainedSeal].flatMap((seal) => (seal?.trim() ? [seal.trim()] : []));
  return seals.find((seal, index) => taken.has(seal) || seals.indexOf(seal) !== index);
}
