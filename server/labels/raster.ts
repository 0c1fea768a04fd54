import sharp from 'sharp';
import type { Resolution } from './label.ts';
import type { Drawing } from './layout.ts';
import { svgOf } from './svg.ts';

/** One bit a dot, rows padded to whole bytes, the leftmost dot in the highest bit; 1 is black. */
export interface Bitmap {
  width: number;
  height: number;
  bytesPerRow: number;
  bytes: Buffer;
}

function picture(drawing: Drawing) {
  const { width, height } = drawing;
  return sharp(Buffer.from(svgOf(drawing, { width: `${width}`, height: `${height}` }, '')));
}

export function pngOf(drawing: Drawing, dpi: Resolution): Promise<Buffer> {
  return picture(drawing).greyscale().withMetadata({ density: dpi }).png().toBuffer();
}

export async function bitmapOf(drawing: Drawing): Promise<Bitmap> {
  const { width, height } = drawing;
  const gray = await picture(drawing).greyscale().raw().toBuffer();
  const bytesPerRow = Math.ceil(width / 8);
  const bytes = Buffer.alloc(bytesPerRow * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if ((gray[y * width + x] ?? 255) < 128) {
        const index = y * bytesPerRow + (x >> 3);
        bytes[index] = (bytes[index] ?? 0) | (0x80 >> (x & 7));
      }
  return { width, height, bytesPerRow, bytes };
}
