import { expect } from 'chai';
import { type Answer, Api } from '../../../test/support/api.ts';
import { startTestPlatform, type TestPlatform } from '../../../test/support/platform.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../../database/testing-support/temporary-database.ts';
import { startPlatform } from '../../platform.ts';

const wrong = 'not the right password';
const right = 'a long password for tests';

const signIn = (url: string, username: string, password: string, code?: string): Promise<Answer> =>
  new Api(url, '').post('/api/v1/session', { username, password, ...(code !== undefined && { code }) });

const configOf = ({ dataDirectory, mongodbUri }: TemporaryDatabase) => ({
  httpPort: 0,
  mqttPort: 0,
  dataDirectory,
  ...(mongodbUri && { mongodbUri }),
  logLevel: 'fatal',
});

/** An answer without what tells the moment. */
const shape = ({ status, body: { requestId: _, ...body } }: Answer) => ({ status, ...body });

describe('signing in with a password', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let now = Date.parse('2026-11-25T08:00:00Z');
  let officer: Api;

  before(async () => {
    test = await startTestPlatform(() => new Date(now));
    officer = await test.signInAs('officer1', ['officer']);
  });
  after(() => test.stop());

  const producerId = async () => {
    const producer = { name: '合作社', kind: 'cooperative', divisionCode: '611002104' };
    return String((await test.admin.create('/api/v1/producers', producer)).id);
  };

  it('answers alike whether or not somebody bears the name', async () => {
    const known = await signIn(test.url, 'officer1', wrong);
    expect(known.status).to.equal(401);
    expect(shape(known)).to.deep.equal(shape(await signIn(test.url, 'nobody', wrong)));
  });

  it('has to wait after five failures, with the right password too, and for unknown names alike', async () => {
    for (const username of ['officer1', 'nobody']) {
      for (let failure = 2; failure <= 6; failure += 1)
        expect((await signIn(test.url, username, wrong)).status).to.equal(401);
      const blocked = await signIn(test.url, username, right);
      expect(blocked.status, username).to.equal(429);
      expect(blocked.headers.get('retry-after')).to.equal('2');
    }
    now += 2_000;
    expect((await signIn(test.url, 'officer1', wrong)).status).to.equal(401);
    now += 2_000;
    expect((await signIn(test.url, 'officer1', right)).headers.get('retry-after')).to.equal('2');
    now += 2_000;
    expect((await signIn(test.url, 'officer1', right)).status).to.equal(200);
    expect((await signIn(test.url, 'officer1', wrong)).status, 'a success forgives').to.equal(401);
    expect((await signIn(test.url, 'officer1', right)).status).to.equal(200);
  });

  it('is open again at once when an administrator says so, and the events tell all of it', async () => {
    const user = await test.admin.create('/api/v1/users', {
      username: 'forgetful',
      displayName: 'F',
      password: right,
      roles: ['sampler'],
      divisionCode: '611002',
    });
    for (let failure = 1; failure <= 6; failure += 1) await signIn(test.url, 'forgetful', wrong);
    expect((await signIn(test.url, 'forgetful', right)).status).to.equal(429);
    expect((await test.admin.post(`/api/v1/users/${user.id}/clear-block`, {})).status).to.equal(200);
    expect((await signIn(test.url, 'forgetful', right)).status).to.equal(200);
    const auditor = await test.signInAs('auditor', ['auditor'], '611002');
    const events = await auditor.list<{ kind: string; username?: string; address?: string; detail?: string }>(
      '/api/v1/security-events?username=forgetful',
    );
    expect(events.map(({ kind }) => kind)).to.deep.equal([
      'signed-in',
      'block-cleared',
      'sign-in-blocked',
      ...Array(6).fill('sign-in-failed'),
    ]);
    expect(events.at(-1)?.address).to.be.a('string');
    expect((await officer.get('/api/v1/security-events')).status).to.equal(403);
  });

  it('cannot be barred by strangers to whoever has signed in there before', async () => {
    await test.signInAs('grower', ['producer'], '611002104', await producerId());
    const attempt = async (address: string, password: string, cookie?: string) => {
      const response = await fetch(`${test.url}/api/v1/session`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-forwarded-for': address,
          ...(cookie !== undefined && { cookie }),
        },
        body: JSON.stringify({ username: 'grower', password }),
      });
      return { status: response.status, cookies: response.headers.getSetCookie() };
    };
    const { cookies } = await attempt('198.51.100.1', right);
    const device = cookies.find((cookie) => cookie.startsWith('agritrace_device='));
    expect(device)
      .to.match(/HttpOnly/)
      .and.match(/SameSite=Strict/);
    for (let stranger = 1; stranger <= 8; stranger += 1) await attempt(`203.0.113.${stranger}`, wrong);
    expect((await attempt('203.0.113.99', right)).status, 'a stranger, even with the password').to.equal(429);
    expect((await attempt('198.51.100.1', right)).status, 'the known address').to.equal(200);
    expect((await attempt('203.0.113.99', right, device?.split(';')[0])).status, 'the known device').to.equal(200);
  });

  it('tells nobody the names that nobody bears, and them to the city alone', async () => {
    await signIn(test.url, 'my-secret-by-mistake', wrong);
    const all = JSON.stringify(await test.admin.list('/api/v1/security-events?limit=500'));
    expect(all).to.not.include('my-secret-by-mistake');
    const county = await test.signInAs('county-auditor', ['auditor'], '611021');
    const seen = await county.list<{ username?: string }>('/api/v1/security-events');
    expect(seen.map(({ username }) => username)).to.deep.equal(['county-auditor']);
  });

  it('gives a new token each time, which ends with an hour without use or after twelve hours', async () => {
    const [first, second] = [
      await Api.signIn(test.url, 'officer1', right),
      await Api.signIn(test.url, 'officer1', right),
    ];
    expect(first.token).to.not.equal(second.token);
    now += 59 * 60_000;
    expect((await first.get('/api/v1/session')).status).to.equal(200);
    now += 59 * 60_000;
    expect((await first.get('/api/v1/session')).status).to.equal(200);
    expect((await second.get('/api/v1/session')).status).to.equal(401);
    for (let hour = 2; hour < 12; hour += 1) {
      expect((await first.get('/api/v1/session')).status).to.equal(200);
      now += 60 * 60_000 - 1_000;
    }
    expect((await first.get('/api/v1/session')).status).to.equal(200);
    now += 30 * 60_000;
    expect((await first.get('/api/v1/session')).status).to.equal(401);
  });
});

