import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import type { Api } from '../../test/support/api.ts';
import { registerFarm } from '../../test/support/farm.ts';
import { startTestPlatform, type TestPlatform } from '../../test/support/platform.ts';

interface HandOver {
  id: string;
  state: string;
  attempt: number;
  sha256: string;
  package: string;
  allowed: string[];
  files: { name: string; rows: number; sha256: string }[];
  receipts: object[];
}

describe('the exchange of data', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let county: Api;

  const fetched = async (api: Api, path: string) => {
    const response = await fetch(test.url + path, { headers: { authorization: `Bearer ${api.token}` } });
    expect(response.status, path).to.equal(200);
    return Buffer.from(await response.arrayBuffer());
  };

  before(async () => {
    test = await startTestPlatform();
    await registerFarm(test.admin, '611002104');
    await registerFarm(test.admin, '611021102');
    const facts = { name: '=1+1', kind: 'smallholder', divisionCode: '611002104', phone: '13800001111' };
    await test.admin.create('/api/v1/producers', facts);
    county = await test.signInAs('county', ['supervisor'], '611002');
  });
  after(() => test.stop());

  it('gives a register as CSV and as a workbook, within the own division, masked, no cell a formula', async () => {
    const csv = (await fetched(county, '/api/v1/register-exports?register=producers')).toString();
    expect(csv).to.include('合作社 611002104').and.not.include('611021102');
    const cells = (parse(csv, { bom: true }) as string[][]).flat();
    for (const cell of cells) expect(cell).to.not.match(/^[=+\-@]/);
    expect(csv).to.not.include('=1+1').and.not.include('13800001111');
    const rows = await readSheet(await fetched(county, '/api/v1/register-exports?register=producers&format=xlsx'));
    expect(rows).to.have.length(3);
    expect((await county.get('/api/v1/register-exports?register=secrets')).status).to.equal(400);
  });

  it('hands over one package a day by itself, fetched with a token of that scope, answered and made again', async () => {
    const { handOvers } = test.platform.services.exchange;
    await handOvers.makeTonight();
    await handOvers.makeTonight();
    const [made, ...others] = await test.admin.list<HandOver>('/api/v1/hand-overs');
    expect(others).to.deep.equal([]);
    if (!made) throw new Error('no package');
    const scope = ['hand-overs:read', 'hand-overs:record-receipt'];
    const { token } = await test.admin.create('/api/v1/api-tokens', { name: 'province', scope, expiresInDays: 1 });
    const province = Object.assign(Object.create(Object.getPrototypeOf(county)), county, { token }) as Api;
    const zip = await fetched(province, made.package);
    expect(createHash('sha256').update(zip).digest('hex')).to.equal(made.sha256);
    const files = unzipSync(zip);
    const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString());
    expect(manifest.files).to.deep.equal(made.files);
    for (const { name, sha256 } of made.files)
      expect(
        createHash('sha256')
          .update(files[name] ?? '')
          .digest('hex'),
      ).to.equal(sha256);
    expect(made.files[0]).to.include({ name: 'producers.csv', rows: 3 });
    expect(Buffer.from(files['producers.csv'] ?? []).toString()).to.not.include('13800001111');

    const step = (verb: string, body: object, api = province) =>
      api.post(`/api/v1/hand-overs/${made.id}/${verb}`, body);
    expect((await step('reject', { attempt: 2, text: '格式' })).status, 'of another attempt').to.equal(400);
    expect((await step('reject', { attempt: 1, text: '编码不符' })).body).to.include({ state: 'rejected' });
    expect((await step('resend', {})).status, 'by who may not').to.equal(403);
    await registerFarm(test.admin, '611022101');
    const again = (await step('resend', {}, test.admin)).body as unknown as HandOver;
    expect(again).to.include({ state: 'ready', attempt: 2 });
    expect(again.files[0]).to.include({ rows: 4 });
    expect((await step('accept', { attempt: 1 })).status, 'a late receipt of the first').to.equal(400);
    const accepted = (await step('accept', { attempt: 2, reference: 'P-1' })).body as unknown as HandOver;
    expect(accepted).to.include({ state: 'accepted' });
    expect(accepted.receipts).to.have.length(2);
    expect((await step('resend', {}, test.admin)).status).to.equal(409);
    expect((await county.get('/api/v1/hand-overs')).status).to.equal(403);
  });
});
