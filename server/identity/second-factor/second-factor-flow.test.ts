import { expect } from 'chai';
import { Secret, TOTP } from 'otpauth';
import { Api } from '../../../test/support/api.ts';
import { startTestPlatform, type TestPlatform } from '../../../test/support/platform.ts';
import { readQrCode } from '../../../test/support/qr-code.ts';

const password = 'a long password for tests';

describe('signing in with a second factor', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let now = Date.parse('2026-11-25T08:00:00Z');
  let secret: string;
  let recoveryCodes: string[];

  before(async () => {
    test = await startTestPlatform(() => new Date(now));
  });
  after(() => test.stop());

  const codeNow = () => TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: now });
  const signIn = (code?: string) =>
    new Api(test.url, '').post('/api/v1/session', { username: 'officer1', password, ...(code && { code }) });
  const typeOf = ({ body }: { body: Record<string, unknown> }) => String(body.type).split(':').at(-1);

  it('begins with a secret that an app reads as a QR code, and counts from the first right code', async () => {
    const officer = await test.signInAs('officer1', ['officer']);
    const other = await Api.signIn(test.url, 'officer1', password);
    expect((await officer.post('/api/v1/second-factor', {})).status, 'without the password').to.equal(400);
    const enrollment = (await officer.post('/api/v1/second-factor', { password })).body;
    secret = String(enrollment.secret);
    const png = Buffer.from(String(enrollment.qr).split(',')[1] ?? '', 'base64');
    expect(readQrCode(png)).to.equal(enrollment.uri).and.include(secret);
    expect((await signIn()).status, 'not confirmed yet').to.equal(200);
    const wrong = codeNow() === '000000' ? '000001' : '000000';
    expect((await officer.post('/api/v1/second-factor/confirm', { code: wrong })).status).to.equal(400);
    const confirmed = await officer.post('/api/v1/second-factor/confirm', { code: codeNow() });
    expect(confirmed.status).to.equal(200);
    recoveryCodes = confirmed.body.recoveryCodes as string[];
    expect(recoveryCodes).to.have.length(10);
    for (const ended of [officer, other]) expect((await ended.get('/api/v1/session')).status).to.equal(401);
    const { token } = confirmed.body.session as { token: string };
    expect((await new Api(test.url, token).get('/api/v1/session')).body).to.include({ secondFactor: true });
  });

  it('asks for the code after the right password alone, and takes each code once', async () => {
    expect(typeOf(await signIn())).to.equal('code-needed');
    const wrongPassword = await new Api(test.url, '').post('/api/v1/session', { username: 'officer1', password: 'x' });
    expect(typeOf(wrongPassword)).to.equal('unauthenticated');
    expect((await signIn(codeNow())).status, 'the code that enrolled').to.equal(401);
    now += 30_000;
    const code = codeNow();
    const [first, second] = await Promise.all([signIn(code), signIn(code)]);
    expect([first.status, second.status].sort()).to.deep.equal([200, 401]);
    expect((await signIn(code)).status).to.equal(401);
  });

  it('takes each recovery code once, however it is typed', async () => {
    const [code = ''] = recoveryCodes;
    expect((await signIn(code.toUpperCase().replaceAll('-', ' '))).status).to.equal(200);
    expect((await signIn(code)).status).to.equal(401);
    now += 30_000;
    const { body } = await signIn(codeNow());
    expect(body.user).to.include({ recoveryCodesLeft: 9 });
  });

  it('has to wait after wrong codes as after wrong passwords', async () => {
    now += 30_000;
    const wrong = codeNow() === '000000' ? '000001' : '000000';
    for (let failure = 1; failure <= 6; failure += 1) expect((await signIn(wrong)).status).to.equal(401);
    expect((await signIn(codeNow())).status).to.equal(429);
    now += 30_000;
    expect((await signIn(codeNow())).status).to.equal(200);
  });

  it('keeps the secret and the codes out of the audit log', async () => {
    const entries = JSON.stringify(await test.admin.list('/api/v1/audit-log?resource=users&limit=500'));
    expect(entries).to.include('secondFactorSecret').and.include('recoveryCodes').and.not.include(secret);
    for (const code of recoveryCodes) expect(entries).to.not.include(code);
  });

  it('is required of the roles that the policy names: they may enroll and nothing else', async () => {
    const reviewer = await test.signInAs('reviewer1', ['reviewer']);
    const policy = { secondFactorRoles: ['reviewer', 'officer'] };
    expect((await reviewer.post('/api/v1/sign-in-policy', policy)).status).to.equal(403);
    expect((await test.admin.post('/api/v1/sign-in-policy', policy)).status).to.equal(200);
    expect((await reviewer.get('/api/v1/batches')).status, 'at once').to.equal(403);
    expect((await reviewer.get('/api/v1/session')).body).to.deep.include({
      unfinished: 'second-factor',
      permissions: [],
    });
    expect((await reviewer.get('/api/v1/sessions')).status).to.equal(403);
    const { body } = await reviewer.post('/api/v1/second-factor', {});
    const code = TOTP.generate({ secret: Secret.fromBase32(String(body.secret)), timestamp: now });
    const confirmed = await reviewer.post('/api/v1/second-factor/confirm', { code });
    const free = new Api(test.url, (confirmed.body.session as { token: string }).token);
    expect((await free.get('/api/v1/batches')).status).to.equal(200);
    now += 30_000;
    const next = TOTP.generate({ secret: Secret.fromBase32(String(body.secret)), timestamp: now });
    expect((await free.post('/api/v1/second-factor/remove', { password, code: next })).status).to.equal(409);
    await test.admin.post('/api/v1/sign-in-policy', { secondFactorRoles: [] });
    expect((await free.post('/api/v1/second-factor/remove', { password, code: '000000' })).status).to.equal(400);
    expect((await free.post('/api/v1/second-factor/remove', { password, code: next })).status).to.equal(204);
    expect((await free.get('/api/v1/session')).body).to.include({ secondFactor: false });
  });

  it('can be taken away by an administrator when the phone is lost', async () => {
    const [user] = await test.admin.list<{ id: string }>('/api/v1/users?username=officer1');
    const reset = await test.admin.post(`/api/v1/users/${user?.id}/reset-second-factor`, { reason: '手机丢失' });
    expect(reset.status).to.equal(200);
    expect((await signIn()).status).to.equal(200);
  });
});
