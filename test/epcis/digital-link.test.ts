import { expect } from 'chai';
import { registerFarm } from '../support/farm.ts';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { readQrCode } from '../support/qr-code.ts';

const gtin = '09506000134352';

describe('GS1 Digital Links', function () {
  this.timeout(60_000);
  let test: TestPlatform;

  before(async () => {
    test = await startTestPlatform();
    const farm = await registerFarm(test.admin);
    const batch = { ...farm, quantity: { value: 10, unit: 'kg' }, code: 'LOT-A.1', gtin: '9506000134352' };
    const created = await test.admin.create('/api/v1/batches', batch);
    expect(created).to.include({ gtin, code: 'LOT-A.1' });
  });
  after(() => test.stop());

  const ask = (path: string, { method = 'GET', accept = '*/*' } = {}) =>
    fetch(test.url + path, { method, headers: { accept }, redirect: 'manual' });
  const lot = `/01/${gtin}/10/LOT-A.1`;

  it('lead to the consumer’s page and take the rest of the question along', async () => {
    for (const method of ['GET', 'HEAD']) {
      const { status, headers } = await ask(`${lot}?17=270101&linkType=gs1:traceability`, { method });
      expect(status).to.equal(307);
      expect(headers.get('location')).to.match(/\/q\/LOT-A\.1\?17=270101$/);
      expect(headers.get('link')).to.match(/rel="linkset"; type="application\/linkset\+json"/);
      expect(headers.get('access-control-allow-origin')).to.equal('*');
    }
    expect((await ask(lot)).status).to.equal(307);
    expect((await ask(`${lot}/`)).status).to.equal(307);
    expect((await ask(lot, { method: 'OPTIONS' })).status).to.equal(204);
  });

  it('D1 are refused when they are wrong', async () => {
    for (const path of [
      `/01/09506000134353/10/LOT-A.1`,
      '/01/9506000134352/10/LOT-A.1',
      `/01/${gtin}/21/1/10/LOT-A.1`,
      `/01/${gtin}/10/A23456789012345678901`,
    ])
      expect((await ask(path)).status, path).to.equal(400);
    expect((await ask('/01/04012345123456/10/X')).status).to.equal(404);
  });

  it('D2 answer with their linkset', async () => {
    interface Linkset {
      linkset: Record<string, { href: string }[]>[];
    }
    for (const [path, accept] of [
      [`${lot}?linkType=linkset`, '*/*'],
      [`${lot}?linkType=all`, '*/*'],
      [lot, 'application/linkset+json'],
    ] as const) {
      const answer = await ask(path, { accept });
      expect(answer.status, path).to.equal(200);
      expect(answer.headers.get('content-type')).to.match(/^application\/linkset\+json/);
      const { linkset } = (await answer.json()) as Linkset;
      expect(linkset[0]?.anchor).to.match(/\/01\/09506000134352\/10\/LOT-A\.1$/);
      const links = linkset[0]?.['https://ref.gs1.org/voc/defaultLink'];
      expect(links).to.have.length(1);
      expect(Object.keys(links?.[0] ?? {})).to.have.members(['href', 'title']);
      expect(linkset[0]?.['https://ref.gs1.org/voc/traceability']?.[0]?.href).to.match(/\/q\/LOT-A\.1$/);
    }
    expect((await ask(`${lot}?linkType=gs1:hasRetailers`)).status).to.equal(404);
  });

  it('D3 walk up from a lot that is not known to its product', async () => {
    const answer = await ask(`/01/${gtin}/10/NONE?linkType=linkset`);
    const { linkset } = (await answer.json()) as { linkset: { anchor: string }[] };
    expect(linkset[0]?.anchor).to.match(/\/01\/09506000134352$/);
    const described = await (await ask('/.well-known/gs1resolver')).json();
    expect(described).to.deep.include({ supportedPrimaryKeys: ['01'] });
  });

  it('are what the QR code of a batch with a GTIN holds', async () => {
    const image = await fetch(`${test.url}/api/v1/batches/LOT-A.1/qr.png`, {
      headers: { authorization: `Bearer ${test.admin.token}` },
    });
    expect(readQrCode(Buffer.from(await image.arrayBuffer()))).to.match(/\/01\/09506000134352\/10\/LOT-A\.1$/);
  });
});
