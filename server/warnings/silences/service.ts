import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { findPage } from '../../database/page.ts';
import { inTransaction, type Work } from '../../database/transaction.ts';
import { selfAndAbove, subtreeRange } from '../../divisions/rules.ts';
import { Forbidden, IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import { decideVerbs } from '../../http/fields.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { mayDo, noRight } from '../../identity/rights/ability.ts';
import { requireRight, within } from '../../identity/rights/within.ts';
import type { Quiet, WarningModels, WarningRecord } from '../model.ts';
import type { Quieting } from '../quieting.ts';
import { type Matched, matches, silenceableKinds } from '../rules/silence-match.ts';
import { type SilenceRecord, silenceModels } from './model.ts';
import { type createSilenceBody, type listSilencesQuery, longestMilliseconds } from './schema.ts';
import { createTargets, type TargetDependencies } from './targets.ts';

const byThePlatform = unscoped('every warning is held against every silence');
const right = 'warning-silences:create';

interface Deps extends Pick<WarningModels, 'Warning' | 'WarningRule'>, TargetDependencies {
  quieting: Pick<Quieting, 'quiet' | 'wake'>;
}

/** 静默与维护窗口: nobody is told of what matches, until its end; then of what still holds. */
export function createSilences(context: Context, { Warning, WarningRule, quieting, ...deps }: Deps) {
  const targetOf = createTargets({ WarningRule }, deps);
  const { WarningSilence } = silenceModels(context.connection);
  const viewFor = (caller: Caller) => (silence: SilenceRecord) => silenceView(silence, caller, context.clock());

  const load = async (caller: Caller, id: string, work?: Work): Promise<SilenceRecord> => {
    const silence = await WarningSilence.findById(id, null, within(caller, 'warning-silences:read'))
      .session(work?.session ?? null)
      .lean<SilenceRecord>();
    if (!silence) throw new NotFound('There is no such silence');
    return silence;
  };

  return {
    /** The silence that a warning falls under now, if there is one; for the raising of warnings. */
    async coveringNow(work: Work, warning: Matched): Promise<Quiet | null> {
      if (!silenceableKinds.includes(warning.kind)) return null;
      const now = context.clock();
      const inForce = {
        divisionCode: { $in: selfAndAbove(warning.divisionCode) },
        from: { $lte: now },
        until: { $gt: now },
      };
      const silences = await WarningSilence.find(inForce, null, byThePlatform)
        .sort({ until: -1 })
        .session(work.session)
        .lean<SilenceRecord[]>();
      const covering = silences.find((silence) => matches(silence, warning));
      return covering ? quietBy(covering) : null;
    },

    /** Puts warnings under every silence that has begun since. */
    async begin(now: Date): Promise<void> {
      const silences = await WarningSilence.find(
        { from: { $lte: now }, until: { $gt: now } },
        null,
        byThePlatform,
      ).lean<SilenceRecord[]>();
      for (const silence of silences) await quieting.quiet(await matching(silence), quietBy(silence));
    },

    /** @throws Forbidden, InvalidInput */
    async createSilence(caller: Caller, body: z.output<typeof createSilenceBody>) {
      const { divisionCode = caller.divisionCode, kind, reason } = body;
      requireRight(caller, right, { divisionCode });
      const now = context.clock();
      const from = body.from === undefined ? now : new Date(body.from);
      const until = new Date(body.until);
      if (until <= from || until <= now) throw InvalidInput.field('/until', 'must be later than its beginning and now');
      if (until.getTime() - from.getTime() > longestMilliseconds)
        throw InvalidInput.field('/until', 'is too long after its beginning');
      const silence = {
        _id: new Types.ObjectId(),
        ...{ kind, divisionCode, from, until, reason },
        ...(await targetOf(caller, divisionCode, body)),
        createdBy: caller.username,
        createdAt: now,
      } satisfies SilenceRecord;
      await inTransaction(context, actorOf(caller), ({ session }) =>
        WarningSilence.create([silence], { session, ...within(caller, right) }),
      );
      if (from <= now) await quieting.quiet(await matching(silence), quietBy(silence));
      return viewFor(caller)(silence);
    },

    async listSilences(caller: Caller, query: z.output<typeof listSilencesQuery>) {
      const now = context.clock();
      const wanted =
        query.inForce === undefined
          ? {}
          : query.inForce === 'true'
            ? { from: { $lte: now }, until: { $gt: now } }
            : { until: { $lte: now } };
      const scoped = within(caller, 'warning-silences:read');
      const page = await findPage(WarningSilence, wanted, { ...query, order: 'descending' }, scoped);
      return { items: (page.items as SilenceRecord[]).map(viewFor(caller)), nextCursor: page.nextCursor };
    },

    async getSilence(caller: Caller, id: string) {
      return viewFor(caller)(await load(caller, id));
    },

    /** Ends it before its time; what still holds is told of at once. @throws NotFound, Forbidden, IllegalTransition */
    async endSilence(caller: Caller, id: string) {
      const now = context.clock();
      const ended = await inTransaction(context, actorOf(caller), async (work) => {
        const silence = await load(caller, id, work);
        if (!mayDo(caller, 'warning-silences:end', silence))
          throw new Forbidden('The right warning-silences:end does not reach that silence');
        if (silence.until <= now) throw new IllegalTransition('The silence is over already');
        const changes = { until: now, endedBy: caller.username, endedAt: now };
        await WarningSilence.updateOne(
          { _id: silence._id },
          { $set: changes },
          { session: work.session, ...within(caller, 'warning-silences:end') },
        );
        return { ...silence, ...changes };
      });
      await quieting.wake({ 'quiet.by': ended._id });
      return viewFor(caller)(ended);
    },
  };

  /** Unresolved warnings that it is about. */
  async function matching(silence: SilenceRecord): Promise<WarningRecord[]> {
    const unresolved = {
      openKey: { $exists: true },
      quiet: { $exists: false },
      divisionCode: subtreeRange(silence.divisionCode),
    };
    const found = await Warning.find(unresolved, null, byThePlatform).lean<WarningRecord[]>();
    return found.filter((warning) => matches(silence, matchedOf(warning)));
  }
}

export type Silences = ReturnType<typeof createSilences>;

/** A warning as silences look at it; a rule is silenced in all its versions. */
export function matchedOf({
  kind,
  divisionCode,
  ruleFamily,
  ruleId,
  deviceId,
  siteId,
  metric,
}: WarningRecord): Matched {
  return {
    ...{ kind, divisionCode, deviceId, metric },
    ruleId: (ruleFamily ?? ruleId)?.toHexString(),
    siteId: siteId?.toHexString(),
  };
}

function quietBy({ _id, kind, until }: SilenceRecord): Quiet {
  return { because: kind, by: _id, until };
}

function silenceView(silence: SilenceRecord, caller: Caller, now: Date) {
  const { _id, from, until, createdAt, endedAt, ...facts } = silence;
  const isOver = until <= now;
  const reason = !mayDo(caller, 'warning-silences:end', silence)
    ? noRight
    : isOver
      ? { zh: '静默已结束', en: 'the silence is over' }
      : null;
  const { kind, divisionCode, ruleId, deviceId, siteId, metric, createdBy, endedBy } = facts;
  return {
    id: _id.toHexString(),
    ...{ kind, divisionCode, reason: facts.reason, createdBy },
    ...(ruleId !== undefined && { ruleId }),
    ...(deviceId !== undefined && { deviceId }),
    ...(siteId !== undefined && { siteId }),
    ...(metric !== undefined && { metric }),
    from: from.toISOString(),
    until: until.toISOString(),
    inForce: from <= now && !isOver,
    createdAt: createdAt.toISOString(),
    ...(endedBy !== undefined && { endedBy }),
    ...(endedAt && { endedAt: endedAt.toISOString() }),
    ...decideVerbs([{ verb: 'end' }], () => reason),
  };
}
