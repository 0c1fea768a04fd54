import { expect } from 'chai';
import { Api } from '../../../test/support/api.ts';
import { startTestPlatform, type TestPlatform } from '../../../test/support/platform.ts';
import type { Caller } from '../caller.ts';
import { filterOf } from '../rights/ability.ts';

describe('an API token', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let now = Date.parse('2026-11-25T08:00:00Z');
  let owner: Api;
  let system: Api;
  let id: string;

  before(async () => {
    test = await startTestPlatform(() => new Date(now));
    owner = await test.signInAs('owner', ['supervisor'], '611002');
  });
  after(() => test.stop());

  const again = async () => {
    owner = await Api.signIn(test.url, 'owner', 'a long password for tests');
    test.admin = await Api.signIn(test.url, 'admin', 'a long password for tests');
  };

  it('holds rights of its owner alone', async () => {
    const scope = ['batches:read', 'users:read'];
    const refused = await owner.post('/api/v1/api-tokens', { name: 'exchange', scope, expiresInDays: 30 });
    expect(refused.status).to.equal(400);
    expect(refused.body.errors).to.deep.equal([
      {
        pointer: '/scope/1',
        message: 'is not a right of yours',
        text: { zh: '您没有此权限', en: 'is not a right of yours' },
      },
    ]);
    const body = { name: 'exchange', scope: ['batches:read', 'batches:hold'], expiresInDays: 30 };
    const created = await owner.create('/api/v1/api-tokens', body);
    id = String(created.id);
    system = new Api(test.url, String(created.token));
    expect(created.token).to.match(/^agt_/);
    expect(JSON.stringify(await owner.list('/api/v1/api-tokens'))).to.not.include(String(created.token));
  });

  it('is taken as Bearer for its scope and nothing else', async () => {
    expect((await system.get('/api/v1/batches')).status).to.equal(200);
    expect((await owner.get('/api/v1/warnings')).status).to.equal(200);
    expect((await system.get('/api/v1/warnings')).status).to.equal(403);
    for (const path of ['session', 'sessions', 'api-tokens'])
      expect((await system.get(`/api/v1/${path}`)).status, path).to.equal(403);
    const body = { name: 'more', scope: ['batches:read'], expiresInDays: 30 };
    expect((await system.post('/api/v1/api-tokens', body)).status).to.equal(403);
    const [listed] = await owner.list<{ lastUsedAt: string }>('/api/v1/api-tokens');
    expect(listed?.lastUsedAt).to.equal(new Date(now).toISOString());
  });

  it('never reaches further than its owner at that moment', async () => {
    const [user] = await test.admin.list<{ id: string }>('/api/v1/users?username=owner');
    const change = (body: object) => test.admin.send('PATCH', `/api/v1/users/${user?.id}`, JSON.stringify(body));
    const hold = () => system.post('/api/v1/batches/NO-SUCH-1/hold', { reason: 'test' });
    expect((await hold()).status).to.equal(404);
    await change({ roles: ['sampler'] });
    expect((await hold()).status).to.equal(403);
    expect((await system.get('/api/v1/batches')).status).to.equal(200);
    await test.admin.post(`/api/v1/users/${user?.id}/disable`, { reason: 'test' });
    expect((await system.get('/api/v1/batches')).status).to.equal(401);
    await test.admin.post(`/api/v1/users/${user?.id}/enable`, { reason: 'test' });
    await test.admin.post('/api/v1/sign-in-policy', { secondFactorRoles: ['sampler'] });
    expect((await system.get('/api/v1/batches')).status, 'the owner may do nothing').to.equal(403);
    await test.admin.post('/api/v1/sign-in-policy', { secondFactorRoles: [] });
    expect((await system.get('/api/v1/batches')).status).to.equal(200);
  });

  it('narrows what queries reach, as well as what routes let through', () => {
    const person: Caller = { userId: 'x', username: 'x', roles: ['supervisor'], divisionCode: '611002' };
    const token: Caller = { ...person, scope: ['batches:read'] };
    expect(filterOf(token, 'batches:read')).to.deep.equal(filterOf(person, 'batches:read'));
    expect(filterOf(token, 'samples:read')).to.deep.equal(filterOf({ ...person, roles: [] }, 'samples:read'));
    expect(filterOf(person, 'samples:read')).to.not.deep.equal(filterOf(token, 'samples:read'));
  });

  it('is over when it expires', async () => {
    now += 30 * 86_400_000;
    expect((await system.get('/api/v1/batches')).status).to.equal(401);
    await again();
    expect(await owner.list('/api/v1/api-tokens')).to.deep.equal([]);
  });

  it('is over when its owner revokes it, and only the owner does', async () => {
    const body = { name: 'short', scope: ['batches:read'], expiresInDays: 1 };
    const created = await owner.create('/api/v1/api-tokens', body);
    system = new Api(test.url, String(created.token));
    expect((await test.admin.send('DELETE', `/api/v1/api-tokens/${created.id}`)).status).to.equal(404);
    expect((await system.get('/api/v1/batches')).status).to.equal(200);
    expect((await owner.send('DELETE', `/api/v1/api-tokens/${created.id}`)).status).to.equal(204);
    expect((await system.get('/api/v1/batches')).status).to.equal(401);
    expect((await owner.send('DELETE', `/api/v1/api-tokens/${id}`)).status).to.equal(404);
  });
});
