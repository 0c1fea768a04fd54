import { expect } from 'chai';
import { Api } from './support/api.ts';
import { type Farm, registerBatch, registerFarm } from './support/farm.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';
import { receiveSample } from './support/sample.ts';

type Row = Record<string, string>;

/** What anybody finds without an account, through HTTP. */
describe('what is disclosed', function () {
  this.timeout(120_000);
  let test: TestPlatform;
  let farm: Farm;
  let nobody: Api;
  let number: string;
  let now = new Date();
  const base = '/api/v1/public';
  const creditCode = '93611002MA6YAB1C2X';

  before(async () => {
    test = await startTestPlatform(() => now);
    nobody = new Api(test.url, '');
    farm = await registerFarm(test.admin, '611002104', 'celery', creditCode);
    const smallholder = { name: '欧阳守田', kind: 'smallholder', divisionCode: '611002104' };
    const person = await test.admin.create('/api/v1/producers', smallholder);
    const site = await test.admin.create('/api/v1/sites', { producerId: person.id, name: '地块', kind: 'plot' });
    const own = { producerId: String(person.id), siteId: String(site.id), productId: farm.productId };
    number = await certificate(farm.producerId, 'AGI-1');
    await certificate(own.producerId, 'AGI-2');
    await published(farm, 'routine-monitoring', '1.4');
    await published(own, 'supervised-check', '0.01');
    await published(farm, 'self-check', '0.02');
  });
  after(() => test.stop());

  const certificate = async (producerId: string, externalNumber: string) => {
    const body = { scheme: 'geographical-indication', producerId, productId: farm.productId, externalNumber };
    const today = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    const made = await test.admin.create('/api/v1/certificates', { ...body, issuer: '登记机构', validFrom: today });
    return String(made.number);
  };

  const published = async (of: Farm, planKind: string, value: string) => {
    const batchCode = await registerBatch(test.admin, of);
    const { id } = await receiveSample(test.admin, batchCode, planKind);
    await test.admin.create(`/api/v1/samples/${id}/results`, { analyte: '噻虫胺', value, unit: 'mg/kg' });
    expect((await test.admin.post(`/api/v1/samples/${id}/report`, {})).status).to.equal(200);
    reviewer ??= await test.signInAs('reviewer', ['reviewer']);
    expect((await reviewer.post(`/api/v1/samples/${id}/verify`, {})).status).to.equal(200);
  };
  let reviewer: Api | undefined;

  const text = async (path: string) => (await fetch(test.url + path)).text();
  const rows = (dataset: string) => nobody.list<Row>(`${base}/open-data/${dataset}`);

  it('is told by a catalogue whose every download opens and holds the rows of the dataset', async () => {
    const response = await fetch(`${test.url}${base}/open-data`);
    expect(response.headers.get('content-type')).to.include('application/ld+json');
    const catalogue = (await response.json()) as Record<string, unknown>;
    expect(catalogue).to.include({ '@type': 'dcat:Catalog' });
    expect(catalogue['dct:license']).to.deep.equal({ '@id': 'https://creativecommons.org/licenses/by/4.0/' });
    const datasets = catalogue['dcat:dataset'] as Record<string, unknown>[];
    expect(datasets.map((each) => each['dct:identifier'])).to.deep.equal([
      ...['test-results', 'pass-rates', 'certificates', 'producers', 'penalties', 'licences'],
    ]);
    const [penalties] = datasets.splice(4, 1);
    expect(penalties, 'none is published').to.not.have.property('dct:modified');
    expect(await rows('penalties')).to.deep.equal([]);
    for (const dataset of datasets) {
      const held = await rows(String(dataset['dct:identifier']));
      expect(held).to.have.length.above(0);
      expect(dataset['dct:modified']).to.deep.equal({ '@type': 'xsd:dateTime', '@value': now.toISOString() });
      const distributions = dataset['dcat:distribution'] as Record<string, { '@id': string }>[];
      const [csv = '', json = ''] = distributions.map((each) => new URL(each['dcat:downloadURL']?.['@id'] ?? ''));
      expect(JSON.parse(await text(json.toString().slice(json.toString().indexOf('/api'))))).to.deep.equal(held);
      const table = await text(csv.toString().slice(csv.toString().indexOf('/api')));
      expect(table.split('\n')[0]?.replace('\u{feff}', '')).to.equal(Object.keys(held[0] ?? {}).join(','));
      expect(table.trimEnd().split('\n')).to.have.length(held.length + 1);
    }
  });

  it('are official tests alone, by county and month, and no word of whose they were', async () => {
    const tests = await rows('test-results');
    expect(
      tests.map(({ planKind, verdict, county, substance }) => [planKind, verdict, county, substance]),
    ).to.deep.equal([
      ['supervised-check', 'pass', '商州区', '噻虫胺'],
      ['routine-monitoring', 'fail', '商州区', '噻虫胺'],
    ]);
    expect(JSON.stringify(tests)).to.not.match(/合作社|欧|611002104/);
  });

  it('tell pass rates of official sampling by county, month and kind, with how sure they are', async () => {
    const rates = await rows('pass-rates');
    expect(
      rates.map(({ planKind, county, judged, passes, share }) => [planKind, county, judged, passes, share]),
    ).to.deep.equal([
      ['routine-monitoring', '商州区', '1', '0', '0.0000'],
      ['supervised-check', '商州区', '1', '1', '1.0000'],
    ]);
    const [{ lower, upper } = { lower: '', upper: '' }] = rates;
    expect([Number(lower), Number(upper) > 0.5], 'one of one says little').to.deep.equal([0, true]);
  });

  it('pages through a dataset without a repeat', async () => {
    const first = await nobody.get<{ items: Row[]; nextCursor: string }>(`${base}/open-data/certificates?limit=1`);
    const second = await nobody.get<{ items: Row[]; nextCursor: null }>(
      `${base}/open-data/certificates?limit=1&cursor=${first.body.nextCursor}`,
    );
    expect(second.body.nextCursor).to.equal(null);
    expect([...first.body.items, ...second.body.items]).to.deep.equal(await rows('certificates'));
    expect((await nobody.get(`${base}/open-data/people`)).status).to.equal(400);
  });

  it('names the cooperative, and no smallholder, in datasets and in search', async () => {
    expect((await rows('producers')).map(({ name }) => name)).to.deep.equal(['合作社 611002104']);
    expect((await rows('certificates')).map(({ holder }) => holder)).to.deep.equal(['', '合作社 611002104']);
    expect(
      (await rows('licences')).map((row) => [row.XK_XDR_MC, row.XK_XDR_SHXYM, row.XK_XKBH, row.XK_ZT]),
    ).to.deep.equal([['合作社 611002104', creditCode, number, '1']]);
    const ofBody = await nobody.list(`${base}/certificates?words=AGI-1`);
    expect(ofBody, 'by the number that stands on the goods').to.have.length(1);
    const find = (words: string) => `${base}/producers?name=${encodeURIComponent(words)}`;
    expect(await nobody.list(find('作社 61'))).to.deep.equal([
      { name: '合作社 611002104', kind: 'cooperative', creditCode, county: '商州区' },
    ]);
    for (const words of ['欧阳', '欧*', '.*', '^合', '作社.61'])
      expect(await nobody.list(find(words))).to.deep.equal([]);
    expect((await nobody.get(find('合'))).status, 'one letter would list everybody').to.equal(400);
    expect(await nobody.list(`${base}/certificates?words=${encodeURIComponent('欧*')}`)).to.deep.equal([]);
    const [found, ...more] = await nobody.list(`${base}/certificates?words=${number.toLowerCase()}`);
    expect(more).to.deep.equal([]);
    expect(found).to.include({
      number,
      standing: 'valid',
      holder: '合作社 611002104',
      page: `/certificates/${number}`,
    });
  });

  it('guides to each service: documents, terms and validity, and what was not read in the provision itself', async () => {
    const chinese = await text('/public/services');
    for (const word of ['绿色食品标志使用申请书', '个工作日', '长期有效', '条文待核对', '不再受理新申请'])
      expect(chinese).to.include(word);
    expect(await text('/public/services?lang=en'))
      .to.include('Service guides')
      .and.include('working days')
      .and.include('3 months before');
    expect(await text('/')).to.include('/public/services');
  });

  it('can be read and searched on pages in both languages', async () => {
    expect(await text('/public/open-data'))
      .to.include('官方检测结果')
      .and.include('CC BY 4.0');
    expect(await text('/public/open-data?lang=en')).to.include('Results of official tests');
    const licences = await text('/public/open-data/licences');
    expect(licences)
      .to.include('合作社 611002104')
      .and.include(number)
      .and.include('法人及非法人组织')
      .and.match(/download\?form=xlsx/);
    expect(await text('/public/open-data/penalties?lang=en')).to.include('Download all');
    for (const [path, status] of [
      ['people', 404],
      ['licences?cursor=%00', 400],
    ] as const)
      expect((await nobody.get(`/public/open-data/${path}`)).status, path).to.equal(status);
    expect(await text('/public/search'))
      .to.include('name="q"')
      .and.not.include('没有找到');
    expect(await text(`/public/search?q=${encodeURIComponent('合作社')}`))
      .to.include('合作社 611002104')
      .and.include(`/certificates/${number}`);
    expect(await text(`/public/search?lang=en&q=${encodeURIComponent('"><b>')}`))
      .to.include('Nothing was found')
      .and.not.include('<b>');
  });

  it('tells in a feed of the certificate that was suspended, and not why', async () => {
    expect(await text('/public/certificates.atom'))
      .to.include('<feed')
      .and.not.include('<entry>');
    const one = (await test.admin.list<{ id: string; number: string }>('/api/v1/certificates')).find(
      (each) => each.number === number,
    );
    const proposed = await test.admin.list<{ id: string }>(`/api/v1/certificate-proposals?certificate=${one?.id}`);
    const certifier = await test.signInAs('certifier', ['certifier']);
    const accepted = await certifier.post(`/api/v1/certificate-proposals/${proposed[0]?.id}/accept`, {
      reason: '抽检不合格',
    });
    expect(accepted.status).to.equal(200);
    now = new Date(now.getTime() + 61_000);
    const feed = await text('/public/certificates.atom');
    expect(feed.match(/<entry>/g)).to.have.length(1);
    expect(feed)
      .to.include(`/certificates/${number}`)
      .and.include('暂停 suspended')
      .and.not.match(/抽检不合格|certifier|合作社/);
    const [row] = (await rows('certificates')).filter((each) => each.number === number);
    expect(row).to.include({ standing: 'suspended' });
  });
});
