import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { partOf, unscoped } from '../../database/guard.ts';
import { findPage } from '../../database/page.ts';
import { inTransaction } from '../../database/transaction.ts';
import { Conflict, IllegalTransition, InvalidInput } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { whyRefused } from '../lifecycle.ts';
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

/** Commands to devices: kept until the device is there, answered by it, or over at their time. */
export function createCommandsService(context: Context, devices: Pick<DevicesService, 'requireDevice'>) {
  const { Command } = commandModels(context.connection);

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
      if (device.gatewayId)
        throw new Conflict(`${id} is behind the gateway ${device.gatewayId}: commands do not reach it`);
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

    /** For the broker: what waits for the device, the oldest first, as it is published. */
    async pending(device: string): Promise<{ id: string; payload: Buffer }[]> {
      const waiting = {
        device,
        state: { $in: ['queued' as const, 'sent' as const] },
        expiresAt: { $gt: context.clock() },
      };
      const found = await Command.find(waiting, null, byTheBroker).sort({ _id: 1 }).lean<CommandRecord[]>();
      return found.map(({ _id, name, parameters, createdAt, expiresAt }) => ({
        id: _id.toHexString(),
        payload: Buffer.from(JSON.stringify({ id: _id.toHexString(), name, parameters, at: createdAt, expiresAt })),
      }));
    },

    async noteSent(id: string): Promise<void> {
      const sent = { $set: { state: 'sent' as const, sentAt: context.clock() } };
      await Command.updateOne({ _id: id, state: 'queued' }, sent).setOptions(byTheBroker);
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

export type CommandsService = ReturnType<typeof createCommandsService>;
