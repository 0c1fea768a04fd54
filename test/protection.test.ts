import { once } from 'node:events';
import { connect } from 'node:net';
import { expect } from 'chai';
import { defaultRateLimits } from '../server/http/protection/rate-limits.ts';
import { registerBatch, registerFarm } from './support/farm.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

describe('the way in', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let cookie: string;
  let code: string;

  before(async () => {
    test = await startTestPlatform(undefined, {
      rateLimits: defaultRateLimits.map((row) => (row.name === 'costly' ? { ...row, requests: 3 } : row)),
      publicUrl: 'https://trace.example',
    });
    cookie = `agritrace_session=${test.admin.token}`;
    code = await registerBatch(test.admin, await registerFarm(test.admin));
  });
  after(() => test.stop());

  const post = (path: string, headers: Record<string, string>, body = '{"reason":"测试"}') =>
    fetch(test.url + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

  describe('for pages of other sites', () => {
    const hold = () => `/api/v1/batches/${code}/hold`;

    it('is closed, though the browser sends the cookie', async () => {
      for (const headers of [
        { origin: 'https://other.example' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site', origin: 'https://other.trace.example' },
      ]) {
        const answer = await post(hold(), { cookie, ...headers } as Record<string, string>);
        expect(answer.status, JSON.stringify(headers)).to.equal(403);
        expect(answer.headers.get('content-type')).to.include('application/problem+json');
      }
      expect((await test.admin.get(`/api/v1/batches/${code}`)).body.status).to.equal('normal');
    });

    it('is closed for signing in, too', async () => {
      const answer = await post(
        '/api/v1/session',
        { origin: 'https://other.example' },
        '{"username":"a","password":"b"}',
      );
      expect(answer.status).to.equal(403);
      expect(answer.headers.get('set-cookie')).to.equal(null);
    });

    it('takes no text and no form instead of JSON', async () => {
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']) {
        const answer = await post(hold(), { cookie, 'content-type': type });
        expect(answer.status, type).to.equal(415);
        expect(((await answer.json()) as { detail: string }).detail).to.include('application/json');
      }
    });

    it('is open for the own pages, by their own and by their published address', async () => {
      for (const origin of [test.url, 'https://trace.example']) {
        const answer = await post(hold(), { cookie, origin, 'sec-fetch-site': 'same-origin' });
        expect(answer.status, origin).to.be.oneOf([200, 409]);
      }
    });
  });

  it('tells what is left, and refuses what is too much with a problem', async () => {
    const trace = () => test.admin.get(`/api/v1/batches/${code}/trace`);
    const answers = [await trace(), await trace(), await trace(), await trace()];
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200, 429]);
    const [first, , , last] = answers;
    expect(first?.headers.get('ratelimit-policy')).to.include('"costly"; q=3; w=60');
    expect(first?.headers.get('ratelimit')).to.match(/"costly"; r=2; t=\d+/);
    expect(last?.headers.get('retry-after')).to.match(/^\d+$/);
    expect(last?.body).to.include({ status: 429, type: 'urn:agritrace:problem:too-many-requests' });
    const other = await test.signInAs('another', ['supervisor']);
    expect((await other.get(`/api/v1/batches/${code}/trace`)).status).to.equal(200);
  });

  it('takes neither endless addresses nor endless nesting nor endless bodies', async () => {
    const long = await test.admin.get(`/api/v1/batches?code=${'x'.repeat(5_000)}`);
    expect(long.status).to.equal(414);
    expect(long.body.type).to.equal('urn:agritrace:problem:uri-too-long');
    for (const depth of [40, 600, 200_000]) {
      const deep = `{"reason":${'['.repeat(depth)}${']'.repeat(depth)}}`;
      const answer = await test.admin.send('POST', `/api/v1/batches/${code}/hold`, deep);
      expect(answer.status, String(depth)).to.equal(400);
      expect(answer.headers.get('content-type')).to.include('application/problem+json');
    }
    const large = await test.admin.send(
      'POST',
      `/api/v1/batches/${code}/hold`,
      `{"reason":"${'x'.repeat(1_100_000)}"}`,
    );
    expect(large.status).to.equal(413);
  });

  it('ends a request whose headers are too large', async () => {
    const socket = connect(test.platform.http, '127.0.0.1');
    socket.write(`GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`);
    const [answer] = await once(socket, 'data');
    expect(String(answer)).to.match(/^HTTP\/1\.1 431 /);
    await once(socket, 'close');
  });

  it('asks browsers for HTTPS where it was reached by HTTPS, and nowhere else', async () => {
    const direct = await fetch(`${test.url}/healthz`);
    expect(direct.headers.get('strict-transport-security')).to.equal(null);
    const proxied = await fetch(`${test.url}/healthz`, { headers: { 'x-forwarded-proto': 'https' } });
    expect(proxied.headers.get('strict-transport-security')).to.equal('max-age=63072000; includeSubDomains');
    const signIn = await post(
      '/api/v1/session',
      { 'x-forwarded-proto': 'https' },
      '{"username":"admin","password":"a long password for tests"}',
    );
    expect(signIn.headers.get('set-cookie'))
      .to.match(/; Secure/)
      .and.match(/; HttpOnly/)
      .and.match(/SameSite=Strict/);
  });

  it('takes no session cookie over HTTPS that another host, or a page without TLS, could have planted', async () => {
    const https = { 'x-forwarded-proto': 'https' };
    const credentials = '{"username":"admin","password":"a long password for tests"}';
    const given = (await post('/api/v1/session', https, credentials)).headers.getSetCookie();
    const own = given.find((each) => each.includes('session='))?.split(';')[0] ?? '';
    expect(own).to.match(/^__Host-agritrace_session=./);
    const statusWith = async (sent: string, headers: Record<string, string>) =>
      (await fetch(`${test.url}/api/v1/session`, { headers: { ...headers, cookie: sent } })).status;
    expect(await statusWith(own, https)).to.equal(200);
    expect(await statusWith(own.replace('__Host-', ''), https)).to.equal(401);
    expect(await statusWith(own, {})).to.equal(401);
  });

  it('lets no answer be framed, sniffed, kept or read by other sites', async () => {
    for (const path of ['/', '/q/UNKNOWN1', '/console/', '/api/docs', '/api/v1/session', '/nowhere', '/metrics']) {
      const { headers } = await fetch(test.url + path);
      expect(headers.get('x-content-type-options'), path).to.equal('nosniff');
      expect(headers.get('x-frame-options'), path).to.equal('DENY');
      expect(headers.get('referrer-policy'), path).to.equal('no-referrer');
      expect(headers.get('cross-origin-opener-policy'), path).to.equal('same-origin');
      expect(headers.get('cross-origin-resource-policy'), path).to.equal('same-origin');
      expect(headers.get('permissions-policy'), path).to.include('geolocation=()');
      expect(headers.get('cache-control'), path).to.equal('no-store');
      expect(headers.get('access-control-allow-origin'), path).to.equal(null);
      expect(headers.get('x-powered-by'), path).to.equal(null);
    }
  });

  it('gives each request an id that its problem bears, and takes over only ids that are harmless', async () => {
    const ask = (id?: string) =>
      fetch(`${test.url}/nowhere`, { headers: id === undefined ? {} : { 'x-request-id': id } });
    const made = await ask();
    const id = made.headers.get('x-request-id');
    expect(id).to.match(/^[0-9a-f-]{36}$/);
    expect(await made.json()).to.include({ requestId: id });
    expect((await ask('proxy-id.0001')).headers.get('x-request-id')).to.equal('proxy-id.0001');
    for (const bad of ['short', 'x'.repeat(65), 'with space 123', '{"level":60}'])
      expect((await ask(bad)).headers.get('x-request-id'), bad).to.match(/^[0-9a-f-]{36}$/);
  });
});
