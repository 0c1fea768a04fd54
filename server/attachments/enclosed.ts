import { Types } from 'mongoose';
import type { Context } from '../context.ts';
import { partOf } from '../database/guard.ts';
import type { Work } from '../database/transaction.ts';
import { InvalidInput, TooLarge } from '../errors.ts';
import { attachmentModels } from './model.ts';
import type { AttachableResource } from './schema.ts';
import { describeFile, type TakenFile, takeFile, writeFile } from './take.ts';

interface Owner {
  resource: AttachableResource;
  record: string;
  divisionCode: string;
}

/** Keeps what was read, in the transaction that creates the record it came with. */
export type KeepPhotos = (work: Work, owner: Owner) => Promise<void>;

/**
 * Photographs that a stranger encloses with a record: of each its pixels alone are kept, neither where nor with which
 * camera it was taken, so that whoever stays without a name has none in a file either (ADR 81).
 */
export function createEnclosedPhotos(context: Context) {
  const models = attachmentModels(context.connection);

  /** @throws InvalidInput at `/photos` for what is no readable image of a kind and size that is taken */
  return async (photos: readonly Buffer[]): Promise<KeepPhotos> => {
    const taken: TakenFile[] = [];
    for (const photo of photos) taken.push(await takePhoto(photo));
    return async ({ session, actor }, { resource, record, divisionCode }) => {
      for (const photo of taken) {
        const _id = new Types.ObjectId();
        await writeFile(models, session, _id, { file: photo.content });
        const file = describeFile(photo);
        const from = { purpose: 'illustration' as const, createdAt: context.clock(), createdBy: actor.name };
        await models.Attachment.create([{ _id, resource, recordId: record, divisionCode, file, ...from }], {
          session,
          ...partOf('attachments', { resource, recordId: record }),
        });
      }
    };
  };
}

async function takePhoto(content: Buffer): Promise<TakenFile> {
  try {
    const taken = await takeFile(content);
    if (taken.image) return taken;
  } catch (error) {
    if (!(error instanceof InvalidInput || error instanceof TooLarge)) throw error;
  }
  throw InvalidInput.field('/photos', 'must be readable photographs: JPEG, PNG or WebP');
}
