import { expect } from 'chai';
import { begunBefore, wantedBy } from './begun.ts';

const draft = (number: string, batchCode?: string) => ({
  number,
  fields: { ...(batchCode && { batchCode }) } as Record<string, string>,
  photos: [],
});
const drafts = [draft('S1', 'B-1'), draft('S2'), draft('S3', 'B/3')];
const begun = (route: string) => begunBefore(drafts, wantedBy(route))?.number;

describe('field app: a sample in work', () => {
  it('is found by its number, by its batch, or as the one without a batch', () => {
    expect(['/samples/S1', '/sample/B%2F3', '/sample'].map(begun)).to.deep.equal(['S1', 'S3', 'S2']);
  });

  it('is another one for another batch', () => {
    expect(begun('/sample/B-2')).to.equal(undefined);
    expect(begun('/samples/S9')).to.equal(undefined);
  });
});
