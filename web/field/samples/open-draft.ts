import { numbersHere } from '../numbers/here.ts';
import { freeNumbers, sealsInUse } from '../numbers/numbers.ts';
import type { Profile, SampleDraft } from '../store/database.ts';
import { begunBefore, wantedBy } from './begun.ts';
import { newSampleNumber } from './number.ts';

export interface Opened {
  draft: SampleDraft;
  /** Seals that this person took along and that stand on nothing. */
  freeSeals: string[];
  /** Seals of the other samples of this phone. */
  takenSeals: ReadonlySet<string>;
}

/** The sample that an address asks for: what was begun of it, or a new one with the next numbers that were taken along. */
export async function openDraft(route: string, { user }: Profile): Promise<Opened> {
  const { given, phone } = await numbersHere();
  const wanted = wantedBy(route);
  const freeSeals = freeNumbers(given, 'seal', phone);
  const [number = newSampleNumber(new Date())] = freeNumbers(given, 'sample', phone);
  const fields = {
    ...{ planKind: 'supervised-check', firstSampler: user.displayName },
    ...(wanted.batchCode && { batchCode: wanted.batchCode }),
    ...(freeSeals[0] && { sealNumber: freeSeals[0] }),
  };
  const draft = begunBefore(phone.drafts, wanted) ?? { number, fields, photos: [] };
  return { draft, freeSeals, takenSeals: sealsInUse(phone, draft.number) };
}
