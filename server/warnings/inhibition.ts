import { Types } from 'mongoose';
import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import type { Work } from '../database/transaction.ts';
import type { Happenings } from './happenings.ts';
import type { Level, WarningModels, WarningRecord } from './model.ts';
import type { Quieting } from './quieting.ts';
import type { Decided, Raising } from './raise.ts';
import { gatewayKey, gatewayText, isGatewaySilent } from './rules/gateway-silence.ts';
import { isHigher } from './rules/levels.ts';

/** Which devices a gateway publishes for. */
export interface Topology {
  /** The gateway that publishes for a device, with the others behind it; `null` for a device that speaks for itself. */
  gatewayOf(deviceId: string): Promise<{ id: string; name: string; divisionCode: string; behind: string[] } | null>;
}

/** After a gateway is heard again, its devices are given so long to speak. */
const graceMilliseconds = 15 * 60_000;
const byThePlatform = unscoped('the topology of devices decides, not a person');

interface Deps {
  happenings: Pick<Happenings, 'follow'>;
  quieting: Pick<Quieting, 'quietOne'>;
  raising: Pick<Raising, 'raise' | 'clear' | 'decideBy'>;
  topology: Topology;
}

type Gateway = NonNullable<Awaited<ReturnType<Topology['gatewayOf']>>>;

/**
 * A silent gateway makes each device behind it silent, a silent device each of its metrics: of all these one warning is told, and the
 * others are listed in it.
 */
export function createInhibition(
  context: Context,
  { Warning, SilenceTurn }: Pick<WarningModels, 'Warning' | 'SilenceTurn'>,
  { happenings, quieting, raising, topology }: Deps,
): void {
  const silences = (work: Work, which: object) =>
    Warning.find({ kind: 'silence', active: true, openKey: { $exists: true }, ...which }, null, byThePlatform)
      .sort({ _id: 1 })
      .session(work.session)
      .lean<WarningRecord[]>();

  /** Of two that fall silent at once, the second transaction is repeated and sees the first. */
  const takeTurn = (work: Work, _id: string) =>
    SilenceTurn.updateOne({ _id }, { $inc: { taken: 1 } }, { upsert: true, session: work.session });

  const list = async (work: Work, _id: WarningRecord['_id'], silent: string[]): Promise<void> => {
    const updatedAt = context.clock();
    await Warning.updateOne(
      { _id },
      { $addToSet: { inhibits: { $each: silent } }, $set: { updatedAt } },
      { session: work.session, ...byThePlatform },
    );
    work.emit('warning.changed', { warningId: _id.toHexString(), updatedAt });
  };

  /** The whole device is silent: what would be said of one of its metrics is said with it. */
  const underItsDevice = async (work: Work, { deviceId, metric = '' }: WarningRecord): Promise<Decided> => {
    const [whole] = await silences(work, { deviceId, metric: { $exists: false } });
    if (!whole) return {};
    await list(work, whole._id, [metric]);
    return { quiet: { because: 'inhibition', by: whole._id } };
  };

  const withItsMetrics = async (work: Work, { _id, deviceId }: WarningRecord): Promise<Decided> => {
    const parts = await silences(work, { deviceId, metric: { $exists: true } });
    for (const part of parts) await quieting.quietOne(work, part, { because: 'inhibition', by: _id });
    return parts.length > 0 ? { inhibits: parts.map(({ metric = '' }) => metric) } : {};
  };

  const underItsGateway = async (work: Work, warning: WarningRecord, gateway: Gateway): Promise<Decided> => {
    const { deviceId = '' } = warning;
    const others = await silences(work, { deviceId: { $in: gateway.behind }, _id: { $ne: warning._id } });
    const devices = [...new Set([deviceId, ...others.map((other) => other.deviceId ?? '')])];
    const facts = { behind: gateway.behind.length, silent: devices.length };
    const known = await Warning.findOne({ openKey: gatewayKey(gateway.id), active: true }, null, byThePlatform)
      .session(work.session)
      .lean<WarningRecord>();
    if (!known && !isGatewaySilent(facts)) return {};
    const by = known?._id ?? (await tellGateway(work, gateway, facts, [warning, ...others]));
    for (const other of others) await quieting.quietOne(work, other, { because: 'inhibition', by });
    await list(work, by, devices);
    return { quiet: { because: 'inhibition', by } };
  };

  const tellGateway = async (
    work: Work,
    gateway: Gateway,
    facts: { behind: number; silent: number },
    silent: readonly WarningRecord[],
  ): Promise<Types.ObjectId> => {
    const level = silent.reduce<Level>((high, each) => (isHigher(each.level, high) ? each.level : high), 'blue');
    const since = silent.map(({ openedAt }) => openedAt).reduce((a, b) => (a < b ? a : b));
    const id = await raising.raise(work, {
      kind: 'gateway-silence',
      level,
      ...gatewayText(gateway.name, facts),
      divisionCode: gateway.divisionCode,
      conditionKey: gatewayKey(gateway.id),
      deviceId: gateway.id,
      at: since,
    });
    return new Types.ObjectId(id);
  };

  /** One of them is heard again, so what was above it is, too: the others are waited for a little. */
  const release = async (work: Work, by: WarningRecord['_id']): Promise<void> => {
    const above = await Warning.findById(by, null, byThePlatform).session(work.session).lean<WarningRecord>();
    if (above?.active && above.kind === 'gateway-silence')
      await raising.clear(work, above.conditionKey, context.clock());
    const until = new Date(context.clock().getTime() + graceMilliseconds);
    const waiting = await Warning.find({ 'quiet.by': by, 'quiet.until': { $exists: false } }, null, byThePlatform)
      .session(work.session)
      .lean<WarningRecord[]>();
    for (const { _id } of waiting)
      await Warning.updateOne({ _id }, { $set: { 'quiet.until': until } }, { session: work.session, ...byThePlatform });
  };

  raising.decideBy(async (work, warning) => {
    if (warning.kind !== 'silence' || warning.deviceId === undefined) return {};
    const gateway = await topology.gatewayOf(warning.deviceId);
    await takeTurn(work, gateway?.id ?? warning.deviceId);
    if (warning.metric !== undefined) {
      const decided = await underItsDevice(work, warning);
      if (decided.quiet) return decided;
    }
    const own = warning.metric === undefined ? await withItsMetrics(work, warning) : {};
    return { ...own, ...(gateway ? await underItsGateway(work, warning, gateway) : {}) };
  });

  happenings.follow(async (work, warning, happening) => {
    if (warning.kind !== 'silence' || happening !== 'cleared') return;
    if (warning.quiet?.because === 'inhibition') await release(work, warning.quiet.by);
    await release(work, warning._id);
  });
}
