import { z } from 'zod';
import { bilingual, instant, recordId } from '../../http/fields.ts';
import { commandStates } from '../rules/command.ts';

export const commandBody = z.strictObject({
  name: z.string().min(1).max(64).meta({ description: 'One of GET /api/v1/command-kinds' }),
  parameters: z.record(z.string().max(64), z.number()).default({}),
  expiresInMinutes: z.int().min(1).max(43_200).default(1440),
});

export const commandSchema = z
  .object({
    id: recordId,
    device: z.string(),
    name: z.string(),
    parameters: z.record(z.string(), z.number()),
    state: z.enum(commandStates).meta({
      description:
        'queued: waits for the device; sent: published to it; acknowledged or refused by it; expired unanswered',
    }),
    createdBy: z.string(),
    createdAt: instant,
    expiresAt: instant,
    sentAt: instant.optional(),
    answeredAt: instant.optional(),
    answer: z.string().optional(),
  })
  .meta({ id: 'DeviceCommand' });

export const commandKindsSchema = z
  .object({
    items: z.array(
      z.object({
        name: z.string(),
        title: bilingual,
        parameters: z.array(z.object({ name: z.string(), title: bilingual, minimum: z.number(), maximum: z.number() })),
      }),
    ),
  })
  .meta({ id: 'CommandKinds' });
