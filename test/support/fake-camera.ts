import { writeFile } from 'node:fs/promises';
import { toBuffer } from 'qrcode';
import sharp from 'sharp';

/** A camera's width and height in pixels. */
const frame = { width: 1280, height: 720 };

/**
 * What starts Chromium with a camera that looks at a code lying on a table, written to `file` (.mjpeg: one JPEG after the
 * other); nobody is asked whether it may be used.
 */
export async function cameraLookingAt(text: string, file: string): Promise<string[]> {
  const code = await toBuffer(text, { scale: 8, margin: 4, errorCorrectionLevel: 'M' });
  const turned = await sharp(code).rotate(7, { background: '#ffffff' }).toBuffer();
  const picture = await sharp({ create: { ...frame, channels: 3, background: '#8a7b66' } })
    .composite([{ input: turned, gravity: 'center' }])
    .jpeg({ quality: 80 })
    .toBuffer();
  await writeFile(file, Buffer.concat([picture, picture]));
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  ];
}