describe('blocks after failed sign-ins', function () {
  this.timeout(60_000);

  it('survive a restart', async () => {
    const database = await temporaryDatabase();
    const config = { ...configOf(database), adminPassword: right };
    const clock = () => new Date('2026-11-25T08:00:00Z');
    const first = await startPlatform(config, clock);
    for (let failure = 1; failure <= 6; failure += 1) await signIn(`http://127.0.0.1:${first.http}`, 'admin', wrong);
    await first.stop();
    const second = await startPlatform(config, clock);
    expect((await signIn(`http://127.0.0.1:${second.http}`, 'admin', right)).status).to.equal(429);
    await second.stop();
    await database.remove();
  });
});

describe('a password that somebody else gave', function () {
  this.timeout(60_000);
  let test: TestPlatform;

  before(async () => {
    test = await startTestPlatform();
  });
  after(() => test.stop());

  it('lets in to choose a new one, and nowhere else', async () => {
    const before = await test.signInAs('sampler1', ['sampler'], '611002');
    const [user] = await test.admin.list<{ id: string }>('/api/v1/users?username=sampler1');
    const reset = await test.admin.post(`/api/v1/users/${user?.id}/reset-password`, { reason: '忘记密码' });
    expect((await before.get('/api/v1/batches')).status, 'the old session').to.equal(401);
    const oneTime = String(reset.body.oneTimePassword);
    const signedIn = await signIn(test.url, 'sampler1', oneTime);
    expect(signedIn.body.user).to.include({ unfinished: 'password' }).and.to.deep.include({ permissions: [] });
    const held = new Api(test.url, String(signedIn.body.token));
    for (const path of ['batches', 'sessions', 'api-tokens', 'users', 'warnings/stream'])
      expect((await held.get(`/api/v1/${path}`)).status, path).to.equal(403);
    expect((await held.get('/api/v1/session')).status).to.equal(200);

    const change = (currentPassword: string, newPassword: string) =>
      held.post('/api/v1/password', { currentPassword, newPassword });
    for (const [current, wished, pointer] of [
      [wrong, 'three brown field mice', '/currentPassword'],
      [oneTime, 'short', '/newPassword'],
      [oneTime, 'password12345', '/newPassword'],
      [oneTime, 'i am sampler1 indeed', '/newPassword'],
      [oneTime, oneTime, '/newPassword'],
    ] as const) {
      const refused = await change(current, wished);
      expect(refused.status, wished).to.equal(400);
      expect((refused.body.errors as { pointer: string }[])[0]?.pointer, wished).to.equal(pointer);
    }
    const changed = await change(oneTime, 'three brown field mice');
    expect(changed.status).to.equal(200);
    expect(changed.headers.get('set-cookie')).to.match(/HttpOnly.*SameSite=Strict/);
    expect((await held.get('/api/v1/session')).status, 'the token before').to.equal(401);
    const after = new Api(test.url, String(changed.body.token));
    expect((await after.get('/api/v1/batches')).status).to.equal(200);
    expect((await signIn(test.url, 'sampler1', oneTime)).status).to.equal(401);
    const entries = JSON.stringify(await test.admin.list(`/api/v1/audit-log?resource=users&record=${user?.id}`));
    expect(entries).to.include('passwordHash').and.include('忘记密码').and.not.include('argon2id');
  });

  it('is the first administrator’s when the platform made it up, not when the operator gave it', async () => {
    expect((await test.admin.get('/api/v1/session')).body).to.not.have.property('unfinished');
    const database = await temporaryDatabase();
    const platform = await startPlatform(configOf(database));
    const { body } = await signIn(`http://127.0.0.1:${platform.http}`, 'admin', platform.oneTimePassword ?? '');
    expect(body.user).to.include({ unfinished: 'password' });
    await platform.stop();
    await database.remove();
  });
});
