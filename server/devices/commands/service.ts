import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { partOf, unscoped } from '../../database/guard.ts';
import { findPage } from '../../database/page.ts';
import { inTransaction } from '../../database/transaction.ts';
import { Conflict, IllegalTransition, InvalidInput } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { whyRefused } from '../lifecycle.ts';
import { type DeviceRecord, deviceModels } from '../model.ts';
import { inPeriods, readablePeriods } from '../readable.ts';
import { parameterFault, stateAt } from '../rules/command.ts';
import type { DevicesService } from '../service.ts';
import commandKinds from './data/commands.json' with { type: 'json' };
import { type CommandRecord, commandModels } from './model.ts';
import type { commandBody } from './schema.ts';

const longestAnswer = 500;
const byTheBroker = unscoped('the broker hands a device its own commands, and brings its answers');

/** What a device says of a command. */
export interface CommandAnswer {
  device: string;
  command: string;
  status: 'done' | 'refused';
  reason?: string | undefined;
  at: Date;
}

export interface PendingCommand {
  id: string;
  name: string;
  /** As a device that speaks for itself is told. */
  payload: Buffer;
  /** The gateway that hands it on, and the topic on which it takes it. */
  via?: { gateway: string; topic: string };
}

/** Commands to devices: kept until the device is there, answered by it, or over at their time. */
export function createCommandsService(context: Context, devices: Pick<DevicesService, 'requireDevice'>) {
  const { Command } = commandModels(context.connection);
  const { Device } = deviceModels(context.connection);

  const view = ({ _id, divisionCode: _, ...command }: CommandRecord) => ({
    id: _id.toHexString(),
    ...command,
    state: stateAt(command, context.clock()),
    createdAt: command.createdAt.toISOString(),
    expiresAt: command.expiresAt.toISOString(),
    sentAt: command.sentAt?.toISOString(),
    answeredAt: command.answeredAt?.toISOString(),
  });

  return {
    kinds: async () => ({ items: commandKinds }),

    async list(caller: Caller, id: string, query: { limit: number; cursor?: string | undefined }) {
      const device = await devices.requireDevice(caller, id);
      const scoped = partOf('device-commands', { device: id });
      const visible = inPeriods('createdAt', readablePeriods(caller, device, 'devices:read'));
      const page = await findPage(Command, visible, { ...query, order: 'descending' }, scoped);
      return { items: page.items.map((command) => view(command as CommandRecord)), nextCursor: page.nextCursor };
    },

    async send(caller: Caller, id: string, body: z.infer<typeof commandBody>) {
      const device = await devices.requireDevice(caller, id, 'devices:command');
      const refusal = whyRefused(device, 'command');
      if (refusal) throw new IllegalTransition(refusal);
      refuseUnlessReached(device, body.name);
      const kind = commandKinds.find(({ name }) => name === body.name);
      if (!kind) throw InvalidInput.field('/name', `is none of ${commandKinds.map(({ name }) => name).join(', ')}`);
      const fault = parameterFault(kind, body.parameters);
      if (fault) throw InvalidInput.field(`/parameters/${fault.name}`, fault.message);
      const createdAt = context.clock();
      const command: CommandRecord = {
        _id: new Types.ObjectId(),
        device: id,
        divisionCode: device.divisionCode,
        name: body.name,
        parameters: body.parameters,
        state: 'queued',
        createdBy: caller.username,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + body.expiresInMinutes * 60_000),
      };
      await inTransaction(context, actorOf(caller), async ({ session, emit }) => {
        await Command.create([command], { session, ...partOf('device-commands', { device: id }) });
        emit('command.queued', { deviceId: id });
      });
      return view(command);
    },

    /**
     * For the broker: what waits for the device, the oldest first, as it is published. What was sent through a gateway does not
     * come again: not every device shows what it has done, and one that does not would restart each time.
     */
    async pending(device: string): Promise<PendingCommand[]> {
      const target = await Device.findById(device, null, byTheBroker).lean<DeviceRecord>();
      const { gatewayId, vitals } = target ?? {};
      const via = gatewayId !== undefined && vitals?.commands && { gateway: gatewayId, topic: vitals.commands.topic };
      const waiting = {
        device,
        state: { $in: gatewayId === undefined ? ['queued' as const, 'sent' as const] : ['queued' as const] },
        expiresAt: { $gt: context.clock() },
      };
      const found = await Command.find(waiting, null, byTheBroker).sort({ _id: 1 }).lean<CommandRecord[]>();
      return found.map(({ _id, name, parameters, createdAt, expiresAt }) => ({
        id: _id.toHexString(),
        name,
        payload: Buffer.from(JSON.stringify({ id: _id.toHexString(), name, parameters, at: createdAt, expiresAt })),
        ...(via && { via }),
      }));
    },

    async noteSent(id: string): Promise<void> {
      const sent = { $set: { state: 'sent' as const, sentAt: context.clock() } };
      await Command.updateOne({ _id: id, state: 'queued' }, sent).setOptions(byTheBroker);
    },

    /** For the broker: data of a device that answers nothing show that it has carried out what it was sent by this name. */
    async noteDone(device: string, name: string, at: Date): Promise<void> {
      const sent = { device, name, state: 'sent' as const, expiresAt: { $gt: at } };
      const done = { $set: { state: 'acknowledged' as const, answeredAt: at } };
      await Command.updateMany(sent, done).setOptions(byTheBroker);
    },

    /** @returns why the answer is not taken; `null` when it is, or says what is known */
    async answer({ device, command, status, reason, at }: CommandAnswer): Promise<string | null> {
      const known = Types.ObjectId.isValid(command)
        ? await Command.findOne({ _id: command, device }, null, byTheBroker).lean<CommandRecord>()
        : null;
      if (!known) return `There is no command ${command} to this device.`;
      const state = status === 'done' ? 'acknowledged' : 'refused';
      if (known.state === state) return null;
      if (stateAt(known, at) === 'expired') return `The command ${command} had expired.`;
      if (known.state === 'acknowledged' || known.state === 'refused')
        return `The command ${command} was answered otherwise before.`;
      const answer = reason === undefined ? {} : { answer: reason.slice(0, longestAnswer) };
      const unanswered = { _id: known._id, state: { $in: ['queued' as const, 'sent' as const] } };
      await Command.updateOne(unanswered, { $set: { state, answeredAt: at, ...answer } }).setOptions(byTheBroker);
      return null;
    },
  };
}

/** @throws Conflict when no way is known to bring this command to a device behind a gateway */
function refuseUnlessReached({ _id, gatewayId, vitals }: DeviceRecord, name: string): void {
  if (gatewayId === undefined) return;
  const takes = vitals?.commands?.takes ?? [];
  if (takes.length === 0)
    throw new Conflict(
      `${_id} is behind the gateway ${gatewayId}, and has announced no command: only Sparkplug B devices do, by the metrics Device Control/Reboot and Device Control/Rebirth of their birth`,
    );
  if (!takes.includes(name))
    throw new Conflict(`${_id} is behind the gateway ${gatewayId}, and takes only ${takes.join(', ')}`);
}

export type CommandsService = ReturnType<typeof createCommandsService>;
