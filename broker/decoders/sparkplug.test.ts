import { expect } from 'chai';
import { get } from 'sparkplug-payload';
import { decodeContext } from '../testing-support/decoding.ts';
import { sparkplug } from './sparkplug.ts';
import { sparkplugCodec } from './sparkplug-codec.ts';

const library = get('spBv1.0');
if (!library) throw new Error('no Sparkplug codec');
const { encodePayload, decodePayload } = library;
type Metric = NonNullable<Parameters<typeof encodePayload>[0]['metrics']>[number];

const at = Date.parse('2026-07-01T03:59:00Z');
const metric = (fields: Partial<Metric>): Metric => ({ timestamp: at, ...fields }) as Metric;
const temperature = (value: number, alias = 1) => metric({ name: 'Temp', alias, type: 'Float', value });
const byAlias = (value: number, alias = 1) => metric({ alias, type: 'Float', value });
const death = (number: number) => metric({ name: 'bdSeq', type: 'UInt64', value: number });
const mapping = { fields: [{ field: 'Temp', metric: 'temperature', unit: 'Cel' }] };

/** One connection of the edge node `edge-1` with a cold room behind it. */
function edgeNode() {
  const connection = {};
  return (type: string, sequence: number | undefined, ...metrics: Metric[]) => {
    const child = type.startsWith('D') ? 'Cold Room' : undefined;
    const payload = Buffer.from(
      encodePayload({ timestamp: at, ...(sequence !== undefined && { seq: sequence }), metrics }),
    );
    const topic = ['spBv1.0', 'farm', type, 'edge-1', ...(child ? [child] : [])].join('/');
    const device = child ? 'cold-1' : 'edge-1';
    const match = { any: ['farm'], ...(child && { child }) };
    return sparkplug.decode(payload, decodeContext({ connection, topic, device, match, mapping }));
  };
}

describe('Sparkplug B', () => {
  it('shows a command done by what was written, by name or alias, and a rebirth by the birth', async () => {
    const control = (name: string, value: boolean, alias: number) => metric({ name, alias, type: 'Boolean', value });
    const send = edgeNode();
    await send('NBIRTH', 0, death(3));
    const birth = await send(
      'DBIRTH',
      1,
      control('Device Control/Reboot', false, 7),
      control('Device Control/Rebirth', false, 8),
    );
    expect(birth.commandsDone).to.deep.equal(['report-now']);
    expect(await send('DDATA', 2, control('Device Control/Reboot', false, 7))).to.not.have.property('commandsDone');
    for (const [seq, written] of [
      metric({ alias: 7, type: 'Boolean', value: true }),
      metric({ name: 'Device Control/Reboot', type: 'Boolean', value: true }),
    ].entries())
      expect((await send('DDATA', 3 + seq, written)).commandsDone).to.deep.equal(['restart']);
  });

  it('reads the metrics of births, and data by the aliases of the births', async () => {
    const send = edgeNode();
    const birth = await send(
      'NBIRTH',
      0,
      death(3),
      metric({ name: 'Node Control/Rebirth', type: 'Boolean', value: false }),
      temperature(20),
    );
    expect(birth.faults).to.deep.equal([]);
    expect(birth.items).to.have.length(1);
    expect(birth.statuses).to.deep.equal([{ device: 'edge-1', status: 'online' }]);
    expect((await send('DBIRTH', 1, temperature(4.2, 7))).items[0]).to.include({
      device: 'cold-1',
      metric: 'temperature',
      value: 4.2,
    });
    const data = await send('DDATA', 2, byAlias(4.3, 7));
    expect(data).to.not.have.property('replies');
    expect(data.items[0]).to.include({
      device: 'cold-1',
      metric: 'temperature',
      value: 4.3,
      unit: 'Cel',
      timeSource: 'device',
    });
    expect(data.items[0]?.at.getTime()).to.equal(at);
  });

  it('keeps data before a birth unread, and asks for a rebirth', async () => {
    const data = await edgeNode()('DDATA', 5, byAlias(4.3, 7));
    expect(data.items).to.deep.equal([]);
    expect(data.faults.join()).to.match(/before the birth/);
    const [reply] = data.replies ?? [];
    expect(reply?.topic).to.equal('spBv1.0/farm/NCMD/edge-1');
    const command = decodePayload(reply?.payload ?? Buffer.alloc(0));
    expect(command.metrics?.map(({ name, value }) => [name, value])).to.deep.equal([['Node Control/Rebirth', true]]);
  });

  it('never guesses an alias: an unknown one is named, and a rebirth asked for, once', async () => {
    const send = edgeNode();
    await send('NBIRTH', 0, death(0));
    await send('DBIRTH', 1, temperature(4));
    const first = await send('DDATA', 2, byAlias(5, 9));
    expect(first.faults.join()).to.match(/alias 9: was not announced/);
    expect(first.replies).to.have.length(1);
    expect(await send('DDATA', 3, byAlias(5, 9))).to.not.have.property('replies');
    expect((await send('DDATA', 4, byAlias(6))).items[0]?.value).to.equal(6);
  });

  it('counts messages that are missing, over the turn of the counter too', async () => {
    const send = edgeNode();
    await send('NBIRTH', 250, death(0), temperature(1));
    expect(await send('NDATA', 251, byAlias(2))).to.not.have.property('missing');
    const late = await send('NDATA', 2, byAlias(3));
    expect(late.missing).to.equal(6);
    expect(late.items[0]?.value).to.equal(3);
    expect(late.replies).to.have.length(1);
  });

  it('forgets what a birth said when the device dies, and tells who is gone when the node dies', async () => {
    const send = edgeNode();
    await send('NBIRTH', 0, death(3));
    await send('DBIRTH', 1, temperature(4));
    expect((await send('NDEATH', undefined, death(2))).statuses).to.deep.equal([]);
    expect((await send('DDEATH', 2)).statuses).to.deep.equal([{ device: 'cold-1', status: 'offline' }]);
    expect((await send('DDATA', 3, byAlias(5))).items).to.deep.equal([]);
    await send('DBIRTH', 4, temperature(4));
    const gone = await send('NDEATH', undefined, death(3));
    expect(gone.statuses?.map(({ device, status }) => [device, status])).to.have.deep.members([
      ['edge-1', 'offline'],
      ['cold-1', 'offline'],
    ]);
  });

  it('reads negative numbers of every type, and single precision as the decimal that it stands for', async () => {
    const types: [Metric['type'], number][] = [
      ['Int8', -5],
      ['Int16', -300],
      ['Int32', -5],
      ['Int64', -5],
      ['UInt32', 4_000_000_000],
      ['Double', -5.25],
      ['Float', 4.2],
    ];
    const { decode } = await sparkplugCodec();
    for (const [type, value] of types) {
      const [read] = decode(
        Buffer.from(encodePayload({ timestamp: at, seq: 0, metrics: [metric({ name: 'x', type, value })] })),
      ).metrics;
      expect(read?.valueAs(read.datatype), type).to.equal(value);
    }
  });

  it('says so when a metric has no value or the bytes are no payload', async () => {
    const send = edgeNode();
    const birth = await send('NBIRTH', 0, death(0), metric({ name: 'Temp', type: 'Float', isNull: true, value: null }));
    expect(birth.faults.join()).to.match(/Temp: must be a number/);
    const broken = await sparkplug.decode(
      Buffer.from([0xff, 0xff, 0xff]),
      decodeContext({ topic: 'spBv1.0/farm/NBIRTH/edge-1' }),
    );
    expect(broken.faults.join()).to.match(/no Sparkplug B payload/);
  });
});
