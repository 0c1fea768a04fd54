import { expect } from 'chai';
import { startTestPlatform, type TestPlatform } from '../../../test/support/platform.ts';

describe('the names of people in records', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let producerId: string;
  let count = 0;

  before(async () => {
    test = await startTestPlatform();
    const producer = { kind: 'cooperative', name: '合作社', divisionCode: '611002' };
    producerId = String((await test.admin.create('/api/v1/producers', producer)).id);
    const account = { password: 'four quiet river stones', divisionCode: '611021' };
    await test.admin.create('/api/v1/users', {
      ...account,
      username: 'li',
      displayName: '李检查',
      roles: ['supervisor'],
    });
    const farmer = { ...account, username: 'zhang', displayName: '张农户', roles: ['producer'], producerId };
    await test.admin.create('/api/v1/users', { ...farmer, divisionCode: '611002' });
  });
  after(() => test.stop());

  it('are told to whoever is signed in, of those who act for an office', async () => {
    const producer = await test.signInAs('wang', ['producer'], '611002', producerId);
    const { status, body } = await producer.get<{ items: unknown[] }>('/api/v1/people?usernames=li,zhang,li,nobody');
    expect(status).to.equal(200);
    expect(body.items).to.deep.equal([{ username: 'li', displayName: '李检查' }]);
  });

  it('are told to nobody who is not', async () => {
    expect((await fetch(`${test.url}/api/v1/people?usernames=li`)).status).to.equal(401);
  });

  it('are told to choose from: those of the own division and below who hold the role, and may sign in', async () => {
    const choice = async (divisionCode: string, role: string) => {
      const caller = await test.signInAs(`chooser-${count++}`, ['auditor'], divisionCode);
      const { body } = await caller.get<{ items: { username: string }[] }>(`/api/v1/people?role=${role}`);
      return body.items.map(({ username }) => username);
    };
    expect(await choice('611021', 'supervisor')).to.deep.equal(['li']);
    expect(await choice('611022', 'supervisor')).to.deep.equal([]);
    expect(await choice('611000', 'producer')).to.deep.equal([]);
    const [li] = await test.admin.list<{ id: string }>('/api/v1/users?username=li');
    await test.admin.post(`/api/v1/users/${li?.id}/disable`, { reason: '调离' });
    expect(await choice('611021', 'supervisor')).to.deep.equal([]);
  });

  it('are not told to producers to choose from', async () => {
    const producer = await test.signInAs('zhao', ['producer'], '611002', producerId);
    expect((await producer.get('/api/v1/people?role=supervisor')).status).to.equal(403);
  });

  it('are asked for by at most a hundred at once, by name', async () => {
    const of = (count: number) => Array.from({ length: count }, (_, index) => `u${index}`).join(',');
    const status = async (names: string) => (await test.admin.get(`/api/v1/people?usernames=${names}`)).status;
    expect([
      await status(of(100)),
      await status(of(101)),
      await status(''),
      await status('a,,b'),
      await status('li&role=analyst'),
    ]).to.deep.equal([200, 400, 400, 400, 400]);
  });
});
