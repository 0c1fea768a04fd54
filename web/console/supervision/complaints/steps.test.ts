import { expect } from 'chai';
import type { Complaint } from '../../api/types.ts';
import { complaintLine } from './steps.ts';

const complaint = (state: Complaint['state'], verbs: string[], allowed: string[] = []): Complaint => ({
  id: '1',
  divisionCode: '611000',
  kind: 'report',
  channel: 'online',
  text: 'x',
  anonymous: true,
  state,
  receivedAt: '2026-05-01T00:00:00Z',
  receivedBy: 'public',
  history: verbs.map((verb) => ({ verb, by: 'city', at: '2026-05-02T00:00:00Z' })),
  allowed,
  refused: [],
});
const told = (of: Complaint) =>
  complaintLine(of, [], { title: String, who: 'x', reason: ({ en }) => en }).map(({ key, state }) => `${key} ${state}`);

describe('the line of steps of a complaint', () => {
  it('offers whoever may give it away to do so before it is taken up', () => {
    expect(told(complaint('received', [], ['assign', 'accept']))).to.deep.equal([
      'create done',
      'assign to-come',
      'accept now',
      'answer to-come',
      'close to-come',
    ]);
  });

  it('ends where it was passed on', () => {
    expect(told(complaint('transferred', ['transfer']))).to.deep.equal([
      'create done',
      'accept ended',
      'transfer done',
    ]);
  });

  it('is done when it is closed', () => {
    const closed = complaint('closed', ['assign', 'accept', 'answer', 'close']);
    expect(told(closed).every((step) => step.endsWith(' done'))).to.equal(true);
  });
});
