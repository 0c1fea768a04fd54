import { expect } from 'chai';
import { Conflict, IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import type { Caller } from '../../identity/index.ts';
import { openTestPlatform, type TestPlatform } from '../testing-support/platform.ts';

const person = (username: string, role: Caller['roles'][number]): Caller => ({
  userId: 'c'.repeat(24),
  username,
  roles: [role],
  divisionCode: '611002',
});
const office = person('office', 'supervisor');
const sampler = person('sampler', 'sampler');
const colleague = person('colleague', 'sampler');

describe('blocks of numbers', () => {
  let platform: TestPlatform;
  before(async () => {
    platform = await openTestPlatform();
  });
  beforeEach(() => platform.empty());
  after(() => platform.close());

  const seals = (first: string, count: number, holder = 'sampler') =>
    platform.testing.handOutNumbers(office, { kind: 'seal', first, count, holder });
  const draw = (caller: Caller, facts: object) =>
    platform.testing.createSample(caller, { batchCode: 'TEA-1', planKind: 'routine-monitoring', ...facts });
  const rejects = async (attempt: Promise<unknown>, kind: new (...given: never[]) => Error) => {
    const failure = await attempt.then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).to.be.instanceOf(kind);
  };

  it('are handed to one person at a time: no run may overlap another', async () => {
    expect((await seals('F-0001', 3)).unused).to.deep.equal(['F-0001', 'F-0002', 'F-0003']);
    await rejects(seals('F-0003', 2, 'colleague'), Conflict);
    await rejects(seals('F-', 2), InvalidInput);
    const racing = await Promise.allSettled([seals('G-01', 5), seals('G-05', 5, 'colleague')]);
    expect(racing.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected']);
  });

  it("of samples are the platform's own kind, all different", async () => {
    const body = { kind: 'sample', count: 20, holder: 'sampler' } as const;
    const { numbers } = await platform.testing.handOutNumbers(office, body);
    expect(new Set(numbers).size).to.equal(20);
    const sample = await draw(sampler, { number: numbers[0] });
    expect(sample.number).to.equal(numbers[0]);
    await rejects(draw(colleague, { number: numbers[1] }), Conflict);
  });

  it('are used once, by their holder alone; the same sample sent again uses none up', async () => {
    const { id } = await seals('F-0001', 3);
    const facts = { number: 'S20261124-7KQ2MX', sealNumber: 'F-0001', drawnAt: '2026-11-24T07:00:00Z' };
    const retained = { sealNumber: 'F-0002', keptAt: '冷库' };
    await draw(sampler, { ...facts, retained });
    await draw(sampler, { ...facts, retained });
    await rejects(draw(sampler, { sealNumber: 'F-0001' }), Conflict);
    await rejects(draw(colleague, { sealNumber: 'F-0003' }), Conflict);
    expect((await platform.testing.listSamples(office, { limit: 10 })).items).to.have.length(1);
    const block = await platform.testing.getNumberBlock(office, id);
    expect(block.used.map(({ number }) => number)).to.deep.equal(['F-0001', 'F-0002']);
    expect(block.unused).to.deep.equal(['F-0003']);
  });

  it('that were never handed out are free', async () => {
    await draw(colleague, { sealNumber: 'X-1' });
    await draw(colleague, { sealNumber: 'X-1' });
  });

  it('go back when they are not used, by their holder or the office, and may be handed out again', async () => {
    const { id } = await seals('F-0001', 3);
    await draw(sampler, { sealNumber: 'F-0001' });
    await rejects(platform.testing.returnNumbers(colleague, id), Conflict);
    const back = await platform.testing.returnNumbers(sampler, id);
    expect(back.returned?.numbers).to.deep.equal(['F-0002', 'F-0003']);
    expect(back.unused).to.deep.equal([]);
    await rejects(platform.testing.returnNumbers(office, id), IllegalTransition);
    await rejects(seals('F-0001', 2, 'colleague'), Conflict);
    const again = await seals('F-0002', 2, 'colleague');
    await draw(colleague, { sealNumber: 'F-0002' });
    await rejects(draw(sampler, { sealNumber: 'F-0003' }), Conflict);
    await platform.testing.returnNumbers(office, again.id);
    const open = await platform.testing.listNumberBlocks(office, { limit: 10, unreturned: 'true' });
    expect(open.items).to.deep.equal([]);
  });

  it('are their holder’s to see and to return, though a division above handed them out', async () => {
    const city = { ...office, username: 'city', divisionCode: '611000' };
    const { id } = await platform.testing.handOutNumbers(city, {
      kind: 'seal',
      first: 'C-1',
      count: 2,
      holder: 'sampler',
    });
    const listed = async (caller: Caller, holder?: string) =>
      (await platform.testing.listNumberBlocks(caller, { limit: 10, ...(holder && { holder }) })).items.map(
        (block) => block.id,
      );
    expect(await listed(sampler, 'sampler')).to.deep.equal([id]);
    expect(await listed(colleague, 'sampler')).to.deep.equal([]);
    expect(await listed(sampler)).to.deep.equal([]);
    await rejects(platform.testing.returnNumbers(colleague, id), NotFound);
    expect((await platform.testing.returnNumbers(sampler, id)).returned?.numbers).to.deep.equal(['C-1', 'C-2']);
  });
});
