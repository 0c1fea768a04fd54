import { expect } from 'chai';
import fc from 'fast-check';
import type { QueueItem } from '../queue/item.ts';
import { freeNumbers, sealsInUse } from './numbers.ts';

const seals = ['F-1', 'F-2', 'F-3', 'F-4'];
const given = seals.map((number, place) => ({ kind: 'seal' as const, number, block: 'b', place }));
const draft = (number: string, sealNumber?: string, retainedSeal?: string) => ({
  number,
  fields: { ...(sealNumber && { sealNumber }), ...(retainedSeal && { retainedSeal }) },
  photos: [],
});
const handedIn = (id: string, sealNumber: string, state: QueueItem['state'] = 'waiting'): QueueItem => ({
  kind: 'sample',
  id,
  title: id,
  handedInAt: '2026-11-24T08:00:00Z',
  body: { number: id, batchCode: 'B', planKind: 'supervised-check', sealNumber },
  photos: [],
  state,
  filesThere: true,
});

describe('field app: numbers that were handed out', () => {
  it('are offered in order, and none that stands on a sample of this phone', () => {
    fc.assert(
      fc.property(fc.subarray(seals), fc.subarray(seals), (inWork, sent) => {
        const phone = {
          drafts: inWork.map((seal) => draft(`S-${seal}`, seal)),
          queue: sent.map((seal) => handedIn(`Q-${seal}`, seal)),
        };
        const free = freeNumbers(given, 'seal', phone);
        expect(free).to.deep.equal(seals.filter((seal) => ![...inWork, ...sent].includes(seal)));
      }),
    );
    const samples = [{ kind: 'sample' as const, number: 'S1', block: 'b', place: 0 }];
    expect(freeNumbers(samples, 'sample', { drafts: [draft('S1')], queue: [] })).to.deep.equal([]);
    expect(freeNumbers([...samples, ...given], 'sample', { drafts: [], queue: [] })).to.deep.equal(['S1']);
  });

  it('are free again where the platform refused the sample, and its own are not in the way of a sample', () => {
    const phone = { drafts: [draft('S1', 'F-1', 'F-2')], queue: [handedIn('S0', 'F-3', 'refused')] };
    expect(sealsInUse(phone)).to.deep.equal(new Set(['F-1', 'F-2']));
    expect(sealsInUse(phone, 'S1')).to.deep.equal(new Set());
  });
});
