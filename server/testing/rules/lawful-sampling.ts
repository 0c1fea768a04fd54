import type { Bilingual } from '../../http/fields.ts';
import type { SampleRecord } from '../model.ts';
import { sealsOf } from './seals.ts';

/** A demand on how a sample is drawn and kept: a row of data with its clause. */
export interface SamplingDemand {
  demand: 'two-samplers' | 'sealed' | 'seal-checked' | 'retained-portion';
  planKinds: readonly string[];
  clause: string;
  lacking: Bilingual;
}

type Drawn = Pick<SampleRecord, 'planKind' | 'samplers' | 'sealNumber' | 'retained' | 'custody'>;

const met: Record<SamplingDemand['demand'], (sample: Drawn) => boolean> = {
  'two-samplers': ({ samplers }) => new Set(samplers).size >= 2,
  sealed: (sample) => sealsOf(sample).length > 0,
  'seal-checked': (sample) => {
    const receipt = sample.custody?.find(({ act }) => act === 'receive');
    return sealsOf(sample).every((number) => receipt?.seals.some((seal) => seal.number === number && seal.intact));
  },
  'retained-portion': ({ retained }) => retained !== undefined,
};

/** What a sample lacks of what its kind asks for. What is lacking is said with the verdict: it may not stand as evidence. */
export function lackingOf<Row extends SamplingDemand>(sample: Drawn, demands: readonly Row[]): Row[] {
  return demands.filter(({ demand, planKinds }) => planKinds.includes(sample.planKind) && !met[demand](sample));
}
