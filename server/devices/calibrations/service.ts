import { Types } from 'mongoose';
import type { z } from 'zod';
import { dayOf } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { system } from '../../database/change-log/actor.ts';
import { isDuplicateKey } from '../../database/duplicate-key.ts';
import { partOf, unscoped } from '../../database/guard.ts';
import { inTransaction, type Work } from '../../database/transaction.ts';
import { Conflict, InvalidInput } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { type DeviceRecord, deviceModels } from '../model.ts';
import { type CalibrationStanding, calibrationInForce, calibrationOn, dueOn, isLapsed } from '../rules/calibration.ts';
import type { DevicesService } from '../service.ts';
import { type CalibrationRecord, calibrationModels } from './model.ts';
import type { calibrationBody } from './schema.ts';
import { type CalibrationWarning, calibrationDue, calibrationLapsed, dueKey, lapsedKey } from './warnings.ts';

const day = 86_400_000;
const reminderDays = 30;
const lookEveryMilliseconds = 3_600_000;

/** A warning of a device's calibration, with where the device stands. */
type ToldOfDevice = CalibrationWarning & {
  at: Date;
  divisionCode: string;
  deviceId: string;
  siteId?: string;
  producerId?: string;
};

interface Deps {
  devices: Pick<DevicesService, 'requireDevice'>;
  warnings: {
    raise(work: Work, told: ToldOfDevice): Promise<string>;
    clear(work: Work, conditionKey: string, at: Date): Promise<void>;
    /** Whether there is, or has been, a warning of this condition. */
    wasRaised(conditionKey: string): Promise<boolean>;
    /** The newest warning of this condition; `null` when there has been none. */
    lastOf(conditionKey: string): Promise<{ lastOccurredAt: Date; unresolved: boolean } | null>;
  };
}

const forTheWarning = unscoped('the platform warns whoever may see the device');
const forTheList = unscoped('the device was found within the rights of whoever calibrates it');
const forTheResult = unscoped('a result is marked by its device’s calibration, whosever it is');

