import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { partOf, unscoped } from '../database/guard.ts';
import { findPage } from '../database/page.ts';
import { inTransaction } from '../database/transaction.ts';
import { Conflict, Forbidden, IllegalTransition, NotFound } from '../errors.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import { isAllowed } from '../identity/permissions.ts';
import { mayDo } from '../identity/rights/ability.ts';
import { requireRight } from '../identity/rights/within.ts';
import { type AttachmentVerb, stateOf, transitionOf, whyRefused } from './lifecycle.ts';
import { type AttachmentRecord, attachmentModels } from './model.ts';
import { erasePieces, readPieces, storedFile } from './pieces.ts';
import type { AttachableResource, createAttachmentQuery, listAttachmentsQuery, StoredFile } from './schema.ts';
import { describeFile, takeFile, writeFile } from './take.ts';
import { attachmentView } from './view.ts';

/** For each resource, finds the record as its own element does. @throws NotFound for what the caller may not see */
export type FindRecord = Record<AttachableResource, (caller: Caller, id: string) => Promise<{ divisionCode: string }>>;

const byItsRecord = unscoped('the record that it belongs to answers for who may see it');

const ofRecord = ({ resource, record }: { resource: string; record: string }) =>
  partOf('attachments', { resource, recordId: record });

/** 附件: photographs and documents that belong to records. Who may see a record may see its files, nobody else. */
export function createAttachmentsService(context: Context, deps: { findRecord: FindRecord }) {
  const models = attachmentModels(context.connection);
  const { Attachment, Piece } = models;

  const requireRecord = async (caller: Caller, resource: AttachableResource, id: string) => {
    if (!isAllowed(caller.roles, `${resource}:read`))
      throw new Forbidden(`The right ${resource}:read is not among your roles' rights`);
    return deps.findRecord[resource](caller, id);
  };

  /** Whoever may not read the record does not learn which one it is either. */
  const mayReadRecord = async (caller: Caller, { resource, recordId }: AttachmentRecord): Promise<boolean> => {
    try {
      await requireRecord(caller, resource as AttachableResource, recordId);
      return true;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw error;
    }
  };

  const requireAttachment = async (caller: Caller, id: string): Promise<AttachmentRecord> => {
    const attachment = await Attachment.findById(id, null, byItsRecord).lean<AttachmentRecord>();
    const readable = attachment && (await mayReadRecord(caller, attachment));
    if (!readable) throw new NotFound('There is no such attachment');
    return attachment;
  };

  /**
   * Withdraws a file with a reason, brings it back, or erases what it held. The record stays: who added it, its size and
   * digest, and who took it away.
   */
  const move = async (caller: Caller, id: string, verb: AttachmentVerb, reason: string) => {
    const attachment = await requireAttachment(caller, id);
    const { to, permission } = transitionOf(verb);
    requireRight(caller, permission, attachment);
    const refusal = whyRefused(attachment, verb);
    if (refusal) throw new IllegalTransition(refusal);
    const removal = { to, at: context.clock(), by: caller.username, reason };
    const moved = await inTransaction(
      context,
      actorOf(caller),
      async ({ session }) => {
        const changed = await Attachment.findOneAndUpdate(
          { _id: attachment._id, [`removals.${attachment.removals?.length ?? 0}`]: { $exists: false } },
          { $push: { removals: removal }, ...(to === 'erased' && { $unset: { name: 1, facts: 1 } }) },
          { session, returnDocument: 'after', ...byItsRecord },
        ).lean<AttachmentRecord>();
        if (!changed) throw new IllegalTransition('Somebody else has just changed this attachment');
        if (to === 'erased') await erasePieces(Piece, session, attachment._id);
        return changed;
      },
      reason,
    );
    return attachmentView(moved, caller);
  };

  return {
    /**
     * Takes a file by its content alone; images are written anew. An id that a device made up names the file: the same one
     * sent again is answered as it stands.
     * @throws Conflict when another file has that id, InvalidInput for what is not taken or not readable, NotFound when the record is not the caller's to see
     */
    async create(caller: Caller, wish: z.output<typeof createAttachmentQuery>, content: Buffer) {
      const { divisionCode } = await requireRecord(caller, wish.resource, wish.record);
      const taken = await takeFile(content);
      const { facts } = taken;
      const _id = new Types.ObjectId(wish.id);
      const keepsOriginal = wish.purpose === 'evidence' && taken.image;
      const attachment: AttachmentRecord = {
        _id,
        resource: wish.resource,
        recordId: wish.record,
        divisionCode,
        purpose: wish.purpose,
        ...(wish.name !== undefined && { name: wish.name }),
        file: describeFile(taken),
        ...(keepsOriginal && { original: storedFile(taken.type, content) }),
        ...(wish.purpose === 'evidence' && facts && Object.keys(facts).length > 0 && { facts }),
        createdAt: context.clock(),
        createdBy: caller.username,
      };
      try {
        await inTransaction(context, actorOf(caller), async ({ session }) => {
          await writeFile(models, session, _id, {
            file: taken.content,
            original: keepsOriginal ? content : undefined,
          });
          await Attachment.create([attachment], { session, ...ofRecord(wish) });
        });
        return attachmentView(attachment, caller);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const there = await Attachment.findById(_id, null, byItsRecord).lean<AttachmentRecord>();
        if (there && isSame(there, attachment)) return attachmentView(there, caller);
        throw new Conflict('Another file has this id', [{ pointer: '/id', message: 'is taken' }]);
      }
    },

    async list(caller: Caller, query: z.output<typeof listAttachmentsQuery>) {
      await requireRecord(caller, query.resource, query.record);
      const page = await findPage(Attachment, {}, { ...query, order: 'ascending' }, ofRecord(query));
      return {
        items: (page.items as AttachmentRecord[]).map((each) => attachmentView(each, caller)),
        nextCursor: page.nextCursor,
      };
    },

    get: async (caller: Caller, id: string) => attachmentView(await requireAttachment(caller, id), caller),

    move,

    /** @throws NotFound also when no original is kept, or it has been withdrawn from whoever only reads, or erased */
    async open(caller: Caller, id: string, part: 'file' | 'original'): Promise<StoredFile & { content: Buffer }> {
      const attachment = await requireAttachment(caller, id);
      const state = stateOf(attachment);
      if (state === 'erased') throw new NotFound('What this attachment held has been erased');
      if (state === 'withdrawn' && !mayDo(caller, 'attachments:withdraw', attachment))
        throw new NotFound('This attachment has been withdrawn');
      const stored = attachment[part];
      if (!stored) throw new NotFound('No original is kept of this attachment');
      return { ...stored, content: await readPieces(Piece, attachment._id, part, stored) };
    },
  };
}

export type AttachmentsService = ReturnType<typeof createAttachmentsService>;

/** What was sent is what is there, of the same record and by the same person. */
function isSame(there: AttachmentRecord, sent: AttachmentRecord): boolean {
  const digest = ({ original, file }: AttachmentRecord) => (original ?? file).sha256;
  return (
    there.createdBy === sent.createdBy &&
    there.resource === sent.resource &&
    there.recordId === sent.recordId &&
    there.purpose === sent.purpose &&
    digest(there) === digest(sent)
  );
}
