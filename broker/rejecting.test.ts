import { expect } from 'chai';
import { eventually } from './testing-support/memory-ports.ts';
import { closed, useBroker } from './testing-support/use-broker.ts';

const readingAt = (at: string, value = 4.2) => JSON.stringify({ metric: 'temperature', value, unit: 'Cel', at });
const noon = readingAt('2026-07-01T12:00:00+08:00');

describe('broker', () => {
  const at = useBroker();

  describe('messages that cannot be taken', () => {
    it('keeps malformed JSON with the reason, and acknowledges it', async () => {
      const client = await at.connect('cold-room-1');
      await client.publishAsync('agritrace/v1/cold-room-1/readings', '{"metric":', { qos: 1 });
      expect(at.ports.rejected).to.have.length(1);
      expect(at.ports.rejected[0]?.reason).to.match(/not valid JSON/);
      expect(at.ports.rejected[0]?.payload.toString()).to.equal('{"metric":');
    });

    it('stores the good items of an array and names the bad one', async () => {
      const client = await at.connect('cold-room-1');
      const items = [JSON.parse(noon), { metric: 'temperature', value: 'warm' }, { metric: 'humidity', value: 90 }];
      await client.publishAsync('agritrace/v1/cold-room-1/readings', JSON.stringify(items), { qos: 1 });
      expect(at.ports.readings.size).to.equal(2);
      expect(at.ports.rejected[0]?.reason).to.match(/1 of 3 items refused.*\[1\] value: must be a finite number/);
    });

    it('keeps a message on the topic of another device, and closes the connection', async () => {
      const client = await at.connect('cold-room-1');
      const gone = closed(client);
      client.publish('agritrace/v1/cold-room-2/readings', noon, { qos: 1 });
      await gone;
      expect(at.ports.readings.size).to.equal(0);
      expect(at.ports.rejected[0]).to.include({ device: 'cold-room-1', topic: 'agritrace/v1/cold-room-2/readings' });
    });

    it('keeps a retained reading with the reason', async () => {
      const client = await at.connect('cold-room-1');
      await client.publishAsync('agritrace/v1/cold-room-1/readings', noon, { qos: 1, retain: true });
      expect(at.ports.readings.size).to.equal(0);
      expect(at.ports.rejected[0]?.reason).to.match(/retain flag/);
    });

    it('closes the connection at an oversized packet, and keeps its beginning', async () => {
      const client = await at.connect('cold-room-1');
      const gone = closed(client);
      const good = client.publishAsync('agritrace/v1/cold-room-1/readings', noon, { qos: 1 });
      client.publish('agritrace/v1/cold-room-1/readings', 'x'.repeat(300_000), { qos: 1 });
      await good;
      await gone;
      await eventually(() => at.ports.rejected.length === 1, 'the beginning is kept');
      expect(at.ports.rejected[0]?.topic).to.equal('agritrace/v1/cold-room-1/readings');
      expect(at.ports.rejected[0]?.reason).to.match(/at most 262144/);
      expect(at.ports.rejected[0]?.payload.length).to.be.within(1, 1024);
    });

    it('keeps what the laboratory refuses of a message of results', async () => {
      at.ports.refuseResult = (result) => (result.sample === 'unknown' ? 'no such sample' : null);
      const client = await at.connect('cold-room-1');
      const result = { analyte: '克百威', value: 0.02, unit: 'mg/kg', method: 'GB 23200.113' };
      const message = JSON.stringify([
        { ...result, sample: 'unknown' },
        { ...result, sample: 'S-1' },
      ]);
      await client.publishAsync('agritrace/v1/cold-room-1/results', message, { qos: 1 });
      expect(at.ports.results.map(({ sample, value }) => ({ sample, value }))).to.deep.equal([
        { sample: 'S-1', value: '0.02' },
      ]);
      expect(at.ports.rejected[0]?.reason).to.match(/unknown, 克百威: no such sample/);
    });
  });
});
