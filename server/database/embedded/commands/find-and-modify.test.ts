import { expect } from 'chai';
import { type InProcess, openInProcess } from '../testing-support/in-process.ts';

type Fields = Record<string, unknown>;

describe('findAndModify', () => {
  let database: InProcess;
  const rows = [
    { _id: 1, n: 3, list: [1, 2] },
    { _id: 2, n: 1 },
    { _id: 3, n: 2 },
  ];
  beforeEach(async () => {
    database = await openInProcess();
    await database.run({ insert: 'c', documents: rows });
  });
  afterEach(() => database.close());

  const modify = (options: Fields): Promise<Fields> => database.run({ findAndModify: 'c', ...options });
  const all = async (): Promise<unknown> =>
    ((await database.run({ find: 'c', sort: { _id: 1 } })).cursor as { firstBatch: unknown }).firstBatch;

  const answers: [options: Fields, value: unknown, lastErrorObject: Fields][] = [
    [
      { sort: { n: 1 }, update: { $set: { z: 1 } } },
      { _id: 2, n: 1 },
      { n: 1, updatedExisting: true },
    ],
    [
      { sort: { n: -1 }, update: { $inc: { n: 1 } }, new: true, fields: { n: 1, _id: 0 } },
      { n: 4 },
      { n: 1, updatedExisting: true },
    ],
    [{ query: { n: 9 }, update: { $set: { z: 1 } } }, null, { n: 0, updatedExisting: false }],
    [
      { query: { _id: 9 }, update: { $set: { z: 1 } }, upsert: true },
      null,
      { n: 1, updatedExisting: false, upserted: 9 },
    ],
    [
      { query: { _id: 9 }, update: { $set: { z: 1 } }, upsert: true, new: true, fields: { z: 1 } },
      { _id: 9, z: 1 },
      { n: 1, updatedExisting: false, upserted: 9 },
    ],
    [{ query: { n: 2 }, remove: true, fields: { n: 1 } }, { _id: 3, n: 2 }, { n: 1 }],
    [{ query: { n: 9 }, remove: true }, null, { n: 0 }],
    [
      { query: { list: 2 }, update: { $set: { 'list.$': 9 } }, fields: { 'list.$': 1 } },
      { _id: 1, list: [2] },
      { n: 1, updatedExisting: true },
    ],
    [
      { query: { n: 3 }, update: [{ $set: { k: { $size: '$list' } } }], new: true, fields: { k: 1 } },
      { _id: 1, k: 2 },
      { n: 1, updatedExisting: true },
    ],
  ];
  for (const [options, value, lastErrorObject] of answers) {
    it(`answers ${JSON.stringify(options)}`, async () => {
      expect(await modify(options)).to.deep.include({ ok: 1, value, lastErrorObject });
    });
  }

  const errors: [options: Fields, code: number][] = [
    [{}, 9],
    [{ remove: true, update: {} }, 9],
    [{ remove: true, new: true }, 9],
    [{ update: { $set: { _id: 5 } } }, 66],
    [{ query: { list: 2 }, update: { $set: { 'list.$': 9 } }, fields: { 'list.$': 1 }, new: true }, 2],
    [{ update: { $set: { z: 1 } }, fields: { x: { $divide: ['$n', 0] } } }, 2],
    [{ update: { $set: { z: 1 } }, fields: { x: { $divide: ['$z', 0] } }, new: true }, 2],
    [
      { query: { _id: 9 }, update: { $set: { z: 1 } }, fields: { x: { $divide: ['$z', 0] } }, new: true, upsert: true },
      2,
    ],
    [{ remove: true, fields: { x: { $divide: ['$n', 0] } } }, 2],
    [{ update: { $set: { z: 1 } }, hint: 'nothing' }, 2],
    [{ update: { $set: { z: 1 } }, hint: 5 }, 9],
  ];
  for (const [options, code] of errors) {
    it(`changes nothing where it answers error ${code}: ${JSON.stringify(options)}`, async () => {
      expect(await modify(options)).to.include({ ok: 0, code });
      expect(await all()).to.deep.equal(rows);
      expect(await database.run({ count: 'c' })).to.include({ n: 3 });
    });
  }
});
