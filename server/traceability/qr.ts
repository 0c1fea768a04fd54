import { toBuffer, toString as toText } from 'qrcode';

/**
 * Level M with the quiet zone of four modules that ISO/IEC 18004 asks for.
 * The PNG has whole pixels per module; scaling it would blur the edges.
 */
const options = { errorCorrectionLevel: 'M', margin: 4 } as const;

export function qrSvg(text: string): Promise<string> {
  return toText(text, { ...options, type: 'svg' });
}

export function qrPng(text: string): Promise<Buffer> {
  return toBuffer(text, { ...options, scale: 8 });
}
