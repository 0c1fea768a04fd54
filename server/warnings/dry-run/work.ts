import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { createRounds } from '../../jobs/rounds.ts';
import type { DescribeDevices, DescribedDevice } from '../device-places.ts';
import type { WarningModels } from '../model.ts';
import type { Heard, ReadingsBetween } from '../prime.ts';
import { isInReach } from '../rules/applicable-rules.ts';
import { createLook, type LookedAt } from './look.ts';
import { type DryRunRecord, dryRunModels } from './model.ts';

const everyMs = 2_000;
const describedAtOnce = 100;
const listedAtMost = 100;
const failuresAtMost = 3;

const goesOnByItself = unscoped('a dry run goes on by itself, with the readings of its own division');

export interface DryRunDependencies extends Pick<Heard, 'heardIn'> {
  describeDevices: DescribeDevices;
  readingsBetween: ReadingsBetween;
}

/** Goes on with dry runs, device by device: of several, the one that has waited longest. What a restart broke off goes on. */
export function createDryRunWork(
  context: Context,
  models: Pick<WarningModels, 'Warning' | 'WarningRule'>,
  deps: DryRunDependencies,
) {
  const { DryRun } = dryRunModels(context.connection);
  const look = createLook({ ...models, ...deps });

  const unchanged = ({ _id, cursor }: DryRunRecord) => ({
    _id,
    state: 'running' as const,
    ...(cursor === undefined ? { cursor: { $exists: false } } : { cursor }),
  });

  /** The next device in the reach of the rule, and how many were passed on the way to it; no device: there is none left. */
  const nextDevice = async ({ rule, cursor }: DryRunRecord, heard: readonly string[]) => {
    const left = cursor === undefined ? heard : heard.filter((id) => id > cursor);
    for (let passed = 0; passed < left.length; passed += describedAtOnce) {
      const ids = left.slice(passed, passed + describedAtOnce);
      const described = await deps.describeDevices(ids);
      const index = ids.findIndex((id) => mayBeInReach(rule, id, described.get(id)));
      const id = ids[index];
      if (id !== undefined)
        return { device: [id, described.get(id)] as [string, DescribedDevice], passed: passed + index };
    }
    return { passed: left.length };
  };

  const note = (run: DryRunRecord, id: string, passed: number, { figures, missed, flaps }: LookedAt) =>
    DryRun.updateOne(unchanged(run), {
      $set: { cursor: id, turnAt: context.clock(), failures: 0 },
      $unset: { reached: 1 },
      $inc: { lookedAt: passed + 1, ...figures, flappingCount: flaps ? 1 : 0 },
      $push: {
        missed: { $each: missed.slice(0, Math.max(0, listedAtMost - run.missed.length)) },
        flapping: {
          $each: flaps && run.flapping.length < listedAtMost ? [{ deviceId: id, warnings: figures.warnings }] : [],
        },
      },
    }).setOptions(goesOnByItself);

  const goOn = async (run: DryRunRecord, heard: readonly string[], ending: AbortSignal): Promise<void> => {
    const { device, passed } = await nextDevice(run, heard);
    if (!device) {
      const done = { state: 'done' as const, finishedAt: context.clock() };
      await DryRun.updateOne(unchanged(run), { $set: done, $unset: { reached: 1 } }).setOptions(goesOnByItself);
      return;
    }
    const looked = await look(run, device, async (reached) => {
      if (ending.aborted) return false;
      const { matchedCount } = await DryRun.updateOne(unchanged(run), { $set: { reached } }).setOptions(goesOnByItself);
      return matchedCount > 0;
    });
    if (looked) await note(run, device[0], passed, looked);
  };

  /** It is tried again at its next turn, and given up after a few in a row; the others go on. */
  const failed = async (run: DryRunRecord, error: unknown): Promise<void> => {
    context.log.error({ err: error, dryRun: run._id.toHexString() }, 'a dry run did not go on');
    const failures = run.failures + 1;
    const turnAt = context.clock();
    const givenUp = failures >= failuresAtMost && { state: 'failed' as const, finishedAt: turnAt };
    await DryRun.updateOne(unchanged(run), { $set: { failures, turnAt, ...givenUp } }).setOptions(goesOnByItself);
  };

  /** Until none is left or the end comes. */
  const goOnWithAll = async (ending: AbortSignal): Promise<void> => {
    const heardOf = new Map<string, string[]>();
    while (!ending.aborted) {
      const run = await DryRun.findOne({ state: 'running' }, null, goesOnByItself)
        .sort({ turnAt: 1, _id: 1 })
        .lean<DryRunRecord>();
      if (!run) return;
      const key = run._id.toHexString();
      try {
        const heard = heardOf.get(key) ?? (await deps.heardIn(run.divisionCode, run.rule.metric)).toSorted();
        heardOf.set(key, heard);
        await goOn(run, heard, ending);
      } catch (error) {
        await failed(run, error);
      }
    }
  };

  const name = 'warning-dry-runs';
  const failing = 'dry runs of rules do not go on; the next round tries again';
  return createRounds(context, { name, everyMs, afterFailureMs: everyMs, failing }, goOnWithAll);
}

function mayBeInReach(rule: DryRunRecord['rule'], id: string, device: DescribedDevice | undefined): boolean {
  if (!device) return false;
  const stands = [device, ...(device.places ?? []).map((place) => ({ ...device, ...place }))];
  return stands.some((place) => isInReach(rule, id, place));
}
