import { expect } from 'chai';
import { type Answer, Api } from '../../../test/support/api.ts';
import { startTestPlatform, type TestPlatform } from '../../../test/support/platform.ts';

const reason = '调离岗位';

describe('the accounts of a division', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let county: Api;

  before(async () => {
    test = await startTestPlatform();
    county = await test.signInAs('county-admin', ['administrator'], '611002');
  });
  after(() => test.stop());

  const idOf = async (username: string) => {
    const users = await test.admin.list<{ id: string; username: string }>(`/api/v1/users?username=${username}`);
    return String(users.find((user) => user.username === username)?.id);
  };
  const verb = async (api: Api, username: string, name: string): Promise<Answer> =>
    api.post(`/api/v1/users/${await idOf(username)}/${name}`, { reason });
  const patch = async (api: Api, username: string, body: object): Promise<Answer> =>
    api.send('PATCH', `/api/v1/users/${await idOf(username)}`, JSON.stringify(body));
  const newUser = (username: string, roles: string[], divisionCode: string) => ({
    username,
    displayName: username,
    password: 'four quiet river stones',
    roles,
    divisionCode,
  });

  it('are kept by the administrators of that division and of those above it', async () => {
    expect((await county.post('/api/v1/users', newUser('in-county', ['sampler'], '611002104'))).status).to.equal(201);
    expect((await county.post('/api/v1/users', newUser('elsewhere', ['sampler'], '611021'))).status).to.equal(403);
    expect((await county.post('/api/v1/users', newUser('above', ['sampler'], '611000'))).status).to.equal(403);
    await test.admin.create('/api/v1/users', newUser('luonan', ['sampler'], '611021'));
    expect((await county.get(`/api/v1/users/${await idOf('luonan')}`)).status).to.equal(404);
    expect((await verb(county, 'luonan', 'disable')).status).to.equal(404);
    expect((await patch(county, 'in-county', { divisionCode: '611000' })).status).to.equal(403);
    expect((await patch(county, 'in-county', { divisionCode: '611999' })).status).to.not.equal(200);
  });

  it('take no weak password', async () => {
    const body = { ...newUser('weak', ['sampler'], '611000'), password: 'Password2026' };
    const refused = await test.admin.post('/api/v1/users', body);
    expect(refused.status).to.equal(400);
    expect((refused.body.errors as { pointer: string }[])[0]?.pointer).to.equal('/password');
  });

  it('lose the sessions when their rights change, and have the new rights at the next sign-in', async () => {
    const person = await test.signInAs('promoted', ['sampler'], '611002');
    expect((await patch(test.admin, 'promoted', { displayName: '新名' })).body.displayName).to.equal('新名');
    expect((await person.get('/api/v1/samples')).status).to.equal(200);
    expect((await patch(test.admin, 'promoted', { roles: ['auditor'] })).status).to.equal(200);
    expect((await person.get('/api/v1/samples')).status).to.equal(401);
  });

  it('begin with a one-time password where none is given, which lets in to choose another and nowhere else', async () => {
    const { password: _, ...body } = newUser('newcomer', ['supervisor'], '611002');
    const created = await test.admin.create('/api/v1/users', body);
    expect(created.mustChangePassword).to.equal(true);
    const once = await Api.signIn(test.url, 'newcomer', String(created.oneTimePassword));
    expect((await once.get('/api/v1/session')).body.unfinished).to.equal('password');
    expect((await once.get('/api/v1/producers')).status).to.equal(403);
    expect((await test.admin.get(`/api/v1/users/${created.id}`)).body).to.not.have.property('oneTimePassword');
  });

  it('are signed out everywhere by an administrator of the division, who says why', async () => {
    const person = await test.signInAs('lost-phone', ['sampler'], '611021');
    expect((await verb(county, 'lost-phone', 'end-sessions')).status).to.equal(404);
    expect((await person.get('/api/v1/session')).status).to.equal(200);
    expect((await verb(test.admin, 'lost-phone', 'end-sessions')).status).to.equal(200);
    expect((await person.get('/api/v1/session')).status).to.equal(401);
    const events = await test.admin.list<{ kind: string; detail?: string }>(
      '/api/v1/security-events?username=lost-phone',
    );
    expect(events[0]).to.include({ kind: 'sessions-ended', detail: `by admin: ${reason}` });
  });

  it('cannot be used while they are disabled', async () => {
    const person = await test.signInAs('leaving', ['sampler'], '611002');
    const disabled = await verb(test.admin, 'leaving', 'disable');
    expect(disabled.body.disabledAt).to.be.a('string');
    expect(disabled.body.allowed).to.include('enable').and.not.include('disable');
    expect((await person.get('/api/v1/samples')).status).to.equal(401);
    const credentials = { username: 'leaving', password: 'a long password for tests' };
    const refused = await test.admin.post('/api/v1/session', credentials);
    expect(refused.status).to.equal(403);
    expect(refused.body.type).to.equal('urn:agritrace:problem:account-disabled');
    expect((await verb(test.admin, 'leaving', 'disable')).status).to.equal(409);
    expect((await verb(test.admin, 'leaving', 'enable')).status).to.equal(200);
    expect((await test.admin.post('/api/v1/session', credentials)).status).to.equal(200);
    const entries = await test.admin.list<{ reason?: string }>(`/api/v1/audit-log?record=${await idOf('leaving')}`);
    expect(entries.map((entry) => entry.reason)).to.deep.equal([reason, reason, undefined]);
  });

  it('cannot change their own rights, nor disable themselves', async () => {
    expect((await patch(county, 'county-admin', { roles: ['administrator', 'auditor'] })).status).to.equal(403);
    expect((await verb(county, 'county-admin', 'disable')).status).to.equal(409);
  });

  it('keep a last administrator, even when two go for each other at once', async () => {
    expect((await verb(test.admin, 'county-admin', 'disable')).status, 'the city remains').to.equal(200);
    const second = await test.signInAs('second-admin', ['administrator'], '611000');
    const [one, two] = await Promise.all([
      verb(test.admin, 'second-admin', 'disable'),
      verb(second, 'admin', 'disable'),
    ]);
    const statuses = [one.status, two.status];
    expect(statuses.filter((status) => status === 200)).to.have.length(1);
    const [remaining, gone] = one.status === 200 ? [test.admin, 'second-admin'] : [second, 'admin'];
    expect((await remaining.get('/api/v1/users')).status).to.equal(200);
    expect(
      (await remaining.list<{ username: string }>('/api/v1/users?state=disabled')).map(({ username }) => username),
    ).to.include(gone);
  });
});
