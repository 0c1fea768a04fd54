import { BSON } from 'bson';
import { expect } from 'chai';
import { type InProcess, openInProcess } from '../testing-support/in-process.ts';

type Fields = Record<string, unknown>;

describe("a command's options", () => {
  let database: InProcess;
  before(async () => {
    database = await openInProcess();
    await database.run({ insert: 'c', documents: [{ _id: 1 }, { _id: 2 }, { _id: 3 }] });
  });
  after(() => database.close());

  const errors: [command: Fields, code: number][] = [
    [{ find: 'c', limit: -1 }, 51024],
    [{ find: 'c', limit: 'x' }, 14],
    [{ find: 'c', maxTimeMS: -1 }, 51024],
    [{ find: 'c', hint: 5 }, 9],
    [{ find: 'c', hint: { nothing: 1 } }, 2],
    [{ find: 'c', collation: { locale: 'zh' } }, 238],
    [{ find: 'c', unknown: 1 }, 40415],
    [{ find: '' }, 73],
    [{ find: 'a$b' }, 73],
    [{ insert: '.a', documents: [{}] }, 73],
    [{ insert: 'c', documents: [{}], writeConcern: { w: -1 } }, 9],
    [{ insert: 'c', documents: [{}], writeConcern: { x: 1 } }, 9],
    [{ aggregate: 'c', cursor: {} }, 40414],
    [{ aggregate: 'c', pipeline: [] }, 9],
    [{ createIndexes: 'c', indexes: [{ key: { a: 1 }, name: '*' }] }, 67],
    [{ createIndexes: 'c', indexes: [{ key: { a: 1 }, name: '' }] }, 67],
    [{ createIndexes: 'c', indexes: [{ key: { $id: 1 }, name: 'x' }] }, 67],
  ];
  for (const [command, code] of errors) {
    it(`that are wrong are error ${code}: ${BSON.EJSON.stringify(command)}`, async () => {
      expect(await database.run(command)).to.include({ ok: 0, code });
    });
  }

  it('that count are cut to whole numbers', async () => {
    expect(await database.run({ count: 'c', query: { _id: { $gt: 0 } }, limit: 1.7 })).to.include({ n: 1 });
  });

  it('index the parts of DBRefs', async () => {
    const indexes = [{ key: { 'owner.$id': 1 }, name: 'owner' }];
    expect(await database.run({ createIndexes: 'c', indexes })).to.include({ ok: 1, numIndexesAfter: 2 });
  });
});
