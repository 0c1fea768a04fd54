import { expect } from 'chai';
import { Api } from './support/api.ts';
import { type Farm, registerBatch, registerFarm } from './support/farm.ts';
import { password, startTestPlatform, type TestPlatform } from './support/platform.ts';

interface Proposal {
  id: string;
  kind: string;
  state: string;
  certificateNumber: string;
  cause: { kind: string; reference?: string; text: { zh: string } };
  refused: { verb: string; reason: { zh: string } }[];
}

const town = '611002104';
const path = '/api/v1/certificates';

/** A certificate from its record to its end, through HTTP; the clock is the test's. */
describe('the story of a certificate', function () {
  this.timeout(120_000);
  let test: TestPlatform;
  let now = new Date();
  let farm: Farm;
  let certifier: Api;
  let second: Api;
  let clerk: Api;
  let admin: Api;
  let reviewer: Api;
  let elsewhere: Api;
  let id: string;
  let number: string;
  let sampleNumber: string;

  before(async () => {
    now = new Date();
    test = await startTestPlatform(() => now);
    farm = await registerFarm(test.admin);
    await test.signInAs('certifier', ['certifier'], '611002');
    await test.signInAs('second', ['certifier'], '611000');
    await test.signInAs('elsewhere', ['certifier'], '611021');
    await test.signInAs('reviewer', ['reviewer'], '611002');
    await test.signInAs('clerk', ['producer'], town, farm.producerId);
    await moveOn(0);
  });
  after(() => test.stop());

  /** Some days later everybody signs in anew. */
  const moveOn = async (days: number) => {
    now = new Date(now.getTime() + days * 86_400_000);
    const signIn = (username: string) => Api.signIn(test.url, username, password);
    admin = await signIn('admin');
    certifier = await signIn('certifier');
    second = await signIn('second');
    elsewhere = await signIn('elsewhere');
    reviewer = await signIn('reviewer');
    clerk = await signIn('clerk');
  };
  const today = () => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const standing = async () => (await clerk.get<{ standing: string }>(`${path}/${id}`)).body.standing;
  const page = async () => (await fetch(`${test.url}/certificates/${number}?lang=zh`)).text();
  const proposals = (query = '') => clerk.list<Proposal>(`/api/v1/certificate-proposals?certificate=${id}${query}`);
  const yearFrom = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

  /** A sample of a new batch, reported by the laboratory and verified by another person. */
  const failedSample = async (value: string) => {
    const batchCode = await registerBatch(admin, farm);
    const sample = await admin.create('/api/v1/samples', { batchCode, planKind: 'routine-monitoring' });
    await admin.create(`/api/v1/samples/${sample.id}/results`, { analyte: '噻虫胺', value, unit: 'mg/kg' });
    await admin.post(`/api/v1/samples/${sample.id}/report`, {});
    expect(await proposals('&state=open'), 'a result that is not verified proposes nothing').to.deep.equal([]);
    expect((await reviewer.post(`/api/v1/samples/${sample.id}/verify`, {})).status).to.equal(200);
    return String(sample.number);
  };

  it('begins with a record of what another body decided, within the term of its scheme', async () => {
    const body = {
      ...{ scheme: 'organic', producerId: farm.producerId, productId: farm.productId },
      ...{ externalNumber: 'CN-ORG-1', issuer: '有机认证机构', validFrom: today() },
    };
    expect(
      (await certifier.post(path, { ...body, validTo: `${Number(today().slice(0, 4)) + 2}-01-01` })).status,
    ).to.equal(400);
    expect((await certifier.post(path, body)).status, 'an organic certificate ends').to.equal(400);
    expect((await clerk.post(path, body)).status).to.equal(403);
    const validTo = new Date(Date.parse(yearFrom(today())) - 86_400_000).toISOString().slice(0, 10);
    const certificate = await certifier.create(path, { ...body, validTo });
    [id, number] = [String(certificate.id), String(certificate.number)];
    expect(certificate).to.deep.include({ standing: 'valid', producerKind: 'cooperative', categoryCode: 'celery' });
    const forever = { ...body, scheme: 'geographical-indication', externalNumber: 'AGI-1' };
    expect((await certifier.post(path, { ...forever, validTo })).status, 'an indication never expires').to.equal(400);
    expect(await certifier.create(path, forever)).to.not.have.property('validTo');
    expect(await proposals()).to.deep.equal([]);
  });

  it('can be checked by anybody by its number, on a page, as JSON and as a paper', async () => {
    expect(await page())
      .to.include('此证书有效')
      .and.include('有机产品')
      .and.include('CN-ORG-1');
    const json = await fetch(`${test.url}/certificates/${number.toLowerCase()}`, {
      headers: { accept: 'application/json' },
    });
    expect(await json.json()).to.deep.include({ number, standing: 'valid' });
    expect((await fetch(`${test.url}/certificates/${number.slice(0, -1)}!`)).status).to.equal(404);
    const paper = await fetch(`${test.url}${path}/${id}/certificate.pdf`, {
      headers: { authorization: `Bearer ${clerk.token}` },
    });
    expect(
      Buffer.from(await paper.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).to.equal('%PDF-');
  });

  it('is not suspended by a failed sample, but proposed to be, with the sample as the cause', async () => {
    await moveOn(10);
    sampleNumber = await failedSample('1.4');
    const [proposal, ...more] = await proposals('&state=open');
    expect(more).to.deep.equal([]);
    expect(proposal).to.deep.include({ kind: 'suspend', certificateNumber: number });
    expect(proposal?.cause).to.include({ kind: 'failed-sample', reference: sampleNumber });
    expect(proposal?.cause.text.zh).to.include('噻虫胺 1.4 mg/kg');
    expect(await standing()).to.equal('valid');
  });

  it('is suspended once a certifier accepts, which no producer and no other county can', async () => {
    const [proposal] = await proposals('&state=open');
    const accept = `/api/v1/certificate-proposals/${proposal?.id}/accept`;
    expect((await clerk.post(accept, { reason: '同意' })).status).to.equal(403);
    expect((await elsewhere.post(accept, { reason: '同意' })).status).to.equal(404);
    expect((await certifier.post(accept, {})).status).to.equal(400);
    expect((await certifier.post(accept, { reason: '抽检不合格，暂停' })).status).to.equal(200);
    expect((await certifier.post(accept, { reason: '再次' })).status).to.equal(409);
    expect(await standing()).to.equal('suspended');
    expect(await page())
      .to.include('此证书已暂停')
      .and.not.include('抽检不合格');
    const { body } = await clerk.get<{ history: { verb: string; by: string; proposalId?: string }[] }>(`${path}/${id}`);
    expect(body.history.at(-1)).to.include({ verb: 'suspend', by: 'certifier', proposalId: proposal?.id });
  });

  it('holds again when it is restored, and a visit moves the next one on', async () => {
    await moveOn(40);
    expect((await clerk.post(`${path}/${id}/restore`, { reason: '已整改' })).status).to.equal(403);
    expect((await second.post(`${path}/${id}/restore`, { reason: '整改完成，复查合格' })).status).to.equal(200);
    expect(await standing()).to.equal('valid');
    expect((await second.post(`${path}/${id}/restore`, { reason: '再次' })).status).to.equal(409);
    expect((await second.post(`${path}/${id}/record-visit`, { on: '2099-01-01', passed: true })).status).to.equal(400);
    const visited = await second.post(`${path}/${id}/record-visit`, { on: today(), passed: true });
    expect(visited.body.visits).to.have.length(1);
  });

  it('is proposed by an officer and decided by another', async () => {
    expect((await certifier.post(`${path}/${id}/propose-withdrawal`, { reason: '超范围使用标志' })).status).to.equal(
      200,
    );
    const [proposal] = await certifier.list<Proposal>(`/api/v1/certificate-proposals?certificate=${id}&state=open`);
    expect(proposal?.refused.map(({ verb }) => verb)).to.deep.equal(['accept', 'dismiss']);
    const at = `/api/v1/certificate-proposals/${proposal?.id}`;
    expect((await certifier.post(`${at}/accept`, { reason: '同意' })).status).to.equal(409);
    expect((await second.post(`${at}/dismiss`, { reason: '证据不足' })).status).to.equal(200);
    expect(await standing()).to.equal('valid');
  });

  it('reminds of a visit and of its end 90, 30 and 7 days before, each once, as warnings of the division', async () => {
    const { body } = await clerk.get<{ validTo: string }>(`${path}/${id}`);
    const left = () => Math.round((Date.parse(body.validTo) - Date.parse(today())) / 86_400_000);
    const { certificates } = test.platform.services;
    interface Warning {
      kind: string;
      level: string;
      title: { zh: string };
      occurrences: number;
    }
    const reminders = async () => {
      await certificates.remindNow();
      await certificates.remindNow();
      const all = await second.list<Warning>('/api/v1/warnings?limit=500');
      return all.filter(({ kind, title }) => kind === 'certificate-expiry' && title.zh.includes(number));
    };
    expect(await reminders()).to.deep.equal([]);
    const levels: string[] = [];
    for (const days of [90, 30, 7]) {
      await moveOn(left() - days);
      const [warning, ...more] = await reminders();
      expect(more, 'one condition, one warning').to.deep.equal([]);
      levels.push(String(warning?.level));
    }
    expect(levels).to.deep.equal(['blue', 'yellow', 'orange']);
  });

  it('expires by itself, and nothing can be done with it then', async () => {
    await moveOn(400);
    const { body } = await second.get<{ standing: string; allowed: string[] }>(`${path}/${id}`);
    expect(body).to.deep.include({ standing: 'expired', allowed: [] });
    expect(await page()).to.include('此证书已过期');
    expect((await second.list<{ id: string }>(`${path}?standing=expired`)).map((each) => each.id)).to.deep.equal([id]);
    expect((await second.list<{ id: string }>(`${path}?standing=valid`)).map((each) => each.id)).to.not.include(id);
    expect((await second.post(`${path}/${id}/restore`, { reason: '恢复' })).status).to.equal(409);
  });

  it('is of a scheme whose documents, validity and clauses anybody can read', async () => {
    const { body } = await new Api(test.url, '').get<{ items: { id: string; validity: { years: number | null } }[] }>(
      '/api/v1/certification-schemes',
    );
    expect(body.items.map(({ id: scheme, validity }) => [scheme, validity.years])).to.deep.equal([
      ['green-food', 3],
      ['organic', 1],
      ['geographical-indication', null],
      ['gap', 1],
    ]);
  });
});
