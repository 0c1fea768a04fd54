import { expect } from 'chai';
import sharp from 'sharp';
import { readQrCode } from '../../test/support/qr-code.ts';
import { InvalidInput } from '../errors.ts';
import { type LabelFormat, printLabel } from './index.ts';
import { presets, type Resolution, resolutions } from './label.ts';
import { layOut } from './layout.ts';

const label = {
  title: '富硒西芹',
  subtitle: 'Celery',
  facts: [
    { name: '产地', value: '商洛市山阳县十里铺街道十里铺菜地' },
    { name: '生产者', value: '山阳县十里铺蔬菜种植专业合作社' },
  ],
  code: '批次 DEMO-V6-20261124',
  hint: '扫码查看产地、检测和去向',
  address: 'https://trace.example/q/DEMO-V6-20261124',
};
const at = new Date('2026-11-25T00:00:00Z');
const print = (format: LabelFormat, { preset = '60x40', dpi = 203 as Resolution, copies = 1 } = {}) =>
  printLabel(label, { preset, format, dpi, copies, at });

/** A picture again of what a printer would put on the label: 1 is black. */
async function printed(bytes: Buffer, bytesPerRow: number): Promise<Buffer> {
  const height = bytes.length / bytesPerRow;
  const gray = Buffer.alloc(bytesPerRow * 8 * height);
  for (const [index, byte] of bytes.entries())
    for (let bit = 0; bit < 8; bit++) gray[index * 8 + bit] = byte & (0x80 >> bit) ? 0 : 255;
  const raw = { width: bytesPerRow * 8, height, channels: 1 as const };
  return sharp(gray, { raw }).toColorspace('srgb').ensureAlpha().png().toBuffer();
}

describe('labels', function () {
  this.timeout(60_000);

  it('show a letter that the font lacks as its number, not as an empty box', async () => {
    const drawn = (title: string) =>
      printLabel({ ...label, title }, { preset: '60x40', format: 'png', dpi: 203, copies: 1, at });
    expect(await drawn('𠮷茶')).to.deep.equal(await drawn('〔U+20BB7〕茶'));
  });

  it('draw every module of the code with the same whole number of dots, no finer than it can be read', () => {
    for (const dpi of resolutions)
      for (const preset of presets) {
        const { modules, module, width, height } = layOut(label, preset.of ?? preset, dpi);
        expect(Number.isInteger(module)).to.equal(true);
        expect((module * 25.4) / dpi, `${preset.name} at ${dpi} dpi`).to.be.at.least(0.396);
        for (const { left, top, side } of modules) {
          expect([Number.isInteger(left), Number.isInteger(top), side]).to.deep.equal([true, true, module]);
          expect(left + side).to.be.at.most(width);
          expect(top + side).to.be.at.most(height);
        }
      }
  });

  it('are read by a phone from the picture, at both resolutions', async () => {
    for (const dpi of resolutions) {
      const png = await sharp(Buffer.from(await print('png', { dpi })))
        .ensureAlpha()
        .toColorspace('srgb')
        .png()
        .toBuffer();
      expect(readQrCode(png)).to.equal(label.address);
    }
    expect(await sharp(Buffer.from(await print('png'))).metadata()).to.include({
      width: 479,
      height: 319,
      density: 203,
    });
  });

  it('say the same in ZPL and TSPL, where black is the other bit', async () => {
    const zpl = String(await print('zpl', { copies: 3 }));
    const [, total, perRow, digits] = /\^GFA,(\d+),\1,(\d+),([0-9A-F]+)\^FS/.exec(zpl) ?? [];
    const bytes = Buffer.from(digits ?? '', 'hex');
    expect(bytes.length).to.equal(Number(total));
    expect(zpl)
      .to.match(/^\^XA\n\^PW479\n\^LL319\n/)
      .and.contain('^PQ3');
    expect(readQrCode(await printed(bytes, Number(perRow)))).to.equal(label.address);

    const tspl = Buffer.from(await print('tspl', { copies: 3 }));
    const head = /^SIZE 60 mm,40 mm\r\nGAP 2 mm,0 mm\r\nDIRECTION 1\r\nCLS\r\nBITMAP 0,0,60,319,0,/.exec(
      tspl.toString('latin1'),
    );
    expect(head).to.not.equal(null);
    const start = head?.[0].length ?? 0;
    expect(tspl.subarray(start, start + bytes.length).map((byte) => ~byte & 0xff)).to.deep.equal(bytes);
    expect(tspl.subarray(start + bytes.length).toString('latin1')).to.equal('\r\nPRINT 1,3\r\n');
  });

  it('fill sheets, and tell what does not fit', async () => {
    const sheets = Buffer.from(await print('pdf', { preset: 'a4-60x40', copies: 22 })).toString('latin1');
    expect(sheets.match(/\/Type \/Page\b/g)).to.have.length(2);
    expect(sheets).to.contain('/MediaBox [0 0 595.27');
    const refused = async (asked: Promise<unknown>) =>
      asked.then(
        () => null,
        (error: unknown) => error,
      );
    expect(await refused(print('zpl', { preset: 'a4-60x40' }))).to.be.instanceOf(InvalidInput);
    const long = { ...label, address: `${label.address}${'x'.repeat(900)}` };
    const asked = { preset: '60x40', format: 'svg', dpi: 203, copies: 1, at } as const;
    expect(await refused(printLabel(long, asked))).to.be.instanceOf(InvalidInput);
    const wordy = { ...label, facts: Array.from({ length: 9 }, () => ({ name: '产地', value: '商洛市'.repeat(20) })) };
    expect(await refused(printLabel(wordy, asked))).to.be.instanceOf(InvalidInput);
  });

  it('are outlines alone in SVG: no font is asked for, nothing in the text is markup', async () => {
    const svg = String(
      await printLabel({ ...label, title: '<b>&' }, { preset: '80x60', format: 'svg', dpi: 300, copies: 1, at }),
    );
    expect(svg).to.not.match(/<text|font|<b>/);
    expect(svg).to.contain('<title>&lt;b&gt;&amp; ');
    expect(svg).to.match(/width="[\d.]+mm"/);
  });
});
