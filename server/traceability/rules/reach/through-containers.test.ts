import { expect } from 'chai';
import fc from 'fast-check';
import { byPaths, type PlainEvent, plainReader } from '../testing-support/by-paths.ts';
import { type LineageReader, walkInTime } from '../time-walk.ts';
import { always } from './overlap.ts';
import { type Packing, staysOf } from './stays.ts';
import { isInside, names, packing, time } from './testing-support/packings.ts';
import { throughContainers } from './through-containers.ts';

interface History {
  events: PlainEvent[];
  packings: Packing[];
}

const lots = fc.subarray(names, { minLength: 1, maxLength: 2 });
const history: fc.Arbitrary<History> = fc.record({
  events: fc
    .array(fc.record({ at: time, inputs: lots, outputs: lots }), { maxLength: 5 })
    .map((events) => events.map((event, index) => ({ ...event, id: `e${index}` }))),
  packings: fc.array(packing, { maxLength: 7 }),
});

function readerOf({ events, packings }: History, tolerance = 0): LineageReader {
  const stays = staysOf(packings);
  return throughContainers(
    plainReader(events),
    {
      staysIn: async (asked) => stays.filter(({ content }) => asked.includes(content)),
      contentsOf: async (asked) => stays.filter(({ container }) => asked.includes(container)),
    },
    tolerance,
  );
}

/** The lots with all that is in them at a moment, and in that. */
function withContents(all: readonly string[], moment: number, packings: readonly Packing[]): string[] {
  const found = new Set(all);
  for (const container of found)
    for (const content of names) if (isInside(packings, content, container, moment)) found.add(content);
  return [...found];
}

/** The same by following every path one by one, events taken with all that was in their lots. */
function byWholePaths({ events, packings }: History, start: string, direction: 'up' | 'down'): Map<string, number> {
  const whole = events.map(({ inputs, outputs, ...event }) => ({
    ...event,
    inputs: withContents(inputs, event.at, packings),
    outputs: withContents(outputs, event.at, packings),
  }));
  return byPaths(whole, start, direction, 0);
}

const walk = (all: History, direction: 'up' | 'down', lot = 'A', tolerance = 0) =>
  walkInTime(readerOf(all, tolerance), [{ lot, ...always }], direction, { depth: 99, mostBatches: 99, tolerance });
const sorted = (steps: ReadonlyMap<string, number>) => [...steps].sort(([a], [b]) => (a < b ? -1 : 1));

describe('a walk through containers', () => {
  it('T1 finds what following every path with all contents at each moment finds, both ways', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.constantFrom('up' as const, 'down' as const), async (all, direction) => {
        const { steps } = await walk(all, direction);
        expect(sorted(steps)).to.deep.equal(sorted(byWholePaths(all, 'A', direction)));
      }),
      { numRuns: 400 },
    );
  });

  it('goes up to a source exactly where it comes down from it', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.integer({ min: 0, max: 2 }), async (all, tolerance) => {
        const down = await walk(all, 'down', 'A', tolerance);
        for (const lot of names.filter((name) => name !== 'A')) {
          const up = await walk(all, 'up', lot, tolerance);
          expect(up.steps.get('A'), lot).to.equal(down.steps.get(lot));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('blames a pallet for what was in it when it was used, and for nothing else', async () => {
    const packings: Packing[] = [
      { container: 'BOX', content: 'A', at: 1, out: false },
      { container: 'PALLET', content: 'BOX', at: 2, out: false },
      { container: 'PALLET', content: 'BESIDE', at: 2, out: false },
      { container: 'PALLET', at: 5, out: true },
    ];
    const events = [1, 3, 6].map((at) => ({ id: `e${at}`, at, inputs: ['PALLET'], outputs: [`MADE-${at}`] }));
    const down = await walk({ events, packings }, 'down');
    expect([...down.steps.keys()]).to.deep.equal(['A', 'MADE-3']);
    const up = await walk({ events, packings }, 'up', 'MADE-3');
    expect([...up.steps.keys()]).to.have.members(['MADE-3', 'PALLET', 'BOX', 'A', 'BESIDE']);
    expect([...(await walk({ events, packings }, 'up', 'MADE-6')).steps.keys()]).to.deep.equal(['MADE-6', 'PALLET']);
  });
});
