import type { Context } from '../context.ts';
import { partOf } from '../database/guard.ts';
import type { Work } from '../database/transaction.ts';
import { attachmentModels } from './model.ts';
import type { AttachableResource } from './schema.ts';

/** Has the files of a record follow it into another division, in the transaction that hands it over. */
export type FilesFollow = (
  work: Pick<Work, 'session'>,
  of: { resource: AttachableResource; record: string; divisionCode: string },
) => Promise<void>;

export function createFilesFollow({ connection }: Pick<Context, 'connection'>): FilesFollow {
  const { Attachment } = attachmentModels(connection);
  return async ({ session }, { resource, record, divisionCode }) => {
    await Attachment.updateMany(
      { resource, recordId: record },
      { $set: { divisionCode } },
      { session, ...partOf('attachments', { resource, recordId: record }) },
    );
  };
}
