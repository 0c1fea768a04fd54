import QRCode from 'qrcode';

interface Canvas {
  rect(x: number, y: number, width: number, height: number): { fill(color: string): unknown };
}

/** Modules of quiet zone on each side (ISO/IEC 18004). */
const quiet = 4;

const codeOf = (text: string) => QRCode.create(text, { errorCorrectionLevel: 'M' });

/** Draws the code as vectors, sharp at any size; the four modules of quiet zone are within the side. */
export function drawQrCode(canvas: Canvas, text: string, at: { left: number; top: number; side: number }): void {
  const { modules } = codeOf(text);
  const module = at.side / (modules.size + 2 * quiet);
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column))
        canvas
          .rect(at.left + (column + quiet) * module, at.top + (row + quiet) * module, module, module)
          .fill('#000000');
}

/** The side with which each module has exactly this size, quiet zone included; in the unit of the module. */
export function qrCodeSide(text: string, module: number): number {
  return (codeOf(text).modules.size + 2 * quiet) * module;
}
