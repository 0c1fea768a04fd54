import type { Request } from 'express';
import { InvalidInput } from '../../errors.ts';
import { type FormBody, readForm } from '../../http/form-body.ts';

/** Photographs of one complaint, an operator's choice: what a telephone takes, over a village's network. */
const mostPhotos = 3;
const largestPhoto = 8 * 1024 * 1024;

/** A text of 2 000 characters, each of which a form writes with up to twelve bytes, and the other fields. */
const textBytes = 32 * 1024;
const mostTexts = 10;
/** More than are kept, so that whoever chose too many gets back what was typed. */
const mostParts = mostTexts + 10 * mostPhotos;

/** A complaint's form with its photographs. @throws TooLarge, InvalidInput for what is no such form */
export async function readComplaintForm(request: Request): Promise<{ texts: FormBody['texts']; photos: Buffer[] }> {
  const { texts, files } = await readForm(request, { bytes: mostPhotos * largestPhoto + textBytes, parts: mostParts });
  if (files.some(({ field }) => field !== 'photos'))
    throw InvalidInput.field('', 'has a file in a field that takes none');
  return { texts, photos: files.map(({ content }) => content) };
}

export const readTexts = async (request: Request): Promise<FormBody['texts']> =>
  (await readForm(request, { bytes: textBytes, parts: mostTexts })).texts;

/** @throws InvalidInput for more or larger ones than are taken */
export function requireFewPhotos(photos: readonly Buffer[]): void {
  if (photos.length > mostPhotos || photos.some(({ length }) => length > largestPhoto))
    throw InvalidInput.field('/photos', `must be at most ${mostPhotos}, of ${largestPhoto} bytes each`);
}
