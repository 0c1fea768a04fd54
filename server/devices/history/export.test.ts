import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import fc from 'fast-check';
import { writeReadings } from './export.ts';

describe('a table of readings', () => {
  it('has no cell that a program for tables would take for a formula', async () => {
    const formula = fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.stringMatching(/^[A-Z()+!0-9]{1,12}$/))
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(formula, formula, formula, async (device, metric, unit) => {
        const at = new Date('2026-05-01T14:00:00Z');
        const reading = {
          _id: 'x',
          device,
          metric,
          unit,
          value: -3,
          at,
          receivedAt: at,
          timeSource: 'device' as const,
        };
        const out = new PassThrough();
        async function* one() {
          yield reading;
        }
        const [, written] = await Promise.all([writeReadings(one(), out), text(out)]);
        const cells = written.split('\n')[1]?.replaceAll('"', '').split(',') ?? [];
        expect(cells.slice(0, 2)).to.deep.equal([`'${device}`, `'${metric}`]);
        expect(cells[4]).to.equal(`'${unit}`);
      }),
      { numRuns: 30 },
    );
  });
});
