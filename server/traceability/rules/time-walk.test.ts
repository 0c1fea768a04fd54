import { expect } from 'chai';
import fc from 'fast-check';
import { always } from './reach/overlap.ts';
import { byPaths, type PlainEvent, plainReader } from './testing-support/by-paths.ts';
import { type Start, walkInTime } from './time-walk.ts';

const lots = fc.subarray(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'], { minLength: 1, maxLength: 3 });
/** Any graph: with circles, equal times, and lots that come out of many events. */
const history = fc
  .array(fc.record({ at: fc.integer({ min: 0, max: 12 }), inputs: lots, outputs: lots }), { maxLength: 14 })
  .map((events) => events.map((event, index): PlainEvent => ({ ...event, id: `e${index}` })));

const from = (lot: string): Start[] => [{ lot, ...always }];
const unlimited = { depth: 100, mostBatches: 100, tolerance: 0 };

const sorted = (steps: Map<string, number>) => [...steps].sort(([a], [b]) => (a < b ? -1 : 1));

describe('a walk along the lineage', () => {
  it('T1 finds what following every single path finds, both ways, whatever circles and equal times there are', async () => {
    const short = history.filter((events) => events.length <= 7);
    await fc.assert(
      fc.asyncProperty(short, fc.constantFrom('up' as const, 'down' as const), async (events, direction) => {
        const { steps, frontier } = await walkInTime(plainReader(events), from('A'), direction, unlimited);
        expect(sorted(steps)).to.deep.equal(sorted(byPaths(events, 'A', direction, 0)));
        expect(frontier).to.deep.equal([]);
      }),
      { numRuns: 300 },
    );
  });

  it('goes up to a source exactly where it comes down from it to the product', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (events) => {
        const reader = plainReader(events);
        const down = await walkInTime(reader, from('A'), 'down', unlimited);
        for (const lot of ['B', 'C', 'D', 'E', 'F', 'G', 'H']) {
          const up = await walkInTime(reader, from(lot), 'up', unlimited);
          expect(up.steps.get('A'), lot).to.equal(down.steps.get(lot));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('does not blame what had left before the matter came in', async () => {
    const silo: PlainEvent[] = [
      { id: 'monday', at: 1, inputs: ['SILO'], outputs: ['CHEESE'] },
      { id: 'tuesday', at: 2, inputs: ['MILK'], outputs: ['SILO'] },
      { id: 'wednesday', at: 3, inputs: ['SILO'], outputs: ['BUTTER'] },
    ];
    const { steps } = await walkInTime(plainReader(silo), from('MILK'), 'down', unlimited);
    expect([...steps.keys()]).to.have.members(['MILK', 'SILO', 'BUTTER']);
    const tolerant = await walkInTime(plainReader(silo), from('MILK'), 'down', { ...unlimited, tolerance: 1 });
    expect([...tolerant.steps.keys()], 'clocks may differ').to.include('CHEESE');
  });

  it('T3 says where it was cut off', async () => {
    const chain = Array.from(
      { length: 9 },
      (_, at): PlainEvent => ({
        id: `e${at}`,
        at,
        inputs: [`L${at}`],
        outputs: [`L${at + 1}`],
      }),
    );
    const short = await walkInTime(plainReader(chain), from('L0'), 'down', { ...unlimited, depth: 4 });
    expect([...short.steps.keys()].at(-1)).to.equal('L4');
    expect(short.frontier).to.deep.equal(['L4']);
    const small = await walkInTime(plainReader(chain), from('L0'), 'down', { ...unlimited, mostBatches: 3 });
    expect(small.frontier).to.deep.equal(['L2']);
    const whole = await walkInTime(plainReader(chain), from('L0'), 'down', { ...unlimited, depth: 9 });
    expect(whole.frontier).to.deep.equal([]);
  });
});
