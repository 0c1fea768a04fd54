import { expect } from 'chai';
import fc from 'fast-check';
import { type Answered, afterFiles, afterRecord, inOrder, isUnfinished, type QueueItem } from './item.ts';

const item = (changes: Partial<Omit<QueueItem, 'kind' | 'body'>> = {}): QueueItem => ({
  kind: 'inspection',
  id: 'a',
  title: '合作社',
  handedInAt: '2026-05-03T08:00:00Z',
  body: { answers: [], begunAt: '2026-05-03T07:00:00Z', finishedAt: '2026-05-03T08:00:00Z', photos: [] },
  photos: [],
  state: 'waiting',
  filesThere: false,
  ...changes,
});
const photo = (sha256: string) => ({ sha256, takenAt: '2026-05-03T07:30:00Z' });
const answers = fc.constantFrom<Answered>(
  { kind: 'taken' },
  { kind: 'also-there' },
  { kind: 'refused', reason: { zh: '已关闭', en: 'closed' } },
);

describe('field app: the queue', () => {
  it('is done only when the platform has the record and lists every file', () => {
    fc.assert(
      fc.property(fc.subarray(['x', 'y', 'z']), fc.subarray(['x', 'y', 'z']), answers, (taken, there, answered) => {
        const handedIn = item({ photos: taken.map(photo) });
        const known = afterRecord(handedIn, answered);
        const after = known.state === 'refused' ? known : afterFiles(known, new Set(there));
        const all = taken.every((sha256) => there.includes(sha256));
        expect(after.state === 'done').to.equal(answered.kind === 'taken' && all);
        expect(isUnfinished(after)).to.equal(answered.kind !== 'refused' && !all);
      }),
    );
  });

  it('keeps a conflict a conflict, whatever files follow', () => {
    const conflict = afterRecord(item({ photos: [photo('x')] }), { kind: 'also-there' });
    expect(afterFiles(conflict, new Set(['x']))).to.include({ state: 'conflict', filesThere: true });
    expect(afterRecord(item(), { kind: 'also-there' })).to.include({ state: 'conflict', filesThere: true });
  });

  it('sends records before files, the oldest first, and nothing that is finished', () => {
    const order = inOrder([
      item({ id: 'done', state: 'done', filesThere: true }),
      item({ id: 'files', state: 'files', photos: [photo('x')], handedInAt: '2026-05-01T00:00:00Z' }),
      item({ id: 'new', handedInAt: '2026-05-04T00:00:00Z' }),
      item({ id: 'old', handedInAt: '2026-05-02T00:00:00Z' }),
    ]);
    expect(order.map(({ id }) => id)).to.deep.equal(['old', 'new', 'files']);
  });
});
