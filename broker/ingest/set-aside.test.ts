import { expect } from 'chai';
import fc from 'fast-check';
import type { CanonicalReading } from '../ports.ts';
import { MemoryPorts, silent } from '../testing-support/memory-ports.ts';
import { storeOrSetAside } from './set-aside.ts';

const reading = (value: number): CanonicalReading => ({
  ...{ device: 'd1', metric: 'temperature', unit: 'Cel', timeSource: 'device', value },
  at: new Date(value * 60_000),
  receivedAt: new Date(0),
});

/** A database that refuses some readings, as one does that is too large or breaks a rule of the collection. */
class PickyPorts extends MemoryPorts {
  poison = new Set<number>();
  full = false;
  room = true;

  override async storeReadings(readings: CanonicalReading[]) {
    if (!this.room) throw new Error('the disk is full');
    if (this.full || readings.some(({ value }) => this.poison.has(value))) throw new Error('document refused');
    return super.storeReadings(readings);
  }

  override async rejectMessage(message: Parameters<MemoryPorts['rejectMessage']>[0]) {
    if (this.full) throw new Error('disk full');
    return super.rejectMessage(message);
  }
}

describe('readings that the database refuses', () => {
  const store = (ports: PickyPorts, values: number[]) => {
    let setAside = 0;
    const parts = { ports, log: silent, onSetAside: () => (setAside += 1) };
    return storeOrSetAside(parts, values.map(reading)).then((report) => ({ ...report, setAside }));
  };

  it('are kept with the reason, each of them, and all others are stored', async () => {
    const values = fc.uniqueArray(fc.nat(500), { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(values, fc.uniqueArray(fc.nat(500), { maxLength: 10 }), async (all, poison) => {
        const ports = new PickyPorts('d1');
        ports.poison = new Set(poison);
        const good = all.filter((value) => !ports.poison.has(value));
        const report = await store(ports, all);
        expect([...ports.readings.values()].map(({ value }) => value)).to.deep.equal(good);
        expect(ports.rejected.map(({ payload }) => JSON.parse(payload.toString()).value)).to.deep.equal(
          all.filter((value) => ports.poison.has(value)),
        );
        expect(report).to.deep.equal({ stored: good.length, duplicates: 0, setAside: all.length - good.length });
      }),
    );
  });

  it('are not given up while the database takes no writes at all, is away, or is full', async () => {
    const ports = new PickyPorts('d1');
    ports.full = true;
    expect(await store(ports, [1, 2]).catch((error: Error) => error.message)).to.equal('disk full');
    ports.full = false;
    ports.storageFails = true;
    expect(await store(ports, [1, 2]).catch((error: Error) => error.message)).to.equal('the database is away');
    expect(ports.rejected).to.deep.equal([]);
    ports.storageFails = false;
    ports.room = false;
    expect(await store(ports, [1, 2]).catch((error: Error) => error.message)).to.equal('the disk is full');
    expect(ports.rejected).to.deep.equal([]);
    ports.room = true;
    expect(await store(ports, [1, 2])).to.deep.include({ stored: 2, setAside: 0 });
  });
});
