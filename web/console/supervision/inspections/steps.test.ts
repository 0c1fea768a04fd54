import { expect } from 'chai';
import type { Inspection } from '../../api/types.ts';
import { inspectionLine } from './steps.ts';

const words = { title: String, who: String, reason: ({ en }: { en: string }) => en };
const entry = (verb: string) => ({ verb, by: 'inspector', at: '2026-05-01T00:00:00Z' });
const finding = { item: 'labels', severity: 'major' as const, text: { zh: '标识', en: 'labels' }, clause: '38' };

const inspection = (state: Inspection['state'], verbs: string[], more: Partial<Inspection> = {}): Inspection => ({
  id: '1',
  divisionCode: '611002',
  producerId: '2',
  producerName: 'x',
  kind: 'routine',
  checklist: 'producer',
  checklistVersion: 1,
  inspectors: ['inspector'],
  state,
  findings: [],
  conflicts: [],
  createdAt: '2026-05-01T00:00:00Z',
  createdBy: 'inspector',
  history: ['create', ...verbs].map(entry),
  allowed: [],
  refused: [],
  ...more,
});
const told = (of: Inspection) => inspectionLine(of, [], words).map(({ key, state }) => `${key} ${state}`);

describe('the line of steps of an inspection', () => {
  it('waits for the checklist first', () => {
    expect(told(inspection('planned', []))).to.deep.equal([
      'create done',
      'submit now',
      'order-rectification to-come',
      'answer to-come',
      'pass-recheck to-come',
    ]);
  });

  it('goes to its end at once where nothing was found', () => {
    expect(told(inspection('submitted', ['submit']))).to.deep.equal(['create done', 'submit done', 'close now']);
    expect(told(inspection('closed', ['submit', 'close'])).at(-1)).to.equal('close done');
  });

  it('tells an answer that never came as one that will not come', () => {
    const closed = inspection('closed', ['submit', 'order-rectification', 'pass-recheck'], { findings: [finding] });
    expect(told(closed).slice(2)).to.deep.equal(['order-rectification done', 'answer ended', 'pass-recheck done']);
  });

  it('says why the reader may not take what is waited for', () => {
    const refused = [{ verb: 'answer', reason: { zh: '无权', en: 'not yours' } }];
    const line = inspectionLine(
      inspection('rectifying', ['submit', 'order-rectification'], { findings: [finding], refused }),
      [],
      words,
    );
    expect(line.find(({ state }) => state === 'now')).to.include({ key: 'answer', refused: 'not yours' });
  });
});
