import { expect } from 'chai';
import type { CanonicalReading } from '../ports.ts';
import { IngestQueue } from './queue.ts';

const reading = (minute: number, device = 'd1'): CanonicalReading => ({
  device,
  metric: 'temperature',
  value: minute,
  unit: 'Cel',
  at: new Date(minute * 60_000),
  receivedAt: new Date(0),
  timeSource: 'device',
});

describe('ingest queue', () => {
  it('makes a publisher wait when it is full, and loses nothing', async () => {
    const written: number[] = [];
    const queue = new IngestQueue({
      store: async (readings) => {
        written.push(readings.length);
        return { stored: readings.length, duplicates: 0 };
      },
      capacity: 3,
      readingsPerWrite: 2,
      onStored() {},
    });
    let longest = 0;
    await Promise.all(
      Array.from({ length: 20 }, async (_, minute) => {
        const added = queue.add([reading(minute)]);
        longest = Math.max(longest, queue.length);
        await added;
      }),
    );
    expect(written.reduce((sum, size) => sum + size, 0)).to.equal(20);
    expect(Math.max(...written)).to.equal(2);
    expect(longest).to.equal(3);
    expect(queue.length).to.equal(0);
  });

  it('takes in the order of arrival, whoever comes when there is room again', async () => {
    const written: number[] = [];
    const queue = new IngestQueue({
      store: async (readings) => {
        written.push(...readings.map(({ value }) => value));
        return { stored: readings.length, duplicates: 0 };
      },
      capacity: 2,
      readingsPerWrite: 2,
      onStored() {},
    });
    const late: Promise<void>[] = [];
    const early = Array.from({ length: 5 }, (_, minute) =>
      queue.add([reading(minute)]).then(() => {
        if (minute === 0) late.push(queue.add([reading(100)]));
      }),
    );
    expect(queue.full).to.equal(true);
    await Promise.all(early);
    await Promise.all(late);
    expect(written).to.deep.equal([0, 1, 2, 3, 4, 100]);
    expect(queue.full).to.equal(false);
  });

  it('fails the messages of a failed write alone, and goes on', async () => {
    let fails = true;
    const queue = new IngestQueue({
      store: async (readings) => {
        if (fails) throw new Error('away');
        return { stored: readings.length, duplicates: 0 };
      },
      capacity: 10,
      readingsPerWrite: 10,
      onStored() {},
    });
    const first = await queue.add([reading(1)]).catch((error: Error) => error.message);
    fails = false;
    await queue.add([reading(1)]);
    expect(first).to.equal('away');
    expect(queue.length).to.equal(0);
  });
});
