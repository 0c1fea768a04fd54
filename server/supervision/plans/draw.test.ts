import { expect } from 'chai';
import fc from 'fast-check';
import { type DrawInput, draw } from './draw.ts';

const inputs: fc.Arbitrary<DrawInput> = fc.record({
  seed: fc.string({ minLength: 1, maxLength: 20 }),
  producers: fc.uniqueArray(
    fc.record({ id: fc.stringMatching(/^p\d{1,3}$/), weight: fc.integer({ min: 1, max: 8 }) }),
    {
      selector: ({ id }) => id,
      maxLength: 15,
    },
  ),
  inspectors: fc.constant(
    ['王', '李', '赵', '孙'].map((username, index) => ({ username, conflictsWith: index === 0 ? ['p1', 'p2'] : [] })),
  ),
  count: fc.integer({ min: 0, max: 10 }),
  inspectorsEach: fc.integer({ min: 1, max: 3 }),
});

describe('the draw', () => {
  it('comes to the same result from the same seed, in whatever order the candidates are given', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const drawn = draw(input);
        const turned = { ...input, producers: input.producers.toReversed(), inspectors: input.inspectors.toReversed() };
        expect(draw(turned)).to.deep.equal(drawn);
        expect(drawn).to.have.length(Math.min(input.count, input.producers.length));
        expect(new Set(drawn.map(({ producerId }) => producerId)).size).to.equal(drawn.length);
      }),
      { numRuns: 50 },
    );
  });

  it('gives nobody a producer with whom there is a conflict, and nobody twice to one', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        for (const { producerId, inspectors } of draw(input)) {
          expect(new Set(inspectors).size).to.equal(input.inspectorsEach);
          if (['p1', 'p2'].includes(producerId)) expect(inspectors).to.not.include('王');
        }
      }),
      { numRuns: 50 },
    );
  });

  it('draws by weight: eight tickets come first about eight times as often as one', () => {
    const producers = [
      { id: 'high', weight: 8 },
      { id: 'low', weight: 1 },
    ];
    const inspectors = [{ username: '王', conflictsWith: [] }];
    let high = 0;
    for (let seed = 0; seed < 900; seed++)
      if (draw({ seed: `${seed}`, producers, inspectors, count: 1, inspectorsEach: 1 })[0]?.producerId === 'high')
        high++;
    // 800 expected with a standard deviation of 9.4: the seeds are fixed, so it never varies.
    expect(high).to.be.within(760, 840);
  });

  it('is refused where too few inspectors are free of conflicts', () => {
    const input = { seed: 's', producers: [{ id: 'a', weight: 1 }], inspectors: [], count: 1, inspectorsEach: 1 };
    expect(() => draw(input)).to.throw('too few inspectors');
  });
});
