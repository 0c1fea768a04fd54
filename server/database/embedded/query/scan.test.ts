import { BSON } from 'bson';
import { expect } from 'chai';
import { type InProcess, openInProcess } from '../testing-support/in-process.ts';

type Fields = Record<string, unknown>;

describe('a cursor', () => {
  let database: InProcess;
  beforeEach(async () => {
    database = await openInProcess();
    await database.run({ createIndexes: 'c', indexes: [{ key: { n: 1 }, name: 'n' }] });
    await database.run({ insert: 'c', documents: Array.from({ length: 1000 }, (_, n) => ({ n })) });
  });
  afterEach(() => database.close());

  const goings: Record<string, Fields> = {
    "index 'n' dropped": { dropIndexes: 'c', index: 'n' },
    'collection dropped': { drop: 'c' },
  };
  for (const [what, command] of Object.entries(goings)) {
    it(`ends with an error, not with fewer documents: ${what}`, async () => {
      const first = await database.run({ find: 'c', filter: { n: { $gte: 0 } }, batchSize: 10 });
      const { id } = first.cursor as { id: BSON.Long };
      expect(await database.run(command)).to.include({ ok: 1 });
      expect(await database.run({ getMore: BSON.Long.fromValue(id), collection: 'c' })).to.include({
        ok: 0,
        code: 175,
        errmsg: `query plan killed :: caused by :: ${what}`,
      });
    });
  }
});
