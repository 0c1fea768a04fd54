import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { unscoped } from '../../database/guard.ts';
import { InvalidInput } from '../../errors.ts';
import { csvOf } from '../../http/tables/csv.ts';
import { administrator, openDevices, type TestDevices } from '../testing-support/devices.ts';
import { deviceOrders, exportDevicesQuery, listDevicesQuery } from './schema.ts';

const forTheTest = unscoped('the test sets what is listed');
const now = Date.parse('2026-05-03T08:00:00Z');

describe('the list of devices', function () {
  this.timeout(60_000);
  let at: TestDevices;
  let service: ReturnType<TestDevices['newService']>;

  before(async () => {
    at = await openDevices();
    service = at.newService();
    const kinds = ['sensor', 'rapid-tester', 'gateway'];
    for (const [index, name] of ['冷库 (一)', '冷库 二', 'Probe A', 'Probe B', 'Probe A', 'x.y'].entries()) {
      const id = `d-${index}`;
      const kind = String(kinds[index % 3]);
      await service.createDevice(administrator, { id, name, kind, divisionCode: '611002' });
      const set = {
        ...(index % 2 === 0 && { heardAt: new Date(now - index * 3_600_000) }),
        ...(index > 2 && { calibrationDueOn: `2026-05-0${index}` }),
      };
      if (Object.keys(set).length > 0)
        await at.models.Device.updateOne({ _id: id }, { $set: set }).setOptions(forTheTest);
    }
    await service.retireDevice(administrator, 'd-5', 'broken');
  });
  after(() => at.close());

  const list = async (query: object) => {
    const ids: string[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const page = await service.listDevices(
        administrator,
        listDevicesQuery.parse({ limit: 2, ...query, ...(cursor && { cursor }) }),
      );
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    return ids;
  };

  it('is filtered by kind, state, text, silence and calibration, each and together', async () => {
    expect(await list({ kind: 'sensor' })).to.deep.equal(['d-0', 'd-3']);
    expect(await list({ state: 'retired' })).to.deep.equal(['d-5']);
    expect(await list({ text: '(一' })).to.deep.equal(['d-0']);
    expect(await list({ text: 'probe' })).to.deep.equal(['d-2', 'd-3', 'd-4']);
    expect(await list({ text: '.y' })).to.deep.equal(['d-5']);
    const silentSince = new Date(now - 2 * 3_600_000).toISOString();
    expect(await list({ silentSince })).to.deep.equal(['d-1', 'd-3', 'd-4']);
    expect(await list({ silentSince, kind: 'sensor' })).to.deep.equal(['d-3']);
    expect(await list({ calibrationDueBy: '2026-05-04' })).to.deep.equal(['d-3', 'd-4']);
    expect(await list({ calibrationDueBy: '2026-05-09', state: 'retired' })).to.deep.equal(['d-5']);
  });

  it('comes in each order, in pages of any size, each device once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...deviceOrders), fc.integer({ min: 1, max: 7 }), async (sort, limit) => {
        const ids = await list({ sort, limit });
        expect([...ids].sort()).to.deep.equal(['d-0', 'd-1', 'd-2', 'd-3', 'd-4', 'd-5']);
        if (!sort.startsWith('-')) expect(await list({ sort: `-${sort}`, limit })).to.deep.equal(ids.reverse());
      }),
      { numRuns: 20 },
    );
    expect(await list({ sort: 'lastSeenAt' })).to.deep.equal(['d-1', 'd-3', 'd-5', 'd-4', 'd-2', 'd-0']);
    expect(await list({ sort: '-calibrationDueOn' })).to.deep.equal(['d-5', 'd-4', 'd-3', 'd-2', 'd-1', 'd-0']);
  });

  it('refuses a cursor of another order, or of none', async () => {
    const { nextCursor } = await service.listDevices(administrator, listDevicesQuery.parse({ limit: 1, sort: 'name' }));
    for (const cursor of [nextCursor, 'e30', Buffer.from('["heardAt",{"$gt":""},"x"]').toString('base64url')]) {
      const query = listDevicesQuery.parse({ sort: 'lastSeenAt', cursor });
      const refusal = await service.listDevices(administrator, query).catch((error: unknown) => error);
      expect(refusal).to.be.instanceOf(InvalidInput);
    }
  });

  it('is a table with the same filters and order, without a secret', async () => {
    const table = await service.exportDevices(
      administrator,
      exportDevicesQuery.parse({ text: 'probe', sort: '-name', language: 'en' }),
    );
    const [headings, ...rows] = parse(csvOf(table), { bom: true }) as string[][];
    expect(headings?.slice(0, 2)).to.deep.equal(['id', 'name']);
    expect(rows.map(([id, name]) => [id, name])).to.deep.equal([
      ['d-3', 'Probe B'],
      ['d-4', 'Probe A'],
      ['d-2', 'Probe A'],
    ]);
    expect(rows[1]).to.include('2026-05-04').and.include('商州区');
  });

  it('knows when each device was last heard', async () => {
    const reading = { device: 'd-1', metric: 'temperature', value: 4, unit: 'Cel', timeSource: 'device' as const };
    await service.storeReadings([{ ...reading, at: new Date(now), receivedAt: new Date(now) }]);
    await service.stop();
    expect(await list({ silentSince: new Date(now).toISOString() })).to.not.include('d-1');
  });
});
