import { Types } from 'mongoose';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { unscoped } from '../database/guard.ts';
import type { Work } from '../database/transaction.ts';
import type { Bilingual } from '../http/fields.ts';
import type { Announce } from './deliveries/announce.ts';
import type { Level, WarningKind, WarningModels, WarningRecord } from './model.ts';
import { levels } from './schema.ts';

/** What is told to the warnings element. Ids are 24 hexadecimal digits. */
export interface NewWarning {
  kind: WarningKind;
  level: Level;
  title: Bilingual;
  detail: Bilingual;
  divisionCode: string;
  /** Two tellings with the same key are two occurrences of one condition. */
  conditionKey: string;
  /** When it occurred. */
  at: Date;
  ruleId?: string | undefined;
  deviceId?: string | undefined;
  siteId?: string | undefined;
  siteName?: string | undefined;
  metric?: string | undefined;
  batchCode?: string | undefined;
  sampleId?: string | undefined;
  producerId?: string | undefined;
}

const byRule = unscoped('a rule warns, not a person');

/** Writes what the rules decided: one condition, one unresolved warning. */
export function createRaising(context: Context, { Warning }: Pick<WarningModels, 'Warning'>, announce: Announce) {
  const open = async (work: Work, told: NewWarning, now: Date): Promise<string> => {
    const { at, ...facts } = told;
    const warning = new Warning({
      ...facts,
      _id: new Types.ObjectId(),
      openKey: told.conditionKey,
      state: 'open',
      active: true,
      openedAt: at,
      lastOccurredAt: at,
      occurrences: 1,
      history: [{ verb: 'raise', by: 'system', at: now }],
      updatedAt: now,
    });
    try {
      await warning.save({ session: work.session, ...byRule });
    } catch (error) {
      throw asRepeatable(error);
    }
    const warningId = warning._id.toHexString();
    await announce(work, { warningId, event: 'raised', level: told.level, divisionCode: told.divisionCode });
    return warningId;
  };

  const addOccurrence = async (work: Work, warning: WarningRecord, told: NewWarning, now: Date): Promise<string> => {
    const level = higher(warning.level, told.level);
    await Warning.updateOne(
      { _id: warning._id },
      {
        $set: {
          level,
          title: told.title,
          detail: told.detail,
          active: true,
          lastOccurredAt: later(warning.lastOccurredAt, told.at),
          updatedAt: now,
        },
        $inc: { occurrences: 1 },
        $unset: { clearedAt: 1 },
      },
      { session: work.session, ...byRule },
    );
    const warningId = warning._id.toHexString();
    const { divisionCode } = warning;
    if (level !== warning.level) await announce(work, { warningId, event: 'level-raised', level, divisionCode });
    return warningId;
  };

  return {
    /** Opens a warning, or adds an occurrence to the unresolved one of the same condition. Answers with its id. */
    async raise(work: Work, told: NewWarning): Promise<string> {
      const unresolved = await Warning.findOne({ openKey: told.conditionKey }, null, byRule)
        .session(work.session)
        .lean<WarningRecord>();
      const now = context.clock();
      const id = unresolved ? await addOccurrence(work, unresolved, told, now) : await open(work, told, now);
      work.emit('warning.changed', { warningId: id, updatedAt: now });
      return id;
    },

    /** The condition was seen again, without having ended in between. False when no unresolved warning tells of it. */
    async seenAgain(work: Work, conditionKey: string, at: Date): Promise<boolean> {
      const unresolved = await Warning.findOne({ openKey: conditionKey }, null, byRule)
        .session(work.session)
        .lean<WarningRecord>();
      if (!unresolved) return false;
      const now = context.clock();
      await Warning.updateOne(
        { _id: unresolved._id },
        { $set: { lastOccurredAt: later(unresolved.lastOccurredAt, at), updatedAt: now } },
        { session: work.session, ...byRule },
      );
      work.emit('warning.changed', { warningId: unresolved._id.toHexString(), updatedAt: now });
      return true;
    },

    /** The condition has ended; whether anybody handled it is another matter. */
    async clear(work: Work, conditionKey: string, at: Date): Promise<void> {
      const holding = await Warning.find({ conditionKey, active: true }, null, byRule)
        .session(work.session)
        .lean<WarningRecord[]>();
      const now = context.clock();
      for (const { _id } of holding) {
        await Warning.updateOne(
          { _id },
          { $set: { active: false, clearedAt: at, updatedAt: now } },
          { session: work.session, ...byRule },
        );
        work.emit('warning.changed', { warningId: _id.toHexString(), updatedAt: now });
      }
    },
  };
}

export type Raising = ReturnType<typeof createRaising>;

/** Another transaction opened the same condition meanwhile: the driver repeats ours, which then finds it. */
function asRepeatable(error: unknown): unknown {
  if (isDuplicateKey(error)) error.addErrorLabel('TransientTransactionError');
  return error;
}

function higher(a: Level, b: Level): Level {
  return levels.indexOf(a) >= levels.indexOf(b) ? a : b;
}

function later(a: Date, b: Date): Date {
  return a >= b ? a : b;
}
