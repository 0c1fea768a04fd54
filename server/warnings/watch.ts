import type { Context } from '../context.ts';
import { system } from '../database/change-log/actor.ts';
import { unscoped } from '../database/guard.ts';
import { inTransaction } from '../database/transaction.ts';
import { type Condition, type DueEffect, failed, nextDue, pendingSince, settled } from './condition.ts';
import { createConditions } from './conditions.ts';
import { type Change, createDepartures } from './departures.ts';
import { type DescribeDevices, type DescribedDevice, rememberDevices, standingAt } from './device-places.ts';
import { familyOf, type WarningModels, type WarningRuleRecord } from './model.ts';
import { type Heard, heardConditions, primed, type ReadingsBetween } from './prime.ts';
import type { Raising } from './raise.ts';
import { restoreConditions } from './restore.ts';
import { isInReach } from './rules/applicable-rules.ts';
import { type PermittedRange, permittedRange } from './rules/permitted-range.ts';
import { evaluate as evaluateRule } from './rules/stream-rule.ts';
import { streamWarningText } from './rules/stream-warning.ts';

export interface WatchedReading {
  device: string;
  metric: string;
  value: number;
  unit: string;
  at: Date;
}

/** Rules made by another instance of the platform are seen after so long. */
const rulesKeptMilliseconds = 60_000;
const writersAtOnce = 8;
const inForce = { supersededBy: { $exists: false }, switchedOff: { $exists: false } };
const lookEveryMilliseconds = 30_000;
/** Readings kept while nobody can say where their devices are. */
const keptBacklog = 10_000;

export interface WatchDependencies extends Heard {
  describeDevices: DescribeDevices;
  readingsBetween: ReadingsBetween;
}

