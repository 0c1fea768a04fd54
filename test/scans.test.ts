import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { pino } from 'pino';
import { type Database, openDatabase, reachDatabase } from '../server/database/connection.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../server/database/testing-support/temporary-database.ts';
import { scanModels } from '../server/traceability/scans/model.ts';
import { eventually } from './support/eventually.ts';
import { registerBatch, registerFarm } from './support/farm.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

const [hour, minute] = [3_600_000, 60_000];

/** Addresses of MaxMind's own test data. */
const london = '81.2.69.142';
const linkoping = '89.160.20.112';
const changchun = '175.16.199.1';
const japan = '2001:218::1';
const phone =
  'Mozilla/5.0 (Linux; Android 14; V2324A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36';

describe('opening the page of a code', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let place: TemporaryDatabase;
  let database: Database;
  /** Ten minutes before the next midnight in China. */
  let now: Date;
  const placesFile = fileURLToPath(new URL('fixtures/places/GeoLite2-City-Test.mmdb', import.meta.url));

  before(async () => {
    const day = 86_400_000;
    now = new Date(Math.ceil((Date.now() + 8 * hour) / day) * day - 8 * hour - 10 * minute);
    place = await temporaryDatabase();
    const { dataDirectory, mongodbUri } = place;
    test = await startTestPlatform(() => now, {
      dataDirectory,
      ...(mongodbUri && { mongodbUri }),
      placesFile,
      trustProxy: ['loopback'],
    });
    const { uri } = await reachDatabase({ uri: mongodbUri, dataDirectory });
    database = await openDatabase({ uri, dataDirectory, log: pino({ level: 'silent' }) });
  });
  after(async () => {
    await database?.close();
    await test?.stop();
    await place.remove();
  });

  const open = (code: string, address: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`${test.url}/q/${code}?lang=en`, {
      method,
      headers: { Accept: 'text/html', 'User-Agent': phone, 'X-Forwarded-For': address, ...headers },
    });
  const count = async (code: string) => (await test.platform.services.scans.of(code))?.count ?? 0;
  const opened = (code: string, times: number) => eventually(async () => (await count(code)) === times);
  const newBatch = async () => registerBatch(test.admin, await registerFarm(test.admin));
  const warningsOf = (code: string) =>
    test.admin.list<{ kind: string; detail: { en: string }; batchCode: string }>(`/api/v1/warnings?batch=${code}`);

  it('counts each visitor once a day, and says so to the next', async () => {
    const code = await newBatch();
    const first = await (await open(code, london)).text();
    expect(first).to.contain('You are the first to open this page');
    await opened(code, 1);
    await open(code, london);
    await open(code, linkoping);
    await opened(code, 2);
    now = new Date(now.getTime() + 20 * minute);
    const third = await (await open(code, london)).text();
    expect(third).to.contain('by about 2 visitors');
    await opened(code, 3);
  });

  it('counts no programs, no officers, no HEAD, no JSON and no code that does not exist', async () => {
    const code = await newBatch();
    await open(code, london, { 'User-Agent': 'Mozilla/5.0 (compatible; Baiduspider/2.0)' });
    await open(code, london, { Authorization: `Bearer ${test.admin.token}` });
    await open(code, london, {}, 'HEAD');
    await open(code, london, { Accept: 'application/json' });
    expect((await open('DEMO-NONE', london)).status).to.equal(404);
    await open(code, linkoping);
    await opened(code, 1);
  });

  it('keeps no address: digests of the day, towns to a tenth of a degree, and an end of both', async () => {
    const code = await newBatch();
    await open(code, changchun);
    await opened(code, 1);
    const { Scan, ScanKey, ScanPlace } = scanModels(database.connection);
    const places = await ScanPlace.find({ batchCode: code }).lean();
    expect(places.map(({ longitude, latitude, count: times }) => [longitude, latitude, times])).to.deep.equal([
      [125.3, 43.9, 1],
    ]);
    const all = [...(await Scan.find().lean()), ...(await ScanKey.find().lean()), ...places];
    expect(JSON.stringify(all)).to.not.contain(changchun);
    for (const { expiresAt } of all) expect(expiresAt.getTime() - now.getTime()).to.be.within(0, 30 * 86_400_000);
  });

  it('warns when it is opened in three places far apart, once, and not where only the country is known', async () => {
    const code = await newBatch();
    await open(code, london);
    await open(code, changchun);
    await open(code, japan);
    await opened(code, 3);
    expect(await warningsOf(code)).to.deep.equal([]);
    await open(code, linkoping);
    await opened(code, 4);
    const [warning, ...more] = await warningsOf(code);
    expect(more).to.deep.equal([]);
    expect(warning).to.include({ kind: 'scan-anomaly' });
    expect(warning?.detail.en).to.contain('in 3 places at least 300 km apart');
  });

  it('expects it to be opened where it was sent', async () => {
    const code = await newBatch();
    const buyer = await test.admin.create('/api/v1/producers', {
      name: '长春市场',
      kind: 'market',
      divisionCode: '611002104',
    });
    const shop = await test.admin.create('/api/v1/sites', {
      producerId: buyer.id,
      name: '摊位',
      kind: 'shop',
      point: { longitude: 125.32, latitude: 43.88 },
    });
    await test.admin.create('/api/v1/events', {
      step: 'receive',
      at: now.toISOString(),
      batchCode: code,
      siteId: shop.id,
    });
    for (const address of [london, changchun, linkoping]) await open(code, address);
    await opened(code, 3);
    expect(await warningsOf(code)).to.deep.equal([]);
  });
});
