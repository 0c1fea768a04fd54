import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import type { Api } from './support/api.ts';
import { registerFarm } from './support/farm.ts';
import { mosquittoPublish } from './support/mosquitto.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

describe('the provisioning of devices', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let county: Api;
  let siteId: string;
  let now: number;
  let number = 0;

  before(async () => {
    now = Date.now() - 10_000_000;
    test = await startTestPlatform(() => new Date(now));
    county = await test.signInAs('county', ['supervisor'], '611002');
    ({ siteId } = await registerFarm(test.admin));
  });
  after(() => test.stop());

  const send = async (id: string, password: string) =>
    (
      await mosquittoPublish({
        port: test.platform.mqtt,
        username: id,
        password,
        topic: `agritrace/v1/${id}/readings`,
        message: '{"metric":"temperature","value":4}',
      })
    ).code;

  describe('by a claim code', () => {
    const register = async () => {
      number += 1;
      const id = `field-${number}`;
      return { id, secret: String((await county.create('/api/v1/devices', { id, name: id, kind: 'sensor' })).secret) };
    };
    const issue = async (id: string, more: object = {}) => {
      const answer = await county.post(`/api/v1/devices/${id}/issue-claim-code`, { reason: '现场安装', ...more });
      expect(answer.status).to.equal(200);
      expect(answer.body.text).to.equal(`agritrace:claim:${id}:${answer.body.code}`);
      return String(answer.body.code);
    };
    /** Whoever claims has not signed in. Each test comes from an address of its own. */
    let address = '';
    beforeEach(() => {
      number += 1;
      address = `198.51.100.${number}`;
    });
    const claim = async (id: string, code: string) => {
      const response = await fetch(`${test.url}/api/v1/device-claims`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
        body: JSON.stringify({ id, code }),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };

    it('gives the secret once, to the first who has the code, however it is typed', async () => {
      const { id, secret: first } = await register();
      const code = await issue(id);
      const answers = await Promise.all([
        claim(id, code.toLowerCase().replaceAll('-', ' ')),
        claim(id, code),
        claim(id, code.replaceAll('0', 'o').replaceAll('1', 'l')),
      ]);
      expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 404, 404]);
      const secret = String(answers.find(({ status }) => status === 200)?.body.secret);
      expect(await send(id, first), 'the one of the registration').to.not.equal(0);
      expect(await send(id, secret)).to.equal(0);
      expect((await claim(id, code)).status).to.equal(404);
      const again = await county.post(`/api/v1/devices/${id}/issue-claim-code`, { reason: '再发' });
      expect(again.status, 'a device that has been heard').to.equal(409);
    });

    it('ends with its time, with the next code, and after a few wrong ones', async () => {
      const { id } = await register();
      const first = await issue(id);
      const second = await issue(id, { expiresInHours: 1 });
      expect((await claim(id, first)).status).to.equal(404);
      now += 3_600_000;
      expect((await claim(id, second)).status).to.equal(404);
      now -= 3_600_000;
      const third = await issue(id);
      for (let guess = 0; guess < 5; guess += 1) expect((await claim(id, '0000-0000-0000-0000')).status).to.equal(404);
      expect((await claim(id, third)).status, 'the right one, too late').to.equal(404);
      const fourth = await issue(id);
      expect((await claim(id, fourth)).status).to.equal(200);
    });

    it('is slowed down for an address that guesses', async () => {
      const { id } = await register();
      const code = await issue(id);
      const guesses = await Promise.all(Array.from({ length: 11 }, (_, index) => claim(`guess-${index}`, code)));
      expect(guesses.map(({ status }) => status)).to.include(429);
      expect((await claim(id, code)).status, 'the right one').to.equal(429);
    });

    it('answers alike for a device that there is not, and keeps the code out of the log and the record', async () => {
      const { id } = await register();
      const code = await issue(id);
      const plain = ({ body }: { body: Record<string, unknown> }) => ({ ...body, requestId: undefined });
      expect(plain(await claim('no-such-device', code))).to.deep.equal(plain(await claim(id, '0000-0000-0000-0000')));
      const seen = JSON.stringify([
        (await county.get(`/api/v1/devices/${id}`)).body,
        await test.admin.list('/api/v1/audit-log?resource=devices&limit=200'),
      ]);
      expect(seen).to.not.include(code);
    });
  });

  describe('from a table', () => {
    const post = async (text: string | Buffer, digest = '', api = county) => {
      const response = await fetch(`${test.url}/api/v1/device-imports${digest && `?digest=${digest}`}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${api.token}`, 'content-type': 'text/csv' },
        body: text as string,
      });
      return { status: response.status, body: (await response.json()) as Report };
    };
    interface Report {
      digest: string;
      registered: number;
      refused: number;
      rows: { row: number; outcome: string; errors: { field: string; message: string }[] }[];
      secrets?: string;
      errors?: { pointer: string }[];
    }
    const ids = async () => (await county.list<{ id: string }>('/api/v1/devices?limit=200')).map(({ id }) => id);

    it('says row by row what would happen, and does nothing while a row has a fault', async () => {
      await county.create('/api/v1/devices', { id: 'taken', name: 'x', kind: 'sensor' });
      await county.create('/api/v1/devices', { id: 'hub', name: 'x', kind: 'gateway' });
      const table = [
        '设备编号,name,kind,siteId,divisionCode,gatewayId,externalId,同名指标',
        `row-1,一号,sensor,${siteId},,,,`,
        'row-1,再来,sensor,,,,,',
        'r,太短,sensor,,,,,',
        'taken,已有,sensor,,,,,',
        'row-5,无此场所,sensor,0123456789abcdef01234567,,,,',
        'row-6,外县,sensor,,611021,,,',
        'row-7,网关后,sensor,,,hub,0011223344556677,是',
        'row-8,网关后,sensor,,,hub,0011223344556677,是',
      ].join('\n');
      const before = await ids();
      const { status, body } = await post(table);
      expect(status).to.equal(200);
      expect(body.rows.map(({ row, outcome, errors }) => [row, outcome, errors[0]?.field])).to.deep.equal([
        [2, 'ready', undefined],
        [3, 'refused', 'id'],
        [4, 'refused', 'id'],
        [5, 'refused', 'id'],
        [6, 'refused', 'siteId'],
        [7, 'refused', ''],
        [8, 'ready', undefined],
        [9, 'refused', 'externalId'],
      ]);
      expect(body).to.deep.include({ registered: 0, refused: 6 });
      expect(body.secrets).to.equal(undefined);
      const done = await post(table, body.digest);
      expect(done.status).to.equal(400);
      expect(done.body.errors).to.have.length(6);
      expect(await ids()).to.deep.equal(before);
    });

    it('registers all of what was looked at, and gives their secrets once as a table that no spreadsheet runs', async () => {
      const table = `\ufeffid,name,kind,siteId\r\nbulk-1,"=HYPERLINK(""x"")",sensor,${siteId}\r\nbulk-2,二号,rapid-tester,\r\n`;
      const looked = (await post(table)).body;
      expect(looked).to.deep.include({ registered: 0, refused: 0 });
      expect((await post(table.replace('二号', '三号'), looked.digest)).status, 'another table').to.equal(409);
      const { body } = await post(table, looked.digest);
      expect(body.registered).to.equal(2);
      const rows: Record<string, string>[] = parse(body.secrets ?? '', { columns: true, bom: true });
      expect(rows.map(({ id, name }) => [id, name])).to.deep.equal([
        ['bulk-1', `'=HYPERLINK("x")`],
        ['bulk-2', '二号'],
      ]);
      for (const { id = '', secret = '' } of rows) expect(await send(id, secret)).to.equal(0);
      expect((await post(table, looked.digest)).body.errors).to.have.length(2);
    });

    it('registers none when a name was taken meanwhile', async () => {
      const table = 'id,name,kind\nrace-1,x,sensor\nrace-2,x,sensor\n';
      const { digest } = (await post(table)).body;
      const answers = await Promise.all([post(table, digest), post(table, digest)]);
      expect(answers.filter(({ status }) => status === 200)).to.have.length(1);
      expect((await ids()).filter((id) => id.startsWith('race-'))).to.deep.equal(['race-1', 'race-2']);
    });

    it('refuses what is no such table with a sentence', async () => {
      const reasons: [string | Buffer, RegExp][] = [
        ['id,name,kind\n"unfinished', /CSV/],
        ['id,name\na,b', /kind/],
        ['id,name,kind,secret\na,b,c,d', /secret/],
        ['id,name,kind,设备编号\na,b,c,d', /twice/],
        ['id,name,kind\n', /no rows/],
        [Buffer.from([0xff, 0xd8, 0xff, 0xe0]), /GB 18030/],
      ];
      for (const [table, reason] of reasons) {
        const { status, body } = await post(table);
        expect(status).to.equal(400);
        expect(JSON.stringify(body)).to.match(reason);
      }
      const sampler = await test.signInAs('sampler', ['sampler'], '611002');
      expect((await post('id,name,kind\nx-1,x,sensor', '', sampler)).status).to.equal(403);
    });
  });
});

describe('a simulated device', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  before(async () => {
    test = await startTestPlatform();
  });
  after(() => test.stop());

  it('claims itself by the text of its QR code and measures', async () => {
    await test.admin.create('/api/v1/devices', { id: 'claims-itself', name: 'x', kind: 'sensor' });
    const issued = await test.admin.post('/api/v1/devices/claims-itself/issue-claim-code', { reason: '演练' });
    const simulate = (text: string) =>
      once(
        spawn(
          process.execPath,
          ['--import', 'tsx', 'devices-sim/command.ts', '--claim', text, '--api', test.url, '--rate', '20'].concat([
            '--url',
            `mqtt://127.0.0.1:${test.platform.mqtt}`,
            '--duration',
            '1',
          ]),
          { stdio: 'ignore' },
        ),
        'exit',
      );
    expect(await simulate(String(issued.body.text))).to.deep.equal([0, null]);
    expect(await test.admin.list('/api/v1/readings?device=claims-itself')).to.not.deep.equal([]);
    expect(await simulate(String(issued.body.text)), 'a code is good once').to.deep.equal([2, null]);
    expect(await simulate('7K2M'), 'no text of a code').to.deep.equal([2, null]);
  });
});
