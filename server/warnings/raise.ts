import { Types, type UpdateQuery } from 'mongoose';
import type { Context } from '../context.ts';
import { asRepeatable } from '../database/duplicate-key.ts';
import { unscoped } from '../database/guard.ts';
import type { Work } from '../database/transaction.ts';
import type { Bilingual } from '../http/fields.ts';
import { clockFields } from './escalation-clock.ts';
import type { Happening, Happenings } from './happenings.ts';
import type { HistoryEntry, Level, WarningKind, WarningModels, WarningRecord } from './model.ts';
import { levelAfter } from './rules/levels.ts';

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
  ruleVersion?: number | undefined;
  ruleFamily?: string | undefined;
  deviceId?: string | undefined;
  siteId?: string | undefined;
  siteName?: string | undefined;
  metric?: string | undefined;
  batchCode?: string | undefined;
  sampleId?: string | undefined;
  producerId?: string | undefined;
  /** What it is about; absent: its metric. */
  hazard?: string | undefined;
}

/** How a warning is told when its condition begins. */
export type Decided = Partial<Pick<WarningRecord, 'quiet' | 'inhibits'>>;
type Decide = (work: Work, warning: WarningRecord) => Promise<Decided>;

const byRule = unscoped('a rule warns, not a person');

/** Writes what the rules decided: one condition, one unresolved warning. */
export function createRaising(
  context: Context,
  { Warning }: Pick<WarningModels, 'Warning'>,
  happenings: Pick<Happenings, 'tell'>,
  noteOccurrence: (work: Work, warning: WarningRecord) => Promise<void>,
) {
  const deciders: Decide[] = [];

  const decided = async (work: Work, warning: WarningRecord): Promise<Decided> => {
    let all: Decided = {};
    for (const decide of deciders) if (!all.quiet) all = { ...all, ...(await decide(work, warning)) };
    return all;
  };

  const unresolvedOf = (work: Work, conditionKey: string) =>
    Warning.findOne({ openKey: conditionKey }, null, byRule).session(work.session).lean<WarningRecord>();

  const change = async (
    work: Work,
    { _id }: Pick<WarningRecord, '_id'>,
    update: UpdateQuery<WarningRecord>,
    happening: Happening = 'changed',
  ): Promise<void> => {
    const changed = await Warning.findOneAndUpdate(
      { _id },
      { ...update, $set: { ...update.$set, updatedAt: context.clock() } },
      { session: work.session, returnDocument: 'after', ...byRule },
    ).lean<WarningRecord>();
    if (!changed) throw new Error(`warning ${_id.toHexString()} vanished while it was written`);
    await happenings.tell(work, changed, happening);
  };

  const open = async (work: Work, told: NewWarning): Promise<string> => {
    const { at, ...facts } = told;
    const ended = await Warning.findOne({ conditionKey: told.conditionKey, active: true }, null, byRule)
      .sort({ _id: -1 })
      .session(work.session)
      .lean<WarningRecord>();
    const now = context.clock();
    const begun: HistoryEntry = ended
      ? { verb: 'reopen', by: 'system', at: now, cause: stillHeld }
      : { verb: 'raise', by: 'system', at: now };
    const hazard = told.hazard ?? told.metric;
    const warning = new Warning({
      ...facts,
      ...(hazard !== undefined && { hazard }),
      ...clockFields({ ...told, state: 'open' }, now).$set,
      _id: new Types.ObjectId(),
      openKey: told.conditionKey,
      state: 'open',
      active: true,
      openedAt: at,
      lastOccurredAt: at,
      occurrences: 1,
      ...(ended && { reopens: ended._id }),
      history: [begun],
      updatedAt: now,
    });
    const how = await decided(work, warning.toObject<WarningRecord>());
    if (how.quiet) warning.set({ quiet: how.quiet, escalateAt: undefined });
    if (how.inhibits) warning.set({ inhibits: how.inhibits });
    try {
      await warning.save({ session: work.session, ...byRule });
    } catch (error) {
      throw asRepeatable(error);
    }
    const opened = warning.toObject<WarningRecord>();
    if (!how.quiet) await noteOccurrence(work, opened);
    await happenings.tell(work, opened, how.quiet ? 'changed' : 'opened');
    return warning._id.toHexString();
  };

  const addOccurrence = async (work: Work, warning: WarningRecord, told: NewWarning): Promise<string> => {
    const level = levelAfter(warning, told.level);
    const now = context.clock();
    const rises = level !== warning.level;
    const clock = rises && !warning.quiet ? clockFields({ ...warning, level }, now) : {};
    const how = warning.active || warning.quiet ? {} : await decided(work, { ...warning, active: true, level });
    const entry: HistoryEntry = {
      verb: 'raise-level',
      by: 'system',
      at: now,
      level: { from: warning.level, to: level },
    };
    await change(
      work,
      warning,
      {
        $set: {
          level,
          title: told.title,
          detail: told.detail,
          active: true,
          lastOccurredAt: later(warning.lastOccurredAt, told.at),
          ...(!how.quiet && clock.$set),
          ...how,
        },
        $inc: { occurrences: 1 },
        $unset: {
          clearedAt: 1,
          ...(how.quiet ? { escalateAt: 1 } : clock.$unset),
          ...(rises && { overrules: 1 }),
        },
        ...(rises && { $push: { history: entry } }),
      },
      rises && !warning.quiet && !how.quiet ? 'level-raised' : 'changed',
    );
    if (!warning.active && !warning.quiet && !how.quiet && warning.state !== 'false-alarm')
      await noteOccurrence(work, { ...warning, level });
    return warning._id.toHexString();
  };

  const raise = async (work: Work, told: NewWarning): Promise<string> => {
    const unresolved = await unresolvedOf(work, told.conditionKey);
    return unresolved ? addOccurrence(work, unresolved, told) : open(work, told);
  };

  return {
    /** Whoever registers here may keep a warning quiet when its condition begins; the first to do so decides. */
    decideBy: (decide: Decide): void => {
      deciders.push(decide);
    },

    /** Opens a warning, or adds an occurrence to the unresolved one of the same condition. Answers with its id. */
    raise,

    /** The condition of a warning that was closed still holds: it opens anew, unless it has done so already. */
    async reopen(work: Work, closed: WarningRecord): Promise<void> {
      if (!closed.active || (await unresolvedOf(work, closed.conditionKey))) return;
      await open(work, toldAnew(closed, context.clock()));
    },

    /** The condition was seen again, without having ended in between. False when no unresolved warning tells of it. */
    async seenAgain(work: Work, conditionKey: string, at: Date): Promise<boolean> {
      const unresolved = await unresolvedOf(work, conditionKey);
      if (!unresolved) return false;
      await change(work, unresolved, { $set: { lastOccurredAt: later(unresolved.lastOccurredAt, at) } });
      return true;
    },

    /** The condition has ended; whether anybody handled it is another matter. A false alarm ends with it. */
    async clear(work: Work, conditionKey: string, at: Date): Promise<void> {
      const holding = await Warning.find({ conditionKey, active: true }, null, byRule)
        .session(work.session)
        .lean<WarningRecord[]>();
      for (const warning of holding)
        await change(
          work,
          warning,
          {
            $set: { active: false, clearedAt: at },
            ...(warning.state === 'false-alarm' && { $unset: { openKey: 1 } }),
          },
          'cleared',
        );
    },
  };
}

export type Raising = ReturnType<typeof createRaising>;

const stillHeld: Bilingual = {
  zh: '上一条预警办结后，条件仍然存在',
  en: 'The condition went on after its last warning was ended',
};

function toldAnew(ended: WarningRecord, at: Date): NewWarning {
  const { kind, level, title, detail, divisionCode, conditionKey, deviceId, siteName, metric, batchCode, hazard } =
    ended;
  return {
    ...{ kind, level, title, detail, divisionCode, conditionKey, deviceId, siteName, metric, batchCode, hazard, at },
    ruleId: ended.ruleId?.toHexString(),
    ruleVersion: ended.ruleVersion,
    ruleFamily: ended.ruleFamily?.toHexString(),
    siteId: ended.siteId?.toHexString(),
    sampleId: ended.sampleId?.toHexString(),
    producerId: ended.producerId?.toHexString(),
  };
}

function later(a: Date, b: Date): Date {
  return a >= b ? a : b;
}
