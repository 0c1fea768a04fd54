import { expect } from 'chai';
import { Api } from '../../../test/support/api.ts';
import { startTestPlatform, type TestPlatform } from '../../../test/support/platform.ts';

interface Listed {
  id: string;
  current: boolean;
  device: string;
  address: string;
}

describe("a person's sessions", function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let desk: Api;
  let phone: Api;
  let stranger: Api;

  before(async () => {
    test = await startTestPlatform();
    desk = await test.signInAs('officer1', ['officer']);
    phone = await Api.signIn(test.url, 'officer1', 'a long password for tests');
    stranger = await test.signInAs('officer2', ['officer']);
  });
  after(() => test.stop());

  it('are listed with device and address, and no token or digest among it', async () => {
    const sessions = await desk.list<Listed>('/api/v1/sessions');
    expect(sessions).to.have.length(2);
    expect(sessions.filter(({ current }) => current)).to.have.length(1);
    for (const session of sessions) expect(session).to.include.keys('device', 'address', 'createdAt', 'lastUsedAt');
    expect(JSON.stringify(sessions)).to.not.include(desk.token).and.not.include(phone.token);
  });

  it('can be ended one by one, by their owner alone', async () => {
    const other = (await desk.list<Listed>('/api/v1/sessions')).find(({ current }) => !current);
    expect((await stranger.send('DELETE', `/api/v1/sessions/${other?.id}`)).status).to.equal(404);
    expect((await phone.get('/api/v1/session')).status).to.equal(200);
    expect((await desk.send('DELETE', `/api/v1/sessions/${other?.id}`)).status).to.equal(204);
    expect((await phone.get('/api/v1/session')).status).to.equal(401);
    expect((await desk.get('/api/v1/session')).status).to.equal(200);
  });

  it('all end together, and no one else’s', async () => {
    phone = await Api.signIn(test.url, 'officer1', 'a long password for tests');
    expect((await desk.send('DELETE', '/api/v1/sessions')).status).to.equal(204);
    for (const ended of [desk, phone]) expect((await ended.get('/api/v1/session')).status).to.equal(401);
    expect((await stranger.get('/api/v1/session')).status).to.equal(200);
  });
});
