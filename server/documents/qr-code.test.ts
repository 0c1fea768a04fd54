import { expect } from 'chai';
import { PNG } from 'pngjs';
import { readQrCode } from '../../test/support/qr-code.ts';
import labels from './data/labels.json' with { type: 'json' };
import { drawQrCode, qrCodeSide } from './qr-code.ts';

/** Of a thermal printer of 203 dpi. */
const dotsPerMillimetre = 8;

describe('the QR code of a label', () => {
  for (const text of [
    'https://trace.example.cn/c/H6110022026000042X',
    `https://a-longer-host.example.gov.cn/c/${'1'.repeat(40)}`,
  ])
    it(`of ${text.length} characters is whole dots of the printer, fits on the smallest label, and is read back`, () => {
      const side = qrCodeSide(text, labels.qrModule);
      expect(side).to.be.below(labels.layouts['label-60x40'].height - 2 * labels.layouts['label-60x40'].margin);
      const dots = side * dotsPerMillimetre;
      const image = new PNG({ width: dots, height: dots });
      image.data.fill(255);
      const canvas = {
        rect: (...box: number[]) => ({
          fill() {
            const [left = 0, top = 0, width = 0, height = 0] = box.map(
              (millimetres) => millimetres * dotsPerMillimetre,
            );
            for (const edge of [left, top, width, height]) expect(edge % 1).to.be.closeTo(0, 1e-9);
            for (let y = Math.round(top); y < Math.round(top + height); y++)
              for (let x = Math.round(left); x < Math.round(left + width); x++)
                image.data.fill(0, (y * dots + x) * 4, (y * dots + x) * 4 + 3);
          },
        }),
      };
      drawQrCode(canvas, text, { left: 0, top: 0, side });
      expect(readQrCode(PNG.sync.write(image))).to.equal(text);
    });
});
