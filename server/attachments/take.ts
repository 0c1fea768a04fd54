import type { ClientSession, Types } from 'mongoose';
import { InvalidInput, TooLarge } from '../errors.ts';
import { type CleanImage, cleanImage } from './image.ts';
import type { attachmentModels } from './model.ts';
import { storedFile, writePieces } from './pieces.ts';
import { type Kind, kindOf, knownKinds } from './rules/kind.ts';

/** What is shown of a file: of an image its pixels written anew, with what its camera told of it. */
export type TakenFile = { type: string; content: Buffer; image: boolean } & Partial<Omit<CleanImage, 'content'>>;

/**
 * Takes a file by its content alone.
 * @throws InvalidInput for what is not taken or not readable, TooLarge beyond its kind's size
 */
export async function takeFile(content: Buffer): Promise<TakenFile> {
  const kind = requireKind(content);
  const cleaned = kind.image ? await cleanImage(content, kind.kind) : { content };
  return { ...cleaned, type: kind.type, image: kind.image };
}

/** What a record tells of a taken file. */
export function describeFile({ type, content, width, height }: TakenFile) {
  return { ...storedFile(type, content), ...(width && height && { width, height }) };
}

export async function writeFile(
  { Piece }: ReturnType<typeof attachmentModels>,
  session: ClientSession,
  id: Types.ObjectId,
  { file, original }: { file: Buffer; original?: Buffer | undefined },
): Promise<void> {
  await writePieces(Piece, session, id, 'file', file);
  if (original) await writePieces(Piece, session, id, 'original', original);
}

function requireKind(content: Buffer): Kind {
  const kind = kindOf(content);
  const taken = knownKinds.map(({ type }) => type).join(', ');
  if (!kind) throw InvalidInput.field('', `is not a file of a kind that is taken (${taken}), whatever it is called`);
  if (content.length > kind.bytes) throw new TooLarge(`A file of ${kind.type} may have ${kind.bytes} bytes`);
  return kind;
}
