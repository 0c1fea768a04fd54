import QRCode from 'qrcode';

interface Canvas {
  rect(x: number, y: number, width: number, height: number): { fill(color: string): unknown };
}

/** Draws the code as vectors, sharp at any size; the four modules of quiet zone are within the side. */
export function drawQrCode(canvas: Canvas, text: string, at: { left: number; top: number; side: number }): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const quiet = 4;
  const module = at.side / (modules.size + 2 * quiet);
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column))
        canvas
          .rect(at.left + (column + quiet) * module, at.top + (row + quiet) * module, module, module)
          .fill('#000000');
}
