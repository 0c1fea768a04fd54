import { randomBytes } from 'node:crypto';
import type { ClientSession, Model, Schema } from 'mongoose';
import { attributionOf } from './actor.ts';
import { auditedAs, vouchedFor } from './audited.ts';
import { digestOf, type Fields } from './digest.ts';
import { changeEntries } from './entry.ts';

/**
 * Writes into the log that somebody was shown these fields of a record in the clear.
 * @throws Error when the model is not under the log, or nobody answers for the transaction
 */
export async function logReveal<Record extends { _id: unknown }>(
  model: Model<Record>,
  session: ClientSession,
  record: Record,
  fields: readonly string[],
): Promise<void> {
  const how = auditedAs(model.schema as unknown as Schema);
  if (!how) throw new Error(`${model.collection.name} is not under the audit log`);
  const { actor, at, reason } = attributionOf(session, how.resource);
  const { divisionCode } = record as { divisionCode?: string };
  const salt = randomBytes(16).toString('base64url');
  const entry = {
    at,
    actor,
    action: 'reveal' as const,
    resource: how.resource,
    recordId: String(record._id),
    ...(divisionCode !== undefined && { divisionCode }),
    ...(reason !== undefined && { reason }),
    changes: fields.map((field) => ({ field })),
    salt,
    recordDigest: digestOf(salt, vouchedFor(record as Fields, how)),
    pending: true as const,
  };
  await changeEntries(model.db).insertMany([entry], { session });
}
