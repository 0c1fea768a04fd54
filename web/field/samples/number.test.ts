import { expect } from 'chai';
import fc from 'fast-check';
import { isSampleNumber, sampleNumber } from '../../../server/testing/rules/sample-number.ts';
import { newSampleNumber } from './number.ts';

describe('field app: numbers of samples', () => {
  it('are made as the platform makes them, and taken by it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        fc.uint8Array({ minLength: 6, maxLength: 6 }),
        (at, random) => {
          expect(newSampleNumber(at, random)).to.equal(sampleNumber(at, random));
          expect(isSampleNumber(newSampleNumber(at))).to.equal(true);
        },
      ),
    );
    for (const wrong of ['S20261124-7KQ2M', 'S20261124-7KQ2M0', 'X20261124-7KQ2MX', 's20261124-7kq2mx', ''])
      expect(isSampleNumber(wrong)).to.equal(false);
  });
});
