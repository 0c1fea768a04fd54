import { expect } from 'chai';
import fc from 'fast-check';
import { nestingOf } from './nesting.ts';
import { type GoodsReader, holding, type Reach, reachOf } from './reach.ts';
import { type Packing, staysOf } from './stays.ts';
import { isInside, names, packing, time } from './testing-support/packings.ts';

interface Making {
  at: number;
  inputs: string[];
  outputs: string[];
}
interface History {
  makings: Making[];
  packings: Packing[];
}

const lots = fc.subarray(names, { minLength: 1, maxLength: 2 });
const history: fc.Arbitrary<History> = fc.record({
  makings: fc.array(fc.record({ at: time, inputs: lots, outputs: lots }), { maxLength: 4 }),
  packings: fc.array(packing, { maxLength: 8 }),
});

function readerOf({ makings, packings }: History): GoodsReader {
  const stays = staysOf(packings);
  return {
    madeOf: async (asked) =>
      makings.flatMap(({ at, inputs, outputs }) =>
        inputs
          .filter((lot) => asked.includes(lot))
          .flatMap((lot) => outputs.map((product) => ({ lot, at, product, productAt: at }))),
      ),
    staysIn: async (asked) => stays.filter(({ content }) => asked.includes(content)),
    contentsOf: async (asked) => stays.filter(({ container }) => asked.includes(container)),
  };
}

/** Moments at and between the times of the records. */
const moments = Array.from({ length: 19 }, (_, index) => index / 2 - 0.5);

/** The same by trying every lot at every moment until nothing changes. */
function byMoments(all: History, start: string): { matter: Set<string>; holding: Set<string> } {
  const matter = new Map([[start, moments[0] ?? 0]]);
  const carries = new Set<string>();
  const size = () => [...matter.values()].reduce((sum, since) => sum - since, matter.size * 100) + carries.size * 1_000;
  for (let before = Number.NaN; before !== size(); ) {
    before = size();
    const found = (lot: string, since: number) => matter.set(lot, Math.min(since, matter.get(lot) ?? since));
    for (const { at, inputs, outputs } of all.makings)
      if (inputs.some((lot) => matter.has(lot) || carries.has(`${lot} ${at}`)))
        for (const lot of outputs) found(lot, at);
    for (const container of names)
      for (const content of names)
        for (const moment of moments) {
          if (!isInside(all.packings, content, container, moment)) continue;
          if (moment >= (matter.get(content) ?? Number.POSITIVE_INFINITY) || carries.has(`${content} ${moment}`))
            carries.add(`${container} ${moment}`);
          if (moment >= (matter.get(container) ?? Number.POSITIVE_INFINITY)) found(content, moment);
        }
  }
  const last = moments.at(-1);
  return {
    matter: new Set(matter.keys()),
    holding: new Set(names.filter((name) => !matter.has(name) && carries.has(`${name} ${last}`))),
  };
}

const reach = (all: History, start = 'A', tolerance = 0): Promise<Reach> => reachOf(readerOf(all), start, tolerance);

describe('the reach of a hold', () => {
  it('is what trying every lot at every moment finds, whatever circles, repeats and gaps the records have', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (all) => {
        const found = await reach(all);
        const expected = byMoments(all, 'A');
        expect(new Set(found.matter.keys()), 'made of it').to.deep.equal(expected.matter);
        expect(new Set(holding(found)), 'holding it').to.deep.equal(expected.holding);
      }),
      { numRuns: 400 },
    );
  });

  it('grows with the tolerance and with everything that is made', async () => {
    await fc.assert(
      fc.asyncProperty(history, history, async (all, more) => {
        const reached = async (each: History, tolerance = 0) => {
          const { matter, carrying } = await reach(each, 'A', tolerance);
          return [...matter.keys(), ...carrying.keys()];
        };
        const before = await reached(all);
        expect(await reached(all, 2)).to.include.members(before);
        expect(await reached({ ...all, makings: [...all.makings, ...more.makings] })).to.include.members(before);
      }),
      { numRuns: 100 },
    );
  });

  it('is a pallet with the box in it, and neither the boxes beside it nor the pallet that it left', async () => {
    const packings: Packing[] = [
      { container: 'BOX', content: 'A', at: 1, out: false },
      { container: 'PALLET', content: 'BOX', at: 2, out: false },
      { container: 'PALLET', content: 'BESIDE', at: 2, out: false },
      { container: 'FORMER', content: 'A', at: 0, out: false },
      { container: 'FORMER', content: 'A', at: 1, out: true },
    ];
    const found = await reach({ packings, makings: [] });
    expect(holding(found)).to.have.members(['BOX', 'PALLET']);
    expect([...found.matter.keys()]).to.deep.equal(['A']);
    expect(
      nestingOf(found.stays)
        .around('A')
        .map(({ container }) => container),
    ).to.have.members(['FORMER', 'BOX', 'PALLET']);
  });

  it('is what was made of a container while the goods were in it', async () => {
    const packings: Packing[] = [
      { container: 'PALLET', content: 'A', at: 2, out: false },
      { container: 'PALLET', content: 'A', at: 4, out: true },
    ];
    const makings = [1, 3, 5].map((at) => ({ at, inputs: ['PALLET'], outputs: [`MADE-${at}`] }));
    expect([...(await reach({ packings, makings })).matter.keys()]).to.deep.equal(['A', 'MADE-3']);
    expect([...(await reach({ packings, makings }, 'A', 1)).matter.keys()]).to.have.length(4);
  });

  it('is what is in a held pallet, or was in it since', async () => {
    const packings: Packing[] = [
      { container: 'PALLET', content: 'BEFORE', at: 1, out: false },
      { container: 'PALLET', content: 'BEFORE', at: 2, out: true },
      { container: 'PALLET', content: 'SINCE', at: 5, out: false },
      { container: 'PALLET', content: 'SINCE', at: 6, out: true },
    ];
    const makings = [{ at: 4, inputs: ['A'], outputs: ['PALLET'] }];
    expect([...(await reach({ packings, makings })).matter.keys()]).to.deep.equal(['A', 'PALLET', 'SINCE']);
    expect([...(await reach({ packings, makings }, 'PALLET')).matter.keys()]).to.have.members([
      'PALLET',
      'BEFORE',
      'SINCE',
    ]);
  });
});
