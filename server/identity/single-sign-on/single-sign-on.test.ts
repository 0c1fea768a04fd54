import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { Api } from '../../../test/support/api.ts';
import { startTestPlatform, type TestPlatform } from '../../../test/support/platform.ts';
import { Browser } from './testing-support/browser.ts';
import { startProvider, type TestProvider } from './testing-support/provider.ts';

const password = 'a long password for tests';
const path = '/api/v1/session/single-sign-on';

describe('single sign-on', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let provider: TestProvider;
  let foreign: TestProvider;
  let url: string;
  let admin: Api;

  before(async () => {
    // The provider has to know the platform's address before the platform starts.
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    provider = await startProvider(`${url}${path}/callback`);
    foreign = await startProvider(`${url}${path}/callback`);
    test = await startTestPlatform(undefined, {
      httpPort: port,
      publicUrl: url,
      singleSignOn: {
        issuer: provider.issuer,
        clientId: 'agritrace',
        clientSecret: 'the-client-secret',
        name: '政务统一认证',
        usernameClaim: 'preferred_username',
      },
    });
    admin = test.admin;
    for (const username of ['officer1', 'officer2', 'officer3'])
      await admin.create('/api/v1/users', {
        username,
        displayName: username,
        password,
        roles: ['officer'],
        divisionCode: '611002',
      });
  });
  after(async () => {
    await test.stop();
    await provider.stop();
    await foreign.stop();
  });

  /** Goes to the provider, signs in there as `subject`, agrees, and gives the address to which the browser is sent back. */
  const signInAtProvider = async (browser: Browser, subject: string, next = '', issuer = ''): Promise<URL> => {
    let address = new URL(`${path}${next}`, url);
    let response = await browser.open(address);
    if (issuer) {
      address = new URL(String(response.headers.get('location')).replace(provider.issuer, issuer));
      response = await browser.open(address);
    }
    for (let step = 0; step < 20; step += 1) {
      const location = response.headers.get('location');
      if (location) {
        address = new URL(location, address);
        if (address.pathname === `${path}/callback`) return address;
        response = await browser.open(address);
        continue;
      }
      const page = await response.text();
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
      if (!prompt) throw new Error(`the provider shows no form: ${response.status} ${page.slice(0, 300)}`);
      const form = prompt === 'login' ? { prompt, login: subject, password: 'any' } : { prompt };
      response = await browser.open(address, form as Record<string, string>);
    }
    throw new Error('the provider never sent the browser back');
  };

  const comeBack = async (browser: Browser, address: URL) => {
    const response = await browser.open(address);
    expect(response.status).to.equal(303);
    return response.headers.get('location');
  };

  const failed = '/console/sign-in?problem=single-sign-on-failed';

  it('is offered by its name', async () => {
    expect((await admin.get('/api/v1/session/options')).body).to.deep.equal({ singleSignOn: '政务统一认证' });
  });

  it('lets in whoever the configured claim names, links the account, and goes back to where the person was', async () => {
    const browser = new Browser();
    const address = await signInAtProvider(browser, 'subject-of-officer1', '?next=%2Fbatches%3Fstatus%3Dheld');
    expect(browser.find('agritrace_sign_on')?.sameSite).to.equal('Lax');
    expect(await comeBack(browser, address)).to.equal('/console/batches?status=held');
    expect(browser.find('agritrace_sign_on'), 'used up').to.equal(undefined);
    const session = browser.find('agritrace_session');
    expect(session?.sameSite).to.equal('Strict');
    const { body } = await new Api(url, session?.value ?? '').get('/api/v1/session');
    expect(body).to.include({ username: 'officer1' });
    const [user] = await admin.list<{ singleSignOnSubject: string }>('/api/v1/users?username=officer1');
    expect(user?.singleSignOnSubject).to.equal('subject-of-officer1');
    expect(await comeBack(browser, address), 'the same answer once more').to.equal(failed);
  });

  it('knows a linked person by the subject, whatever the name', async () => {
    const [user] = await admin.list<{ id: string }>('/api/v1/users?username=officer2');
    const link = (subject: string | null) =>
      admin.send('PATCH', `/api/v1/users/${user?.id}`, JSON.stringify({ singleSignOnSubject: subject }));
    expect((await link('subject-of-officer1')).status, 'taken').to.equal(409);
    expect((await link('somebody-else')).status).to.equal(200);
    const browser = new Browser();
    expect(await comeBack(browser, await signInAtProvider(browser, 'somebody-else'))).to.equal('/console/');
    const { body } = await new Api(url, browser.find('agritrace_session')?.value ?? '').get('/api/v1/session');
    expect(body).to.include({ username: 'officer2' });
    const other = new Browser();
    const asOfficer2 = await comeBack(other, await signInAtProvider(other, 'subject-of-officer2'));
    expect(asOfficer2, 'linked to another subject').to.equal('/console/sign-in?problem=single-sign-on-unlinked');
  });

  it('makes no accounts', async () => {
    const browser = new Browser();
    const location = await comeBack(browser, await signInAtProvider(browser, 'subject-of-nobody'));
    expect(location).to.equal('/console/sign-in?problem=single-sign-on-unlinked');
    expect(browser.find('agritrace_session')).to.equal(undefined);
    expect(await admin.list('/api/v1/users?username=nobody')).to.deep.equal([]);
  });

  it('refuses another state, another nonce, a foreign issuer, and an answer to nobody’s question', async () => {
    const changes: [string, (browser: Browser, address: URL) => void][] = [
      ['state', (_browser, address) => address.searchParams.set('state', 'another')],
      ['issuer', (_browser, address) => address.searchParams.set('iss', foreign.issuer)],
      ['code', (_browser, address) => address.searchParams.set('code', 'another')],
      ['nonce', (browser) => alterQuestion(browser, { nonce: 'another' })],
      ['verifier', (browser) => alterQuestion(browser, { verifier: 'another-verifier-of-forty-three-characters-1' })],
      ['question', (browser) => browser.cookies.splice(0)],
    ];
    for (const [name, change] of changes) {
      const browser = new Browser();
      const address = await signInAtProvider(browser, 'subject-of-officer1');
      change(browser, address);
      expect(await comeBack(browser, address), name).to.equal(failed);
      expect(browser.find('agritrace_session'), name).to.equal(undefined);
    }
    const browser = new Browser();
    const address = await signInAtProvider(browser, 'subject-of-officer1', '', foreign.issuer);
    address.searchParams.set('iss', provider.issuer);
    expect(await comeBack(browser, address), "the foreign provider's code as the own provider's").to.equal(failed);
    const events = await admin.list<{ kind: string; detail: string }>(
      '/api/v1/security-events?kind=single-sign-on-failed&limit=500',
    );
    expect(events.slice(0, 7).map(({ detail }) => detail)).to.deep.equal([
      'OAUTH_RESPONSE_BODY_ERROR',
      'no question of this browser is open',
      'OAUTH_RESPONSE_BODY_ERROR',
      'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
      'OAUTH_RESPONSE_BODY_ERROR',
      'OAUTH_INVALID_RESPONSE',
      'OAUTH_INVALID_RESPONSE',
    ]);
  });

  it('leads to no other site', async () => {
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', '/a\r\nb'])
      expect((await admin.get(`${path}?next=${encodeURIComponent(next)}`)).status, next).to.equal(400);
  });

  it('does not let in a disabled account', async () => {
    const [user] = await admin.list<{ id: string }>('/api/v1/users?username=officer3');
    await admin.post(`/api/v1/users/${user?.id}/disable`, { reason: 'test' });
    const browser = new Browser();
    const location = await comeBack(browser, await signInAtProvider(browser, 'subject-of-officer3'));
    expect(location).to.equal('/console/sign-in?problem=account-disabled');
    expect(browser.find('agritrace_session')).to.equal(undefined);
  });

  it('asks for the code here when the person has a second factor here and the provider asked for none', async () => {
    const officer = await Api.signIn(url, 'officer1', password);
    const { body } = await officer.post('/api/v1/second-factor', { password });
    const { Secret, TOTP } = await import('otpauth');
    const codeAt = (timestamp: number) => TOTP.generate({ secret: Secret.fromBase32(String(body.secret)), timestamp });
    const enrolledAt = Date.now();
    await officer.post('/api/v1/second-factor/confirm', { code: codeAt(enrolledAt) });
    const browser = new Browser();
    await comeBack(browser, await signInAtProvider(browser, 'subject-of-officer1'));
    const session = new Api(url, browser.find('agritrace_session')?.value ?? '');
    expect((await session.get('/api/v1/session')).body).to.deep.include({ unfinished: 'code', permissions: [] });
    for (const closed of ['batches', 'sessions']) expect((await session.get(`/api/v1/${closed}`)).status).to.equal(403);
    expect((await session.post('/api/v1/password', { currentPassword: password, newPassword: 'x' })).status).to.equal(
      403,
    );
    expect((await session.post('/api/v1/second-factor', {})).status).to.equal(403);
    // The step that enrolled is used up; the next one is accepted ahead of its time.
    const finished = await session.post('/api/v1/session/code', { code: codeAt(enrolledAt + 30_000) });
    expect(finished.status).to.equal(200);
    expect((await session.get('/api/v1/session')).status, 'the token before').to.equal(401);
    expect((await new Api(url, String(finished.body.token)).get('/api/v1/batches')).status).to.equal(200);
  });
});

function alterQuestion(browser: Browser, change: object): void {
  const cookie = browser.find('agritrace_sign_on');
  if (!cookie) throw new Error('there is no question');
  const question = JSON.parse(Buffer.from(cookie.value, 'base64url').toString());
  cookie.value = Buffer.from(JSON.stringify({ ...question, ...change })).toString('base64url');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
