import QRCode from 'qrcode';

interface Canvas {
  rect(x: number, y: number, width: number, height: number): { fill(color: string): unknown };
}

interface Code {
  /** Modules on each side, the four of the quiet zone included (ISO/IEC 18004). */
  side: number;
  /** The dark modules, by their place within the side. */
  dark: { column: number; row: number }[];
}

const quiet = 4;

/** The QR code of a text, at error correction level M. */
export function qrCode(text: string): Code {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const dark: Code['dark'] = [];
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) dark.push({ column: column + quiet, row: row + quiet });
  return { side: modules.size + 2 * quiet, dark };
}

/** Draws the code as vectors, sharp at any size; the quiet zone is within the side. */
export function drawQrCode(canvas: Canvas, text: string, at: { left: number; top: number; side: number }): void {
  const { side, dark } = qrCode(text);
  const module = at.side / side;
  for (const { column, row } of dark)
    canvas.rect(at.left + column * module, at.top + row * module, module, module).fill('#000000');
}

/** The side with which each module has exactly this size, quiet zone included; in the unit of the module. */
export function qrCodeSide(text: string, module: number): number {
  return qrCode(text).side * module;
}
