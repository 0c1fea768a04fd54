import { createRequire } from 'node:module';
import { PNG } from 'pngjs';

// The package's types and its module form disagree about the default export.
const jsQR: typeof import('jsqr')['default'] = createRequire(import.meta.url)('jsqr');

/** What a phone reads from a QR code's picture; an empty text when it reads nothing. */
export function readQrCode(png: Buffer): string {
  const image = PNG.sync.read(png);
  return jsQR(new Uint8ClampedArray(image.data), image.width, image.height)?.data ?? '';
}
