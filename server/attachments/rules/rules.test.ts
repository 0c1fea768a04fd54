import { expect } from 'chai';
import { assert, property, uint8Array } from 'fast-check';
import sharp from 'sharp';
import { captureFacts } from './capture-facts.ts';
import { kindOf } from './kind.ts';

const pixels = () => sharp({ create: { width: 8, height: 6, channels: 3, background: 'green' } });

async function exifOf(exif: Parameters<ReturnType<typeof pixels>['withExif']>[0]): Promise<Buffer> {
  const written = await pixels().withExif(exif).jpeg().toBuffer();
  const { exif: block } = await sharp(written).metadata();
  if (!block) throw new Error('no EXIF was written');
  return block;
}

describe('the kind of a file', () => {
  it('is read from its first bytes alone', async () => {
    expect(kindOf(await pixels().jpeg().toBuffer())?.type).to.equal('image/jpeg');
    expect(kindOf(await pixels().png().toBuffer())?.type).to.equal('image/png');
    expect(kindOf(await pixels().webp().toBuffer())?.type).to.equal('image/webp');
    expect(kindOf(Buffer.from('%PDF-1.7\n%âãÏÓ\n'))?.type).to.equal('application/pdf');
  });

  it('is unknown for what can hold scripts or programs, whatever stands further on', () => {
    for (const content of [
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      '<!doctype html><script>alert(1)</script>%PDF-1.7',
      'GIF89a/*<script>*/',
      'PK\x03\x04 an office document',
      'MZ\x90\x00',
      '\x7fELF',
      ' %PDF-1.7',
      'RIFF\x00\x00\x00\x00WAVE',
      '',
    ])
      expect(kindOf(Buffer.from(content, 'latin1')), content).to.equal(undefined);
  });
});

describe('the facts of a photograph', () => {
  it('are its time with offset, and its place', async () => {
    const exif = await exifOf({
      IFD2: { DateTimeOriginal: '2026:05:03 08:00:00', OffsetTimeOriginal: '+08:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '33/1 52/1 1234/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '109/1 55/1 600/100',
      },
    });
    expect(captureFacts(exif)).to.deep.equal({
      takenAt: '2026-05-03T08:00:00+08:00',
      place: { latitude: 33.8700944, longitude: 109.9183333 },
    });
  });

  it('are left out where they cannot be true', async () => {
    const impossible = await exifOf({
      IFD2: { DateTimeOriginal: '2026:02:31 08:00:00' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '99/1 0/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '0/0 0/1 0/1' },
    });
    expect(captureFacts(impossible)).to.deep.equal({});
    const blank = await exifOf({ IFD2: { DateTimeOriginal: '    :  :     :  :  ' } });
    expect(captureFacts(blank)).to.deep.equal({});
  });

  it('of any bytes at all are facts or nothing, never an error', async () => {
    const real = await exifOf({ IFD2: { DateTimeOriginal: '2026:05:03 08:00:00' }, IFD3: { GPSLatitudeRef: 'S' } });
    assert(property(uint8Array({ maxLength: 200 }), (bytes) => void captureFacts(Buffer.from(bytes))));
    assert(
      property(uint8Array({ minLength: 1, maxLength: 60 }), (noise) => {
        const damaged = Buffer.from(real);
        for (const [index, byte] of noise.entries()) damaged[(index * 7 + byte) % damaged.length] = byte;
        captureFacts(damaged);
      }),
      { numRuns: 1000 },
    );
  });
});
