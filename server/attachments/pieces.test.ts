import { expect } from 'chai';
import { Types } from 'mongoose';
import { type OpenedDatabase, openTemporaryDatabase } from '../database/testing-support/open-database.ts';
import { attachmentModels } from './model.ts';
import { erasePieces, readPieces, storedFile, writePieces } from './pieces.ts';

describe('the pieces of a file', function () {
  this.timeout(30_000);
  let database: OpenedDatabase;

  before(async () => {
    database = await openTemporaryDatabase();
    await attachmentModels(database.connection).Piece.createCollection();
  });
  after(() => database.close());

  const written = async (content: Buffer) => {
    const { Piece } = attachmentModels(database.connection);
    const id = new Types.ObjectId();
    await database.connection.transaction((session) => writePieces(Piece, session, id, 'file', content));
    return { Piece, id, read: () => readPieces(Piece, id, 'file', storedFile('application/pdf', content)) };
  };
  const fault = (reading: Promise<Buffer>) =>
    reading.then(
      () => '',
      (error: Error) => error.message,
    );

  for (const bytes of [1, 1024 * 1024, 1024 * 1024 + 1, 3_500_000])
    it(`are whole again when read (${bytes} bytes)`, async () => {
      const content = Buffer.alloc(bytes, 'abcdefghijklmnopq');
      expect((await (await written(content)).read()).equals(content)).to.equal(true);
    });

  it('are gone once they are erased, and no others with them', async () => {
    const [erased, other] = [await written(Buffer.alloc(2 << 20, 'a')), await written(Buffer.alloc(9, 'b'))];
    await database.connection.transaction((session) => erasePieces(erased.Piece, session, erased.id));
    const left = await erased.Piece.find({}, { _id: 1 }).lean();
    expect(left.filter(({ _id }) => _id.startsWith(erased.id.toHexString()))).to.deep.equal([]);
    expect(await other.read()).to.have.length(9);
  });

  it('are never given out when one bit was changed, one is missing or two have changed places', async () => {
    const content = Buffer.concat([Buffer.alloc(1 << 20, 'a'), Buffer.alloc(1 << 20, 'b'), Buffer.alloc(1 << 20, 'c')]);
    const key = (id: Types.ObjectId, index: number) => `${id.toHexString()}|file|000${index}`;
    const changed = await written(content);
    await changed.Piece.updateOne(
      { _id: key(changed.id, 1) },
      { $set: { data: Buffer.alloc(1 << 20, 'b').fill('c', 9, 10) } },
    );
    const shortened = await written(content);
    await shortened.Piece.deleteOne({ _id: key(shortened.id, 2) });
    const turned = await written(content);
    await turned.Piece.updateOne({ _id: key(turned.id, 0) }, { $set: { data: Buffer.alloc(1 << 20, 'b') } });
    await turned.Piece.updateOne({ _id: key(turned.id, 1) }, { $set: { data: Buffer.alloc(1 << 20, 'a') } });
    for (const { read } of [changed, shortened, turned]) expect(await fault(read())).to.include('damaged');
  });
});
