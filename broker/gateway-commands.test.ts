import { expect } from 'chai';
import { takesIn } from './gateway-commands.ts';

describe('filters of a gateway', () => {
  it('take a topic in by its name, by one level, or by all from there on', () => {
    const topic = 'spBv1.0/farm/DCMD/edge/press';
    for (const filter of [topic, 'spBv1.0/farm/DCMD/edge/+', 'spBv1.0/farm/DCMD/edge/#'])
      expect(takesIn(['spBv1.0/farm/NCMD/edge', filter], topic), filter).to.equal(true);
    for (const filter of ['spBv1.0/farm/DCMD/edge', 'spBv1.0/farm/DCMD/other/#', 'spBv1.0/farm/DCMD/edge/press/+'])
      expect(takesIn([filter], topic), filter).to.equal(false);
  });
});
