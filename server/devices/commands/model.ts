import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';
import type { CommandState } from '../rules/command.ts';

export interface CommandRecord {
  _id: Types.ObjectId;
  device: string;
  divisionCode: string;
  name: string;
  parameters: Record<string, number>;
  state: Exclude<CommandState, 'expired'>;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
  sentAt?: Date;
  answeredAt?: Date;
  /** What the device said with its answer. */
  answer?: string;
}

const commandSchema = new Schema<CommandRecord>(
  {
    device: { type: String, required: true, index: true },
    divisionCode: { type: String, required: true },
    name: { type: String, required: true },
    parameters: { type: Schema.Types.Mixed, required: true },
    state: { type: String, required: true },
    createdBy: { type: String, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    sentAt: Date,
    answeredAt: Date,
    answer: String,
  },
  { collection: 'device_commands', versionKey: false, minimize: false },
);
commandSchema.index({ state: 1, createdAt: 1 });
guarded(commandSchema, { resource: 'device-commands' });
audited(commandSchema, { resource: 'device-commands', telemetry: ['state', 'sentAt', 'answeredAt', 'answer'] });

export function commandModels(connection: Connection) {
  return { Command: connection.model<CommandRecord>('DeviceCommand', commandSchema) };
}
