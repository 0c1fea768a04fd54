import { Types } from 'mongoose';
import { dayOf } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { asRepeatable } from '../../database/duplicate-key.ts';
import { type Scoped, unscoped } from '../../database/guard.ts';
import type { Work } from '../../database/transaction.ts';
import type { NextNumber } from '../documents/numbers.ts';
import type { CaseDeadlines } from './deadlines.ts';
import { type CaseRecord, type ClueSource, caseModels } from './model.ts';

const ofTheCause = unscoped('follows from its cause, in the division of the cause');

/** What another element tells, in the transaction that writes the cause. Ids are 24 hexadecimal digits. */
export interface NewClue {
  kind: CaseRecord['clue']['kind'];
  /** Two causes of one matter, such as a result and its re-test, are one clue: `sample 6565…`. */
  matter: string;
  /** The record that is the cause; its label is a number, never a person's name. */
  source: Pick<ClueSource, 'resource' | 'id' | 'label'>;
  divisionCode: string;
  /** What was found, without anybody's name. */
  text: string;
  producerId?: string | undefined;
  /** Masked where it is a person's; absent: as the producer's record names it. */
  suspect?: string | undefined;
  batchCode?: string | undefined;
}

export interface CluesDependencies {
  nextNumber: NextNumber;
  deadlines: Pick<CaseDeadlines, 'begin'>;
  /** Masked where it is a person's. */
  producerName(id: string): Promise<string | undefined>;
}

/** 线索、案源: what a case begins with. Whether it is filed or dropped, an officer decides, with the reason. */
export function createClues(context: Context, deps: CluesDependencies) {
  const { Case } = caseModels(context.connection);

  /** Writes the clue and starts the term in which it is verified. */
  const open = async (
    work: Work,
    by: string,
    given: Pick<CaseRecord, 'divisionCode' | 'clue' | 'suspect'> & Partial<CaseRecord>,
    scoped: Scoped,
  ): Promise<string> => {
    const at = context.clock();
    const fields: Omit<CaseRecord, 'party'> = {
      _id: new Types.ObjectId(),
      number: await deps.nextNumber(work, given.divisionCode, '农案', at),
      procedure: 'ordinary',
      state: 'clue',
      officers: [],
      evidence: 0,
      held: 0,
      reviews: [],
      defences: [],
      instalments: [],
      surchargePaid: '0',
      fulfilled: [],
      remedies: [],
      corrections: [],
      history: [{ verb: 'create', by, at, to: 'clue' }],
      version: 1,
      createdAt: at,
      ...given,
    };
    await Case.create([fields], { session: work.session, ...scoped });
    await deps.deadlines.begin(work, fields);
    return fields._id.toHexString();
  };

  /** A matter that is known already gets one more source. */
  const addSource = async (work: Work, clueKey: string, source: ClueSource): Promise<boolean> => {
    const known = await Case.exists({ clueKey }).setOptions(ofTheCause).session(work.session);
    if (!known) return false;
    await Case.updateOne(
      { clueKey, 'clue.sources.id': { $ne: source.id } },
      { $push: { 'clue.sources': source }, $inc: { version: 1 } },
      { session: work.session, ...ofTheCause },
    );
    return true;
  };

  return {
    open,

    /** One clue for each matter, whoever tells of it, and however often. */
    async openClue(work: Work, clue: NewClue): Promise<void> {
      const { kind, matter, divisionCode, text, producerId, batchCode } = clue;
      const at = context.clock();
      const source: ClueSource = { ...clue.source, at, text };
      if (await addSource(work, matter, source)) return;
      const suspect = clue.suspect ?? (producerId && (await deps.producerName(producerId))) ?? '待查';
      const fields = {
        ...{ divisionCode, suspect, clueKey: matter },
        ...(producerId !== undefined && { producerId: new Types.ObjectId(producerId) }),
        ...(batchCode !== undefined && { batchCode }),
        clue: { kind, text, foundOn: dayOf(at), reference: source.label, sources: [source] },
      };
      try {
        await open(work, work.actor.name ?? 'system', fields, ofTheCause);
      } catch (error) {
        throw asRepeatable(error);
      }
    },

    /** What became known later of a matter, such as a re-test that does not confirm it: no clue of its own. */
    async tellOfClue(work: Work, { matter, source, text }: Pick<NewClue, 'matter' | 'source' | 'text'>): Promise<void> {
      await addSource(work, matter, { ...source, at: context.clock(), text });
    },
  };
}

export type Clues = ReturnType<typeof createClues>;
