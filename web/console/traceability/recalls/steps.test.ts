import { expect } from 'chai';
import type { Recall } from '../../api/types.ts';
import { recallLine } from './steps.ts';

const words = { title: (step: string) => step, supervisor: 'S', holders: 'H', reason: ({ en }: { en: string }) => en };
const draft = {
  state: 'draft',
  createdAt: '2026-05-01T08:00:00Z',
  allowed: ['issue', 'cancel'],
  refused: [],
} as unknown as Recall;
const line = (more: object) => recallLine({ ...draft, ...more } as Recall, words);
const states = (more: object) => line(more).map(({ key, state }) => `${key} ${state}`);

describe('the line of steps of a recall', () => {
  it('waits for its issue, then for the holders, then to be closed', () => {
    expect(states({})).to.deep.equal(['draft done', 'issue now', 'answered to-come', 'close to-come']);
    const open = { state: 'open', issuedAt: '2026-05-01T09:00:00Z' };
    const refused = [{ verb: 'close', reason: { zh: '还有 2 个', en: '2 holders have not reported yet' } }];
    expect(states({ ...open, allowed: [], refused })).to.deep.equal([
      'draft done',
      'issue done',
      'answered now',
      'close to-come',
    ]);
    expect(line({ ...open, allowed: [], refused })[2]).to.include({
      who: 'H',
      refused: '2 holders have not reported yet',
    });
    expect(states({ ...open, allowed: ['close'] })).to.include('close now');
    expect(states({ ...open, state: 'closed', allowed: [] })).to.deep.equal([
      'draft done',
      'issue done',
      'answered done',
      'close done',
    ]);
  });

  it('ends when the draft is cancelled', () => {
    expect(states({ state: 'cancelled' })).to.deep.equal(['draft done', 'cancel done']);
  });
});
