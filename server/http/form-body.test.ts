import { Readable } from 'node:stream';
import { expect } from 'chai';
import type { Request } from 'express';
import { array, assert, asyncProperty, constantFrom, record, string, uint8Array, uniqueArray } from 'fast-check';
import { InvalidInput, TooLarge } from '../errors.ts';
import { type FormBody, readForm } from './form-body.ts';

const bounds = { bytes: 100_000, parts: 12 };

async function sent(body: FormData | URLSearchParams): Promise<FormBody> {
  const response = new Response(body);
  const type = response.headers.get('content-type') ?? '';
  return readForm(requestOf(Buffer.from(await response.arrayBuffer()), type), bounds);
}

const requestOf = (body: Buffer, type: string) =>
  Object.assign(Readable.from([body]), { headers: { 'content-type': type } }) as unknown as Request;

const part = (head: string, content = '1') => `--b\r\n${head}\r\n\r\n${content}\r\n`;
const field = part('Content-Disposition: form-data; name="a"');
const refused = async (body: string, type = 'multipart/form-data; boundary=b') => {
  try {
    await readForm(requestOf(Buffer.from(body), type), bounds);
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('the body of a form', () => {
  it('is the same, sent with files or without', async () => {
    const text = string({
      unit: constantFrom('茶', 'é', '&', '=', '"', ' ', '\n', '-', '1'),
      minLength: 1,
      maxLength: 40,
    });
    const texts = uniqueArray(record({ name: constantFrom('kind', 'text', 'phone'), value: text }), {
      selector: ({ name }) => name,
    });
    await assert(
      asyncProperty(texts, array(uint8Array({ maxLength: 300 }), { maxLength: 3 }), async (given, files) => {
        const [multipart, plain] = [new FormData(), new URLSearchParams()];
        for (const { name, value } of given) for (const body of [multipart, plain]) body.append(name, value);
        for (const file of files) multipart.append('photos', new Blob([file]), 'x.jpg');
        const filledIn = given.filter(({ value }) => value.trim() !== '');
        // A form writes a line's end as two characters when it sends files (WHATWG HTML, 4.10.21.8).
        const expected = (end: string) =>
          Object.fromEntries(filledIn.map(({ name, value }) => [name, value.replaceAll('\n', end)]));
        const read = await sent(multipart);
        expect(read.texts).to.deep.equal(expected('\r\n'));
        expect(read.files.map(({ content }) => content)).to.deep.equal(
          files.filter(({ length }) => length > 0).map((bytes) => Buffer.from(bytes)),
        );
        if (filledIn.length > 0) expect((await sent(plain)).texts).to.deep.equal(expected('\n'));
      }),
    );
  });

  it('with more parts, longer heads or more bytes than a form has is refused before it is parsed', async () => {
    expect(await refused(`${field.repeat(12)}--b--\r\n`)).to.equal(undefined);
    for (const body of [
      `${field.repeat(13)}--b--\r\n`,
      field.repeat(3),
      `--b\r\n${'A: b\r\n'.repeat(500)}\r\n1\r\n--b--\r\n`,
      part('Content-Disposition: form-data; name="a"; name'),
      '----------',
    ])
      expect(await refused(body), body.slice(0, 60)).to.be.instanceOf(InvalidInput);
    const encoded = 'application/x-www-form-urlencoded';
    expect(await refused('a=1&'.repeat(20), encoded)).to.be.instanceOf(InvalidInput);
    expect(await refused('{"a":1}', 'application/json')).to.be.instanceOf(InvalidInput);
    expect(await refused('x', 'multipart/form-data')).to.be.instanceOf(InvalidInput);
    expect(await refused(`a=${'1'.repeat(100_000)}`, encoded)).to.be.instanceOf(TooLarge);
    expect(await refused('a=%00', encoded), 'control characters').to.be.instanceOf(InvalidInput);
  });
});
