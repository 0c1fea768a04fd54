import type { Size } from './label.ts';
import type { Bitmap } from './raster.ts';

/** Between two labels on a roll. */
const gapMillimeters = 2;

/**
 * TSPL, spoken by most label printers made in China (Gprinter, Deli, Xprinter, TSC): SIZE, GAP, CLS, BITMAP, PRINT. Unlike elsewhere a
 * cleared bit is a black dot.
 */
export function tsplOf({ bytesPerRow, height, bytes }: Bitmap, size: Size, copies: number): Buffer {
  const head = `SIZE ${size.width} mm,${size.height} mm\r\nGAP ${gapMillimeters} mm,0 mm\r\nDIRECTION 1\r\nCLS\r\nBITMAP 0,0,${bytesPerRow},${height},0,`;
  return Buffer.concat([
    Buffer.from(head),
    bytes.map((byte) => ~byte & 0xff) as Buffer,
    Buffer.from(`\r\nPRINT 1,${copies}\r\n`),
  ]);
}

/** ZPL II, Zebra's language: ^PW and ^LL are the label in dots, ^GFA the dots as hexadecimal digits, ^PQ how many. */
export function zplOf({ width, height, bytesPerRow, bytes }: Bitmap, copies: number): string {
  const total = bytes.length;
  return `^XA\n^PW${width}\n^LL${height}\n^FO0,0^GFA,${total},${total},${bytesPerRow},${bytes.toString('hex').toUpperCase()}^FS\n^PQ${copies}\n^XZ\n`;
}