/** Evaluates every stored reading against the rules that concern it, and writes what follows from it. */
export function createReadingWatch(context: Context, models: WarningModels, raising: Raising, deps: WatchDependencies) {
  const { WarningRule, PendingCondition } = models;
  const { describeDevices, forget } = rememberDevices(deps.describeDevices, context.clock);
  const departures = createDepartures();
  const conditions = createConditions();
  const awake = new Set<Condition>();
  let rulesReadAt = Number.NEGATIVE_INFINITY;
  let backlog: WatchedReading[] = [];
  let turn: Promise<void> = Promise.resolve();
  let listeningSince = Number.NEGATIVE_INFINITY;
  let looking: NodeJS.Timeout | undefined;
  let heardBefore = false;

  const readRules = async (): Promise<WarningRuleRecord[]> => {
    // Set first: a rule that is made while these are read asks for another reading, and must not be forgotten.
    rulesReadAt = context.clock().getTime();
    const all = await WarningRule.find(inForce, null, unscoped('every reading is held against every rule')).lean<
      WarningRuleRecord[]
    >();
    conditions.replaceRules(all);
    return all;
  };

  const refreshRules = async (): Promise<void> => {
    if (context.clock().getTime() - rulesReadAt < rulesKeptMilliseconds) return;
    try {
      await readRules();
    } catch (error) {
      rulesReadAt = Number.NEGATIVE_INFINITY;
      context.log.error({ err: error }, 'warning rules cannot be read, the last known ones hold');
    }
  };

  /** Hands each reading to the conditions it concerns. */
  const distribute = async (readings: WatchedReading[]): Promise<void> => {
    const devices = await describeDevices([...new Set(readings.map(({ device }) => device))]);
    const now = context.clock().getTime();
    for (const { device: deviceId, metric, value, unit, at } of readings) {
      const known = devices.get(deviceId);
      if (!known) continue;
      const device = standingAt(known, at.getTime());
      const change = departures.noticed(deviceId, device, at.getTime());
      if (change) leave(deviceId, device, at.getTime(), change);
      for (const condition of conditions.of(metric, deviceId, device)) {
        noteOtherUnit(condition, unit);
        // A device whose clock is ahead must not make all its later readings count as late.
        condition.waiting.push({ value, unit, at: Math.min(at.getTime(), now), device });
        awake.add(condition);
      }
    }
  };

  /**
   * Of a device that was moved, whether or not the rules hold at the new place: what they found at the old one is over.
   * Where it stands among other products, what rules found that are not of these.
   */
  const leave = (deviceId: string, device: DescribedDevice, at: number, change: Change): void => {
    for (const condition of conditions.all()) {
      if (condition.deviceId !== deviceId) continue;
      if (change === 'other products' && isInReach(condition.rule, deviceId, device)) continue;
      condition.waiting.push({ at, left: true, device });
      awake.add(condition);
    }
  };

  const noteOtherUnit = (condition: Condition, unit: string): void => {
    const { rule } = condition;
    if (rule.kind === 'silence' || unit === rule.unit || condition.otherUnit) return;
    condition.otherUnit = true;
    const { name, unit: expected } = rule;
    context.log.warn(
      { device: condition.deviceId, rule: name, unit, expected },
      'readings in another unit than the rule',
    );
  };

  const write = (condition: Condition, due: DueEffect, reopening: boolean): Promise<void> =>
    inTransaction(context, system('warnings'), async (work) => {
      const at = new Date(due.at);
      if (due.effect === 'clear') return raising.clear(work, condition.key, at);
      const goesOn = due.effect === 'repeat' && !reopening;
      if (goesOn && (await raising.seenAgain(work, condition.key, at))) return;
      await raising.raise(work, { ...factsOf(condition, due), at });
    });

  const prime = async (condition: Condition): Promise<boolean> => {
    if (condition.primed) return true;
    try {
      condition.state = await primed(condition, deps.readingsBetween);
      condition.primed = true;
    } catch (error) {
      failed(condition, context.clock().getTime());
      context.log.error({ err: error, condition: condition.key }, 'earlier readings cannot be read, will retry');
    }
    return condition.primed;
  };

  const settle = async (condition: Condition): Promise<void> => {
    if (!(await prime(condition))) return;
    for (let due = nextDue(condition); due; due = nextDue(condition)) {
      const reopening = condition.reopen;
      try {
        await write(condition, due, reopening);
      } catch (error) {
        failed(condition, context.clock().getTime());
        context.log.error(
          { err: error, condition: condition.key, effect: due.effect },
          'warning not written, will retry',
        );
        return;
      }
      settled(condition, due, reopening);
    }
    awake.delete(condition);
  };

  /** A failure here costs nothing but the memory of a restart: the next reading tries again. */
  const storePending = async (touched: Condition[]): Promise<void> => {
    const changed = touched.filter((condition) => pendingSince(condition) !== condition.storedBeyondSince);
    if (changed.length === 0) return;
    await PendingCondition.bulkWrite(changed.map(pendingWrite));
    for (const condition of changed) {
      const since = pendingSince(condition);
      if (since === undefined) delete condition.storedBeyondSince;
      else condition.storedBeyondSince = since;
    }
  };

  const evaluate = async (readings: WatchedReading[]): Promise<void> => {
    await refreshRules();
    const concerned = [...backlog, ...readings.filter(({ metric }) => conditions.concerns(metric))];
    backlog = [];
    try {
      if (concerned.length > 0) await distribute(concerned);
    } catch (error) {
      backlog = concerned.slice(-keptBacklog);
      context.log.error({ err: error, readings: backlog.length }, 'devices cannot be described, readings wait');
      return;
    }
    await settleAwake();
  };

  const settleAwake = async (): Promise<void> => {
    const now = context.clock().getTime();
    const ready = [...awake].filter(({ retryAt }) => retryAt <= now);
    await inParallel(ready, writersAtOnce, settle);
    await storePending(ready);
  };

  /** Those that were heard before this start; at the first look, so that the start does not wait for it. */
  const takeUpHeard = async (): Promise<void> => {
    for (const condition of await heardConditions(await readRules(), deps, describeDevices)) conditions.add(condition);
    heardBefore = true;
  };

  const lookAtClock = async (): Promise<void> => {
    if (!heardBefore) await takeUpHeard();
    const look = { at: context.clock().getTime(), listeningSince };
    const silent = [...conditions.all()].filter(
      ({ rule, state, waiting }) => waiting.length === 0 && evaluateRule(rule, state, look).effect !== 'none',
    );
    const devices = await describeDevices([...new Set(silent.map(({ deviceId }) => deviceId))]);
    for (const condition of silent) {
      const device = devices.get(condition.deviceId);
      if (!device) continue;
      const concerned = isInReach(condition.rule, condition.deviceId, device);
      condition.waiting.push(concerned ? { ...look, device } : { at: look.at, left: true, device });
      awake.add(condition);
    }
    await settleAwake();
  };

  const inTurn = (work: () => Promise<void>, failure: string): Promise<void> => {
    turn = turn.then(work).catch((error: unknown) => context.log.error({ err: error }, failure));
    return turn;
  };

  const unsubscribe = context.bus.on('device.placed', ({ deviceId }) => forget(deviceId));

  return {
    /**
     * Call after the readings are durably stored. Never rejects: what cannot be written is logged and tried again with
     * the next readings. Batches are evaluated one after the other.
     */
    evaluateReadings(readings: WatchedReading[]): Promise<void> {
      return inTurn(() => evaluate(readings), 'readings not evaluated in full');
    },

    /** Looks which devices have been silent for too long. Never rejects. */
    lookAtClock(): Promise<void> {
      return inTurn(lookAtClock, 'silent devices not looked for in full');
    },

    /** Takes the live state up again where the last run left it, and looks at the clock from now on. */
    async start(): Promise<void> {
      const all = await readRules();
      for (const condition of await restoreConditions(models, all)) conditions.add(condition);
      listeningSince = context.clock().getTime();
      looking = setInterval(() => void this.lookAtClock(), lookEveryMilliseconds).unref();
    },

    async stop(): Promise<void> {
      clearInterval(looking);
      unsubscribe();
      await turn;
    },

    /** In which range no rule finds fault with what this device measures where it stood at a time. */
    async permittedRange(deviceId: string, metric: string, unit: string, at: Date): Promise<PermittedRange> {
      await refreshRules();
      const known = (await describeDevices([deviceId])).get(deviceId);
      const device = known && standingAt(known, at.getTime());
      const limits = device
        ? conditions.rulesOf(metric, deviceId, device).filter((rule) => rule.kind === 'threshold')
        : [];
      return permittedRange(limits, unit);
    },

    /** The next evaluation reads the rules anew. */
    rulesChanged(): void {
      rulesReadAt = Number.NEGATIVE_INFINITY;
    },

    /** Somebody resolved the condition's warning. */
    resolved(conditionKey: string): void {
      const condition = conditions.get(conditionKey);
      if (condition?.state.raised) condition.reopen = true;
    },
  };
}

export type ReadingWatch = ReturnType<typeof createReadingWatch>;

function factsOf({ rule, deviceId, key }: Condition, { value, state, device }: DueEffect) {
  const ruleId = rule._id.toHexString();
  return {
    kind: rule.kind,
    level: rule.level,
    ...streamWarningText({ rule, device, value, state }),
    divisionCode: device.divisionCode,
    conditionKey: key,
    ruleId,
    ruleVersion: rule.version ?? 1,
    ruleFamily: familyOf(rule).toHexString(),
    deviceId,
    metric: rule.metric,
    siteId: device.siteId,
    siteName: device.siteName,
    producerId: device.producerId,
  };
}

function pendingWrite(condition: Condition) {
  const since = pendingSince(condition);
  if (since === undefined) return { deleteOne: { filter: { _id: condition.key } } };
  const values = { ruleId: familyOf(condition.rule), deviceId: condition.deviceId, beyondSince: new Date(since) };
  return { updateOne: { filter: { _id: condition.key }, update: { $set: values }, upsert: true } };
}

async function inParallel<Item>(items: Item[], workers: number, work: (item: Item) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: workers }, worker));
}