/** Calibration certificates of devices: what they say of a result's day, and when the next one is due. */
export function createCalibrationsService(context: Context, { devices, warnings }: Deps) {
  const { Calibration } = calibrationModels(context.connection);
  const { Device } = deviceModels(context.connection);
  let timer: NodeJS.Timeout | undefined;
  const followers: ((work: Work, device: string) => Promise<void>)[] = [];

  const today = () => dayOf(context.clock());
  const recordsOf = (device: string, scoped = partOf('calibrations', { device })) =>
    Calibration.find({ device }, null, scoped).sort({ _id: 1 }).lean<CalibrationRecord[]>();

  const tell = async (device: DeviceRecord, warning: CalibrationWarning): Promise<void> => {
    const { divisionCode, siteId, producerId } = device;
    await inTransaction(context, system('calibration'), (work) =>
      warnings.raise(work, {
        ...warning,
        at: context.clock(),
        divisionCode,
        deviceId: device._id,
        ...(siteId && { siteId: siteId.toHexString() }),
        ...(producerId && { producerId: producerId.toHexString() }),
      }),
    );
  };

  const service = {
    async list(caller: Caller, id: string) {
      await devices.requireDevice(caller, id);
      const records = await recordsOf(id);
      return { standing: calibrationOn(records, today()), items: records.reverse().map(calibrationView) };
    },

    /** A certificate that covers today ends what was warned of. */
    async record(caller: Caller, id: string, body: z.infer<typeof calibrationBody>) {
      const device = await devices.requireDevice(caller, id, 'devices:calibrate');
      if (body.calibratedOn > today()) throw InvalidInput.field('/calibratedOn', 'is in the future');
      const record = {
        _id: new Types.ObjectId(),
        device: id,
        divisionCode: device.divisionCode,
        ...body,
        recordedBy: caller.username,
        recordedAt: context.clock(),
      } as CalibrationRecord;
      const earlier = await recordsOf(id);
      const all = [...earlier, record];
      const standing = calibrationOn(all, today());
      await inTransaction(context, actorOf(caller), async (work) => {
        await Calibration.create([record], { session: work.session, ...partOf('calibrations', { device: id }) });
        await Device.updateOne(
          { _id: id },
          { $set: { calibrationDueOn: dueOn(all, today()) } },
          { session: work.session, ...forTheList },
        );
        for (const follow of followers) await follow(work, id);
        if (standing !== 'valid') return;
        const told = [lapsedKey(id), ...earlier.map(({ dueOn }) => dueKey(id, dueOn))];
        for (const key of told) await warnings.clear(work, key, context.clock());
      }).catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
        const message = 'is recorded for this device already';
        throw new Conflict(`The certificate ${message}`, [{ pointer: '/certificateNumber', message }]);
      });
      return calibrationView(record);
    },

    /** Whoever registers here is told in the transaction of each certificate. */
    follow(follower: (work: Work, device: string) => Promise<void>): void {
      followers.push(follower);
    },

    /** For other elements: all certificates of a device, in the order in which they were recorded. */
    ofDevice(device: string, work: Work): Promise<CalibrationRecord[]> {
      return recordsOf(device, forTheResult).session(work.session);
    },

    /** For other elements: how a device stood on the day of a result. */
    async standingOf(device: string, at: Date): Promise<CalibrationStanding> {
      return calibrationOn(await recordsOf(device, forTheResult), dayOf(at));
    },

    /** For other elements: a result came from a device out of calibration. Warned of once, and not again on the day of it. */
    async warnOfLapse(id: string, standing: CalibrationStanding): Promise<void> {
      if (!isLapsed(standing)) return;
      const device = await Device.findById(id, null, forTheWarning).lean<DeviceRecord>();
      const last = await warnings.lastOf(lapsedKey(id));
      if (!device || last?.unresolved || (last && dayOf(last.lastOccurredAt) === today())) return;
      await tell(device, calibrationLapsed({ id, name: device.name }, standing));
    },

    /** Warns of every device that was heard today although its calibration is over. */
    async warnOfUse(): Promise<void> {
      const inUse = { state: { $ne: 'retired' as const }, calibrationDueOn: { $lt: today() } };
      const heardToday = { heardAt: { $gte: new Date(`${today()}T00:00:00+08:00`) } };
      const found = await Device.find({ ...inUse, ...heardToday }, null, forTheWarning).lean<DeviceRecord[]>();
      for (const { _id } of found)
        await service.warnOfLapse(_id, calibrationOn(await recordsOf(_id, forTheWarning), today()));
    },

    /** Reminds of every calibration that ends within thirty days, once; what is warned of already is passed over. */
    async remind(): Promise<void> {
      const until = dayOf(new Date(context.clock().getTime() + reminderDays * day));
      const ending = { dueOn: { $gte: today(), $lte: until } };
      const due = await Calibration.find(ending, null, forTheWarning).lean<CalibrationRecord[]>();
      for (const id of new Set(due.map(({ device }) => device))) {
        const inForce = calibrationInForce(await recordsOf(id, forTheWarning), today());
        const device = await Device.findById(id, null, forTheWarning).lean<DeviceRecord>();
        if (!device || device.state === 'retired' || !inForce?.conforms || inForce.dueOn > until) continue;
        if (await warnings.wasRaised(dueKey(id, inForce.dueOn))) continue;
        await tell(device, calibrationDue({ id, name: device.name }, inForce.dueOn));
      }
    },

    start(): void {
      const look = () =>
        Promise.all([service.remind(), service.warnOfUse()]).catch((error: unknown) =>
          context.log.error({ err: error }, 'calibrations not looked through'),
        );
      timer ??= setInterval(() => void look(), lookEveryMilliseconds).unref();
      void look();
    },

    stop(): void {
      clearInterval(timer);
      timer = undefined;
    },
  };
  return service;
}

export type CalibrationsService = ReturnType<typeof createCalibrationsService>;

function calibrationView({ _id, divisionCode: _, recordedAt: __, ...record }: CalibrationRecord) {
  return { id: _id.toHexString(), ...record };
}
