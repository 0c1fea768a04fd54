import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { expect } from 'chai';
import sharp from 'sharp';
import type { Api } from './support/api.ts';
import { registerBatch, registerFarm } from './support/farm.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

interface StoredFile {
  type: string;
  bytes: number;
  sha256: string;
  url: string;
}

interface Attachment {
  id: string;
  file: StoredFile & { width: number; height: number };
  original?: StoredFile;
  takenAt?: string;
  place?: { longitude: number; latitude: number };
  errors?: { pointer: string }[];
}

const marker = 'SECRET-CAMERA-OWNER';

function photograph(): Promise<Buffer> {
  return sharp({ create: { width: 64, height: 48, channels: 3, background: '#3a7' } })
    .withExif({
      IFD0: { Artist: marker },
      IFD2: { DateTimeOriginal: '2026:05:03 08:00:00', OffsetTimeOriginal: '+08:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '33/1 52/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '109/1 55/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** A PNG of some hundred bytes that says of itself how large it is. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, checksum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc(1 << 20));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

describe('attachments', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let officer: Api;
  let code: string;
  let neighbour: Api;

  before(async () => {
    test = await startTestPlatform();
    code = await registerBatch(test.admin, await registerFarm(test.admin, '611002104'));
    officer = await test.signInAs('shangzhou', ['supervisor'], '611002');
    neighbour = await test.signInAs('luonan', ['supervisor'], '611021');
  });
  after(() => test.stop());

  const upload = async (content: Buffer, more: { api?: Api; type?: string; query?: string } = {}) => {
    const { api = officer, type = 'application/octet-stream', query = `resource=batches&record=${code}` } = more;
    const purpose = query.includes('purpose') ? '' : '&purpose=evidence';
    const answer = await fetch(`${test.url}/api/v1/attachments?${query}${purpose}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.token}`, 'content-type': type },
      body: new Uint8Array(content),
    });
    return { status: answer.status, body: (await answer.json()) as Attachment };
  };

  const download = async (url: string, api: Api = officer) => {
    const answer = await fetch(test.url + url, { headers: { authorization: `Bearer ${api.token}` } });
    return { status: answer.status, headers: answer.headers, content: Buffer.from(await answer.arrayBuffer()) };
  };

  it('keep what evidence needs of a photograph, and show its pixels alone', async () => {
    const photo = await photograph();
    const { status, body } = await upload(photo);
    expect(status).to.equal(201);
    expect(body).to.include({ takenAt: '2026-05-03T08:00:00+08:00' });
    expect(body.place).to.deep.equal({ latitude: 33.8666667, longitude: 109.9166667 });
    expect([body.file.width, body.file.height], 'upright').to.deep.equal([48, 64]);
    const shown = await download(body.file.url);
    expect(shown.status).to.equal(200);
    expect(shown.headers.get('content-type')).to.equal('image/jpeg');
    expect(shown.headers.get('content-security-policy')).to.include('sandbox').and.include("default-src 'none'");
    expect(shown.headers.get('x-content-type-options')).to.equal('nosniff');
    const metadata = await sharp(shown.content).metadata();
    expect([metadata.exif, metadata.xmp, metadata.iptc]).to.deep.equal([undefined, undefined, undefined]);
    expect(shown.content.includes(marker)).to.equal(false);
    expect(sha256(shown.content)).to.equal(body.file.sha256);
    const original = await download(body.original?.url ?? '');
    expect(original.content.equals(photo), 'byte for byte').to.equal(true);
    expect(body.original?.sha256).to.equal(sha256(photo));
    expect(original.headers.get('content-type')).to.equal('application/octet-stream');
    expect(original.headers.get('content-disposition')).to.match(/^attachment; filename="[0-9a-f]{24}\.jpeg"$/);
  });

  it('with an id of a device are added once, however often and by however many connections they are sent', async () => {
    const photo = await photograph();
    const id = '66f0a1b2c3d4e5f6a7b8c9d0';
    const query = `resource=batches&record=${code}&id=${id}`;
    const answers = await Promise.all([1, 2, 3].map(() => upload(photo, { query })));
    const again = await upload(photo, { query });
    for (const { status, body } of [...answers, again]) {
      expect(status).to.equal(201);
      expect(body).to.deep.include({ id, original: again.body.original });
    }
    const listed = await officer.list<Attachment>(`/api/v1/attachments?resource=batches&record=${code}&limit=100`);
    expect(listed.filter((each) => each.id === id)).to.have.length(1);
    const [other, ofAnother] = [Buffer.from('%PDF-1.7\nanother file\n%%EOF\n'), { api: test.admin, query }];
    expect((await upload(other, { query })).status, 'another file').to.equal(409);
    expect((await upload(photo, ofAnother)).status, 'another sender').to.equal(409);
    expect((await upload(photo, { query: `${query}&purpose=illustration` })).status, 'another purpose').to.equal(409);
    expect((await download(`/files/${id}/original`)).content.equals(photo), 'as it was').to.equal(true);
  });

  it('that only illustrate keep neither the original nor the place', async () => {
    const { body } = await upload(await photograph(), {
      query: `resource=batches&record=${code}&purpose=illustration&name=${encodeURIComponent('../../<b>.html')}`,
    });
    expect(body).to.not.have.any.keys('original', 'place', 'takenAt');
    expect((await download(`/files/${body.id}/original`)).status).to.equal(404);
    expect((await download(body.file.url)).headers.get('content-disposition')).to.equal(
      `inline; filename="${body.id}.jpeg"`,
    );
  });

  it('lose whatever hides behind an image', async () => {
    const script = Buffer.from('<script>alert(1)</script><?php system($_GET[0]); ?>');
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const image = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
        .toFormat(format)
        .toBuffer();
      const { status, body } = await upload(Buffer.concat([image, script]), { type: 'application/pdf' });
      expect(status, format).to.equal(201);
      expect(body.file.type, 'by content, not by what it was called').to.equal(`image/${format}`);
      expect((await download(body.file.url)).content.includes('script'), format).to.equal(false);
    }
  });

  it('that are documents are offered for download alone', async () => {
    const document = Buffer.from('%PDF-1.7\n<html><script>alert(1)</script></html>\n%%EOF\n');
    const { status, body } = await upload(document, { type: 'image/jpeg' });
    expect(status).to.equal(201);
    const { headers, content } = await download(body.file.url);
    expect(headers.get('content-type')).to.equal('application/pdf');
    expect(headers.get('content-disposition')).to.equal(`attachment; filename="${body.id}.pdf"`);
    expect(headers.get('content-security-policy')).to.include('sandbox');
    expect(content.equals(document)).to.equal(true);
  });

  it('are refused when they are no image and no document, with a problem', async () => {
    const before = await officer.list(`/api/v1/attachments?resource=batches&record=${code}`);
    const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const refused: Record<string, Buffer> = {
      'SVG with a script': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'HTML called an image': Buffer.from('<!doctype html><title>x</title>'),
      'a program': Buffer.from('MZ\x90\x00', 'latin1'),
      'GIF and script at once': Buffer.from('GIF89a=1;alert(1)'),
      'the beginning of an image': png.subarray(0, 40),
      'a JPEG in name alone': Buffer.from('\xff\xd8\xff<script>', 'latin1'),
      'a bomb of pixels': pngOf(60_000, 60_000),
      'a wide bomb of pixels': pngOf(1_000_000, 1_000),
    };
    for (const [name, content] of Object.entries(refused)) {
      const { status, body } = await upload(content, { type: 'image/png' });
      expect(status, name).to.equal(400);
      expect(body.errors, name).to.have.length(1);
    }
    expect((await upload(Buffer.alloc(16 << 20, '%PDF-'))).status).to.equal(413);
    expect((await upload(Buffer.alloc(0))).status).to.be.oneOf([400, 415]);
    expect((await upload(png, { type: 'text/html' })).status).to.equal(415);
    expect(await officer.list(`/api/v1/attachments?resource=batches&record=${code}`)).to.deep.equal(before);
  });

  it('are seen by whoever may see their record, and by nobody else', async () => {
    const { body } = await upload(await photograph());
    expect(
      (await officer.list<Attachment>(`/api/v1/attachments?resource=batches&record=${code}`)).map(({ id }) => id),
    ).to.include(body.id);
    for (const path of [`/files/${body.id}`, `/files/${body.id}/original`, `/api/v1/attachments/${body.id}`])
      expect((await download(path, neighbour)).status, path).to.equal(404);
    expect((await neighbour.get(`/api/v1/attachments?resource=batches&record=${code}`)).status).to.equal(404);
    expect((await upload(await photograph(), { api: neighbour })).status).to.equal(404);
    expect((await fetch(`${test.url}/files/${body.id}`)).status).to.equal(401);
    for (const query of ['resource=users&record=1', `resource=constructor&record=${code}`, 'resource=batches&record='])
      expect((await upload(await photograph(), { query })).status, query).to.equal(400);
  });

  it('stand in the audit log', async () => {
    const { body } = await upload(await photograph());
    const [entry] = await test.admin.list<{ action: string; actor: { name: string } }>(
      `/api/v1/audit-log?resource=attachments&record=${body.id}`,
    );
    expect(entry?.action).to.equal('create');
    expect(entry?.actor.name).to.equal('shangzhou');
  });

  it('of several megabytes come back whole', async () => {
    const document = Buffer.concat([
      Buffer.from('%PDF-1.7\n'),
      Buffer.alloc(5_300_000, 'farm records '),
      Buffer.from('%%EOF'),
    ]);
    const { body } = await upload(document);
    expect((await download(body.file.url)).content.equals(document)).to.equal(true);
  });

  describe('that should not have been added', () => {
    let one: Attachment;
    const move = (api: Api, verb: string, reason = '拍到了无关人员') =>
      api.post(`/api/v1/attachments/${one.id}/${verb}`, { reason });
    const log = async () =>
      (await test.admin.list(`/api/v1/audit-log?resource=attachments&record=${one.id}`)) as {
        reason?: string;
        changes: { field: string; after?: unknown }[];
      }[];

    before(async () => {
      one = (await upload(await photograph(), { query: `resource=batches&record=${code}&name=${marker}` })).body;
    });

    it('are withdrawn with a reason: on record, with who took them away, and no longer shown', async () => {
      const reader = await test.signInAs('reader', ['certifier'], '611002');
      expect((await move(officer, 'withdraw', ' ')).status).to.equal(400);
      expect((await move(reader, 'withdraw')).status).to.equal(403);
      expect((await move(neighbour, 'withdraw')).status).to.equal(404);
      expect((await download(one.file.url, reader)).status).to.equal(200);
      const { status, body } = await move(officer, 'withdraw');
      expect(status).to.equal(200);
      expect(body).to.include({ state: 'withdrawn' });
      expect(body.removals).to.have.nested.property('[0].reason', '拍到了无关人员');
      for (const url of [one.file.url, one.original?.url ?? '']) {
        expect((await download(url, reader)).status).to.equal(404);
        expect((await download(url, officer)).status, 'to whoever may bring it back').to.equal(200);
      }
      const listed = await reader.list(`/api/v1/attachments?resource=batches&record=${code}`);
      expect(listed.find(({ id }) => id === one.id)).to.include({ state: 'withdrawn' });
      expect((await move(officer, 'withdraw')).status, 'once').to.equal(409);
      expect((await log())[0]?.reason).to.equal('拍到了无关人员');
    });

    it('can be brought back, and are erased only after they were withdrawn', async () => {
      expect((await move(officer, 'restore', '误撤回')).body).to.include({ state: 'shown' });
      expect((await move(test.admin, 'erase')).status).to.equal(409);
      expect((await move(officer, 'withdraw')).status).to.equal(200);
      expect((await move(officer, 'erase')).status, 'an administrator’s right').to.equal(403);
    });

    it('lose their bytes for good when they are erased, and the log keeps none of what they showed', async () => {
      const { status, body } = await move(test.admin, 'erase', '依据个人信息保护法第四十七条');
      expect(status).to.equal(200);
      expect(body).to.include({ state: 'erased' }).and.not.have.any.keys('name', 'place', 'takenAt');
      expect(body.file).to.include({ sha256: one.file.sha256 });
      expect((await download(one.file.url, test.admin)).status).to.equal(404);
      expect((await move(test.admin, 'restore')).status).to.equal(409);
      const entries = await log();
      expect(entries).to.have.length(5);
      expect(JSON.stringify(entries)).to.not.include(marker).and.not.include('109.9');
    });
  });
});
