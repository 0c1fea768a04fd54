import { expect } from 'chai';
import { registerBatch, registerFarm } from '../../../test/support/farm.ts';
import { startTestPlatform, type TestPlatform } from '../../../test/support/platform.ts';
import { system } from '../../database/change-log/actor.ts';
import { inTransaction } from '../../database/transaction.ts';
import { createRecallProposals } from './proposals.ts';

describe('the recall that a failed sample proposes', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let batchCode: string;

  before(async () => {
    test = await startTestPlatform();
    batchCode = await registerBatch(test.admin, await registerFarm(test.admin, '611002'));
  });
  after(() => test.stop());

  const propose = (banned: boolean) => {
    const { context } = test.platform;
    const { proposeRecall } = createRecallProposals(context);
    return inTransaction(context, system('test'), (work) =>
      proposeRecall(work, { batchCode, banned, reason: '不合格' }),
    );
  };
  const recalls = () =>
    test.admin.list<{ id: string; state: string; level: string }>(`/api/v1/recalls?batch=${batchCode}`);

  it('is drafted once while one is drafted or under way, by its gravity, and again after it was cancelled', async () => {
    await propose(true);
    await propose(false);
    const [first, ...others] = await recalls();
    expect(others).to.deep.equal([]);
    expect(first).to.include({ state: 'draft', level: '1' });
    expect((await test.admin.get(`/api/v1/batches/${batchCode}`)).body.status).to.equal('normal');
    expect((await test.admin.post(`/api/v1/recalls/${first?.id}/cancel`, { note: '复检合格' })).status).to.equal(200);
    await propose(false);
    expect((await recalls()).map(({ state, level }) => `${state} ${level}`)).to.have.members([
      'cancelled 1',
      'draft 2',
    ]);
  });
});
