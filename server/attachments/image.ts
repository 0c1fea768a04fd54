import sharp, { type Metadata } from 'sharp';
import { InvalidInput } from '../errors.ts';
import { type CaptureFacts, captureFacts } from './rules/capture-facts.ts';
import type { ImageFormat } from './rules/kind.ts';

export interface CleanImage {
  content: Buffer;
  width: number;
  height: number;
  facts: CaptureFacts;
}

/** A phone's largest photographs have 50 megapixels; decoded, one pixel takes four bytes. */
const mostPixels = 60_000_000;

/** One picture is decoded at a time: a decoded one may take a quarter of a gigabyte. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Decodes an image and writes its pixels anew, upright, in the same format: whatever else the file held is gone.
 * @throws InvalidInput when it is damaged, or has more pixels than any photograph
 */
export function cleanImage(content: Buffer, format: ImageFormat): Promise<CleanImage> {
  const cleaned = turn.then(() => clean(content, format));
  turn = cleaned.catch(() => undefined);
  return cleaned;
}

async function clean(content: Buffer, format: ImageFormat): Promise<CleanImage> {
  const image = () => sharp(content, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 });
  const metadata = await readable<Metadata>(image().metadata());
  if (metadata.format !== format) throw InvalidInput.field('', `is not the ${format} image that it begins as`);
  if (metadata.width * metadata.height > mostPixels)
    throw InvalidInput.field('', `has more than ${mostPixels / 1e6} million pixels`);
  const { data, info } = await readable(
    image().autoOrient().toFormat(format).timeout({ seconds: 20 }).toBuffer({ resolveWithObject: true }),
  );
  const facts = metadata.exif ? captureFacts(metadata.exif) : {};
  return { content: data, width: info.width, height: info.height, facts };
}

async function readable<Result>(decoding: Promise<Result>): Promise<Result> {
  try {
    return await decoding;
  } catch {
    throw InvalidInput.field('', 'is not a readable image');
  }
}
