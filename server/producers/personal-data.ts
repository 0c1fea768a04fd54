import type { z } from 'zod';
import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import { inTransaction } from '../database/transaction.ts';
import { IllegalTransition, NotFound } from '../errors.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import { within } from '../identity/rights/within.ts';
import { reveal } from '../privacy/index.ts';
import { type ProducerRecord, producerModels } from './model.ts';
import type { correctProducerBody } from './schema.ts';
import { named } from './view.ts';

const asReadJustNow = unscoped('read within the scope in the same transaction');

/** What a person may ask of the data held of him: to see, to correct and to erase them (个人信息保护法 arts 45–47). */
export function createPersonalData(context: Context) {
  const { Producer } = producerModels(context.connection);

  return {
    /** In the clear; who asked and why is in the audit log. @throws NotFound */
    async reveal(caller: Caller, id: string, reason: string) {
      const scoped = within(caller, 'producers:reveal');
      const found = await reveal(context, { actor: actorOf(caller), reason }, Producer, id, scoped);
      if (!found) throw new NotFound('There is no such producer');
      return named(found);
    },

    /**
     * What is not named stays as it is; `null` takes a value away. Names that were copied, masked, into batches and
     * sites stay as they were recorded.
     * @throws IllegalTransition once the personal data are erased, NotFound
     */
    correct(caller: Caller, id: string, { reason, ...corrected }: z.output<typeof correctProducerBody>) {
      return inTransaction(
        context,
        actorOf(caller),
        async ({ session }) => {
          const producer = await Producer.findById(id, null, within(caller, 'producers:correct')).session(session);
          if (!producer) throw new NotFound('There is no such producer');
          if (producer.personalDataErasedAt) throw erasedAlready();
          for (const [field, value] of Object.entries(corrected)) producer.set(field, value ?? undefined);
          await producer.save({ session, ...asReadJustNow } as object);
          return producer.toObject() as ProducerRecord;
        },
        reason,
      );
    },

    /**
     * Destroys what identifies a person: contact and phone, and a smallholder's name. The record stays, for its batches.
     * @throws IllegalTransition when that was done before, NotFound
     */
    erase(caller: Caller, id: string, reason: string) {
      return inTransaction(
        context,
        actorOf(caller),
        async ({ session }) => {
          const scoped = within(caller, 'producers:erase-personal-data');
          const producer = await Producer.findById(id, null, scoped).session(session).lean<ProducerRecord>();
          if (!producer) throw new NotFound('There is no such producer');
          if (producer.personalDataErasedAt) throw erasedAlready();
          const erased = await Producer.findOneAndUpdate(
            { _id: producer._id },
            {
              $set: { personalDataErasedAt: context.clock() },
              $unset: { contactName: 1, phone: 1, ...(producer.kind === 'smallholder' && { name: 1 }) },
            },
            { session, returnDocument: 'after', ...scoped },
          ).lean<ProducerRecord>();
          return erased as ProducerRecord;
        },
        reason,
      );
    },
  };
}

function erasedAlready(): IllegalTransition {
  return new IllegalTransition('The personal data of this producer are erased');
}
