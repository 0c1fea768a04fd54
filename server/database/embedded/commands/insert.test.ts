import { expect } from 'chai';
import { type InProcess, openInProcess } from '../testing-support/in-process.ts';

describe('what is inserted', () => {
  let database: InProcess;
  before(async () => {
    database = await openInProcess();
  });
  after(() => database.close());

  const insert = async (document: Record<string, unknown>) => {
    const { writeErrors, n } = await database.run({ insert: 'c', documents: [document] });
    const [error] = (writeErrors ?? []) as { code: number }[];
    return error?.code ?? n;
  };

  const allowed: Record<string, unknown>[] = [
    { $price: 50, quantity: 30 },
    { $inc: 1 },
    { $id: 'h1961-01', location: { $db: 'novels', $ref: '2007042768', $inc: true } },
    { 'a.b': 1, c: { 'd.e': { '': 1 } } },
    { _id: { $ref: 'c', $id: 1 } },
    { _id: { $ref: 'c', $id: 1, $db: 'd' } },
    { _id: { a: { $b: 1 } } },
  ];
  for (const document of allowed) {
    it(`may be ${JSON.stringify(document)}`, async () => expect(await insert(document)).to.equal(1));
  }

  const refused: [document: Record<string, unknown>, code: number][] = [
    [{ _id: { $a: 1 } }, 52],
    [{ _id: { a: 1, $b: 1 } }, 52],
    [{ _id: { $ref: 'c' } }, 52],
    [{ _id: { $ref: 'c', $id: 1, $c: 1 } }, 52],
    [{ _id: [1] }, 53],
    [{ _id: /x/ }, 53],
  ];
  for (const [document, code] of refused) {
    it(`is not ${JSON.stringify(document)}`, async () => expect(await insert(document)).to.equal(code));
  }
});

describe('a command that is not on the list', () => {
  let database: InProcess;
  before(async () => {
    database = await openInProcess();
  });
  after(() => database.close());

  it('is refused by name, or does not exist', async () => {
    for (const name of ['setParameter', 'mapReduce', 'createUser']) {
      const reply = await database.run({ [name]: 1 });
      expect(reply).to.include({ ok: 0, code: 59, errmsg: `embedded engine does not support the command ${name}` });
    }
    expect(await database.run({ foo: 1 })).to.include({ code: 59, errmsg: "no such command: 'foo'" });
  });
});
