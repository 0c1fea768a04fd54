import { expect } from 'chai';
import fc from 'fast-check';
import { type Model, Schema, Types } from 'mongoose';
import type { Database } from '../../database/connection.ts';
import { openTemporaryDatabase } from '../../database/testing-support/open-database.ts';
import type { Caller } from '../caller.ts';
import { roles } from '../roles.ts';
import { filterOf, mayDo } from './ability.ts';
import { everyPermission } from './resources.ts';

interface Thing {
  divisionCode?: string;
  producerId?: Types.ObjectId;
  laboratory?: string;
}

const producerIds = ['0123456789abcdef01234567', '76543210fedcba9876543210'];
const divisions = ['611000', '611002', '611002104', '611021', '611021100'];
const laboratories = ['市检测中心', '洛南检测站'];

describe('the table of rights', function () {
  this.timeout(60_000);
  let database: Database;
  let Thing: Model<Thing>;
  let things: (Thing & { _id: Types.ObjectId })[];

  /** One record for each way in which a record can belong to somebody. */
  before(async () => {
    database = await openTemporaryDatabase();
    Thing = database.connection.model<Thing>(
      'ThingWithRights',
      new Schema<Thing>({ divisionCode: String, producerId: Schema.Types.ObjectId, laboratory: String }),
    );
    await Thing.createCollection();
    const records = [undefined, ...divisions].flatMap((divisionCode) =>
      [undefined, ...producerIds].flatMap((producerId) =>
        [undefined, ...laboratories].map((laboratory) => ({
          ...(producerId && { _id: new Types.ObjectId(), producerId: new Types.ObjectId(producerId) }),
          ...(divisionCode && { divisionCode }),
          ...(laboratory && { laboratory }),
        })),
      ),
    );
    await Thing.insertMany([...records, ...producerIds.map((id) => ({ _id: new Types.ObjectId(id) }))]);
    things = await Thing.find().lean();
  });
  after(async () => {
    await Thing.collection.drop();
    await database.close();
  });

  const callers: fc.Arbitrary<Caller> = fc.record(
    {
      userId: fc.constant('u'),
      username: fc.constant('u'),
      roles: fc.subarray([...roles], { maxLength: 3 }),
      divisionCode: fc.constantFrom(...divisions),
      producerId: fc.constantFrom(...producerIds),
      laboratory: fc.constantFrom(...laboratories),
    },
    { requiredKeys: ['userId', 'username', 'roles', 'divisionCode'] },
  );

  it('means the same in a query of the database as for a record at hand', async () => {
    await fc.assert(
      fc.asyncProperty(callers, fc.constantFrom(...everyPermission), async (caller, permission) => {
        const found = await Thing.find(filterOf(caller, permission)).sort({ _id: 1 }).lean();
        const expected = things.filter((thing) => mayDo(caller, permission, thing));
        expect(found.map(({ _id }) => String(_id)).sort()).to.deep.equal(expected.map(({ _id }) => String(_id)).sort());
      }),
      { numRuns: 300 },
    );
  });

  it('gives nothing to whoever has no role, and nothing of a producer to an account without one', () => {
    const nobody: Caller = { userId: 'u', username: 'u', roles: [], divisionCode: '611000' };
    const ofNoProducer: Caller = { ...nobody, roles: ['producer'] };
    for (const thing of things) {
      expect(mayDo(nobody, 'batches:read', thing)).to.equal(false);
      expect(mayDo(ofNoProducer, 'batches:read', thing)).to.equal(false);
    }
  });

  it('adds up the rights of several roles, each with its own condition', () => {
    const both: Caller = {
      userId: 'u',
      username: 'u',
      roles: ['producer', 'sampler'],
      divisionCode: '611021',
      producerId: producerIds[0] as string,
    };
    const own = { divisionCode: '611002', producerId: producerIds[0] };
    const neighbour = { divisionCode: '611021', producerId: producerIds[1] };
    expect([own, neighbour].map((record) => mayDo(both, 'batches:read', record))).to.deep.equal([true, true]);
    expect([own, neighbour].map((record) => mayDo(both, 'batches:create', record))).to.deep.equal([true, false]);
    expect([own, neighbour].map((record) => mayDo(both, 'samples:create', record))).to.deep.equal([false, true]);
  });
});
