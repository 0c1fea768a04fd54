import { expect } from 'chai';
import { aPicture } from './permissions/places.ts';
import { Api } from './support/api.ts';
import { type Farm, registerFarm } from './support/farm.ts';
import { password, startTestPlatform, type TestPlatform } from './support/platform.ts';

interface Step {
  step: string;
  state: string;
  by?: string;
  clause?: string;
  lastDay?: string;
}

interface Application {
  id: string;
  state: string;
  allowed: string[];
  refused: { verb: string; reason: { zh: string } }[];
  demanded: { code: string; attachmentIds: string[] }[];
  steps: Step[];
  certificateId?: string;
}

const path = '/api/v1/certification-applications';
const town = '611002104';

/** One stop, as a cooperative's clerk and the certifiers go through it; the clock is the test's. */
describe('an application for certification', function () {
  this.timeout(120_000);
  let test: TestPlatform;
  let now = new Date();
  let farm: Farm;
  let clerk: Api;
  let reviewer: Api;
  let decider: Api;
  let id: string;
  let certificateNumber: string;

  before(async () => {
    now = new Date();
    test = await startTestPlatform(() => now);
    farm = await registerFarm(test.admin);
    await test.signInAs('clerk', ['producer'], town, farm.producerId);
    await test.signInAs('reviewer', ['certifier'], '611002');
    await test.signInAs('third', ['certifier'], '611002');
    await test.signInAs('elsewhere', ['certifier'], '611021');
    await test.signInAs('decider', ['certifier'], '611000');
    await moveOn(0);
  });
  after(() => test.stop());

  const moveOn = async (days: number) => {
    now = new Date(now.getTime() + days * 86_400_000);
    clerk = await Api.signIn(test.url, 'clerk', password);
    reviewer = await Api.signIn(test.url, 'reviewer', password);
    decider = await Api.signIn(test.url, 'decider', password);
  };
  const get = async (by = clerk) => (await by.get<Application>(`${path}/${id}`)).body;
  const take = (by: Api, verb: string, body: object = {}) => by.post(`${path}/${id}/${verb}`, body);
  const attach = async () => {
    const response = await fetch(
      `${test.url}/api/v1/attachments?resource=certification-applications&record=${id}&purpose=evidence`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${clerk.token}`, 'content-type': aPicture.type },
        body: new Uint8Array(aPicture.content),
      },
    );
    expect(response.status).to.equal(201);
    return String(((await response.json()) as { id: string }).id);
  };
  const draft = (more: object = {}) => ({
    ...{ scheme: 'green-food', producerId: farm.producerId, productId: farm.productId },
    ...more,
  });
  /** Every document that is demanded, uploaded and named. */
  const completeDocuments = async () => {
    const attachmentId = await attach();
    const { demanded } = await get();
    const documents = demanded.map(({ code }) => ({ code, attachmentId }));
    expect((await take(clerk, 'change', { documents })).status).to.equal(200);
  };

  it('is taken for green food and GAP, not for organic, and no more for geographical indications', async () => {
    for (const scheme of ['organic', 'geographical-indication']) {
      const { status, body } = await clerk.post(path, draft({ scheme }));
      expect(status).to.equal(409);
      expect(JSON.stringify(body.text)).to.include(scheme === 'organic' ? '不在本平台申请' : '不再受理新申请');
    }
    expect((await reviewer.post(path, draft())).status, 'the producer applies, not the office').to.equal(403);
    expect((await clerk.create(path, draft({ scheme: 'gap', level: '一级' }))).state).to.equal('draft');
    ({ id } = (await clerk.create(path, draft({ statement: '芹菜 30 亩' }))) as unknown as Application);
  });

  it('is not handed in while a document is missing; an attachment of something else is no document', async () => {
    expect(JSON.stringify((await take(clerk, 'submit')).body.text))
      .to.include('缺少材料')
      .and.include('产品检验报告');
    const foreign = await take(clerk, 'change', {
      documents: [{ code: 'product-report', attachmentId: '0'.repeat(24) }],
    });
    expect(foreign.status).to.equal(400);
    await completeDocuments();
    expect((await take(clerk, 'submit')).status).to.equal(200);
    const { steps } = await get();
    expect(steps.map(({ state }) => state)).to.deep.equal(['done', 'now', 'to-come', 'to-come', 'to-come']);
    expect(steps[1]?.clause).to.equal('绿色食品标志管理办法 12');
    expect(steps[1]?.lastDay).to.match(/^\d{4}-\d{2}-\d{2}$/);
    const deadlines = await reviewer.list<{ kind: string; lastDay: string }>(
      `/api/v1/deadlines?mine=true&record=${id}`,
    );
    expect(deadlines.map(({ kind, lastDay }) => [kind, lastDay])).to.deep.equal([
      ['green-food-acceptance', steps[1]?.lastDay],
    ]);
  });

  it('is returned with what must be corrected, and goes on from there', async () => {
    await moveOn(2);
    expect((await take(clerk, 'accept')).status).to.equal(403);
    expect((await take(reviewer, 'return', { reason: '标签样张不清晰' })).status).to.equal(200);
    expect((await get()).allowed).to.have.members(['change', 'submit', 'withdraw']);
    expect((await take(clerk, 'submit')).status).to.equal(200);
    expect((await take(reviewer, 'accept')).status).to.equal(200);
  });

  it('is decided by another person than reviewed and checked it, once both were passed', async () => {
    expect((await take(decider, 'grant', { reason: '同意' })).status, 'before the review').to.equal(409);
    expect((await take(reviewer, 'review', { passed: true, note: '材料齐全' })).status).to.equal(200);
    await moveOn(20);
    expect((await take(reviewer, 'check', { passed: true, note: '现场符合要求' })).status).to.equal(200);
    const seen = await get(reviewer);
    expect(seen.refused.find(({ verb }) => verb === 'grant')?.reason.zh).to.include('审查或检查的人不能作出决定');
    expect((await take(reviewer, 'grant', { reason: '同意' })).status).to.equal(409);
    const granted = await take(decider, 'grant', { reason: '符合要求', externalNumber: 'LB-15-1', issuer: '发展中心' });
    expect(granted.status).to.equal(200);
    const { certificateId, steps } = await get();
    expect(steps.every(({ state }) => state === 'done')).to.equal(true);
    const { body } = await clerk.get<{ number: string; standing: string; validFrom: string; validTo: string }>(
      `/api/v1/certificates/${certificateId}`,
    );
    expect(body.standing).to.equal('valid');
    expect(Number(body.validTo.slice(0, 4)) - Number(body.validFrom.slice(0, 4))).to.be.within(2, 3);
    certificateNumber = body.number;
    expect((await take(clerk, 'withdraw', { reason: '撤回' })).status).to.equal(409);
    const deadlines = await reviewer.list<{ kind: string; state: string }>(`/api/v1/deadlines?record=${id}`);
    expect(new Set(deadlines.map(({ kind }) => kind)).size).to.equal(3);
    expect(
      deadlines.every(({ state }) => state === 'met'),
      JSON.stringify(deadlines),
    ).to.equal(true);
  });

  it('is closed to whoever declared a conflict of interest, and refused where the check was not passed', async () => {
    ({ id } = (await clerk.create(path, draft())) as unknown as Application);
    await completeDocuments();
    await take(clerk, 'submit');
    expect((await take(decider, 'recuse', { reason: '与申请主体有亲属关系' })).status).to.equal(200);
    expect((await take(decider, 'accept')).status).to.equal(409);
    await take(reviewer, 'accept');
    await take(reviewer, 'review', { passed: true, note: '齐全' });
    await take(reviewer, 'check', { passed: false, note: '仓储不符合要求' });
    const third = await Api.signIn(test.url, 'third', password);
    expect(JSON.stringify((await take(third, 'grant', { reason: '同意' })).body.text)).to.include('未通过');
    expect((await take(third, 'refuse', { reason: '现场检查不合格' })).body.state).to.equal('refused');
  });

  it('renews a certificate in time, three months before its end, and not later', async () => {
    await moveOn(900);
    const renewal = draft({ kind: 'renewal', renews: certificateNumber });
    expect((await clerk.post(path, draft({ kind: 'renewal' }))).status).to.equal(400);
    expect((await clerk.create(path, renewal)).kind).to.equal('renewal');
    await moveOn(130);
    const late = await clerk.post(path, renewal);
    expect(late.status).to.equal(400);
    expect(JSON.stringify(late.body.text)).to.include('绿色食品标志管理办法 18');
  });

  it('is nobody else’s to see', async () => {
    const elsewhere = await Api.signIn(test.url, 'elsewhere', password);
    expect((await elsewhere.get(`${path}/${id}`)).status).to.equal(404);
    expect(await elsewhere.list(path)).to.deep.equal([]);
  });
});
