import { createHash } from 'node:crypto';
import type { ClientSession, Model, Types } from 'mongoose';
import type { PieceRecord } from './model.ts';
import type { StoredFile } from './schema.ts';

/** Well below MongoDB's 16 MB for one document. */
const pieceBytes = 1024 * 1024;

type Part = 'file' | 'original';

const key = (attachment: Types.ObjectId, part: Part, index: number) =>
  `${attachment.toHexString()}|${part}|${String(index).padStart(4, '0')}`;

export function storedFile(type: string, content: Buffer): StoredFile {
  return { type, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

/** Writes a file's content in the transaction that records it. */
export async function writePieces(
  Piece: Model<PieceRecord>,
  session: ClientSession,
  attachment: Types.ObjectId,
  part: Part,
  content: Buffer,
): Promise<void> {
  const count = Math.ceil(content.length / pieceBytes);
  const pieces = Array.from({ length: count }, (_, index) => ({
    _id: key(attachment, part, index),
    data: content.subarray(index * pieceBytes, (index + 1) * pieceBytes),
  }));
  await Piece.insertMany(pieces, { session });
}

/** Takes away all bytes of a file, in the transaction that records it. */
export async function erasePieces(
  Piece: Model<PieceRecord>,
  session: ClientSession,
  attachment: Types.ObjectId,
): Promise<void> {
  const id = attachment.toHexString();
  await Piece.deleteMany({ _id: { $gte: `${id}|`, $lt: `${id}}` } }, { session });
}

/** @throws Error when the pieces are not what was stored: they must never be shown as evidence */
export async function readPieces(
  Piece: Model<PieceRecord>,
  attachment: Types.ObjectId,
  part: Part,
  expected: StoredFile,
): Promise<Buffer> {
  const range = { $gte: key(attachment, part, 0), $lte: key(attachment, part, 9999) };
  const pieces = await Piece.find({ _id: range }).sort({ _id: 1 });
  const content = Buffer.concat(pieces.map(({ data }) => data));
  if (storedFile(expected.type, content).sha256 !== expected.sha256)
    throw new Error(`the ${part} of attachment ${attachment.toHexString()} is damaged: its hash does not agree`);
  return content;
}
