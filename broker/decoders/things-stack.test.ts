import { expect } from 'chai';
import { decodeContext, json } from '../testing-support/decoding.ts';
import { thingsStack } from './things-stack.ts';

/** The example of an uplink message in The Things Stack's documentation ("Data formats"). */
const documented = {
  end_device_ids: {
    device_id: 'dev1',
    application_ids: { application_id: 'app1' },
    dev_eui: '0004A30B001C0530',
    join_eui: '800000000000000C',
    dev_addr: '00BCB929',
  },
  correlation_ids: ['as:up:01E0WZGT6Y7657CPFPE5WEYDSQ'],
  received_at: '2020-02-12T15:15:46.014773143Z',
  uplink_message: {
    session_key_id: 'AXA50tHUGUucuzS/bCGMNw==',
    f_cnt: 1,
    frm_payload: 'gkHe',
    decoded_payload: { temperature: 1.0, luminosity: 0.64 },
    rx_metadata: [
      {
        gateway_ids: { gateway_id: 'gtw1', eui: '9C5C8E00001A05C4' },
        time: '2020-02-12T15:15:45.787Z',
        rssi: -35,
        snr: 5,
      },
    ],
    settings: {
      data_rate: { lora: { bandwidth: 125000, spreading_factor: 7 } },
      frequency: '868300000',
      time: '2020-02-12T15:15:45.787Z',
    },
    received_at: '2020-02-12T15:15:45.789585559Z',
  },
};
const mapping = {
  fields: [
    { field: 'temperature', metric: 'temperature', unit: 'Cel' },
    { field: 'luminosity', metric: 'illuminance', unit: 'klx' },
  ],
};
const decode = (message: object, changes: Parameters<typeof decodeContext>[0] = {}) =>
  thingsStack.decode(json(message), decodeContext({ mapping, match: { any: ['app1'], child: 'dev1' }, ...changes }));
const withUplink = (uplink: object) => ({ ...documented, uplink_message: { ...documented.uplink_message, ...uplink } });

describe('The Things Stack uplinks', () => {
  it('read the documented example by the mapping, at the time the network server heard it', () => {
    const { items, faults } = decode(documented);
    expect(faults).to.deep.equal([]);
    expect(items.map(({ metric, value, unit }) => [metric, value, unit])).to.deep.equal([
      ['temperature', 1, 'Cel'],
      ['illuminance', 640, 'lx'],
    ]);
    expect(items[0]).to.include({ timeSource: 'network', sequence: 1 });
    expect(items[0]?.at.toISOString()).to.equal('2020-02-12T15:15:45.789Z');
  });

  it('prefer the normalized payload, whose names and units are fixed, and need no mapping for it', () => {
    const normalized_payload = [
      { air: { temperature: 21.5, relativeHumidity: 60 }, soil: { moisture: 30, ec: 1.2 } },
      { time: '2020-02-12T15:10:00Z', air: { temperature: 21.3 } },
    ];
    const { items, faults } = decode(withUplink({ normalized_payload }), { mapping: undefined });
    expect(faults).to.deep.equal([]);
    expect(items.map(({ metric, value, unit, timeSource }) => [metric, value, unit, timeSource])).to.deep.equal([
      ['temperature', 21.5, 'Cel', 'network'],
      ['humidity', 60, '%', 'network'],
      ['soil-moisture', 30, '%', 'network'],
      ['soil-conductivity', 1.2, 'mS/cm', 'network'],
      ['temperature', 21.3, 'Cel', 'device'],
    ]);
  });

  it('name a field of the normalized payload that is not in the vocabulary', () => {
    expect(decode(withUplink({ normalized_payload: { soil: { n: 5 } } })).faults.join()).to.match(
      /soil\.n: is not mapped/,
    );
  });

  it('have the counter 0 where it is left out', () => {
    const { f_cnt: _, ...first } = documented.uplink_message;
    expect(decode({ ...documented, uplink_message: first }).items[0]?.sequence).to.equal(0);
  });

  it('are refused when they are of another device, not decoded, or no uplink', () => {
    expect(decode(documented, { match: { any: [], child: 'dev2' } }).faults.join()).to.match(
      /not the device of the topic/,
    );
    expect(decode(withUplink({ decoded_payload: undefined })).faults.join()).to.match(/payload formatter/);
    expect(decode({ end_device_ids: documented.end_device_ids, join_accept: {} }).faults.join()).to.match(
      /uplink_message/,
    );
  });

  it('tell how they were heard, and of the battery once, however often it is repeated', () => {
    const connection = {};
    const told = { last_battery_percentage: { value: 42.5, received_at: '2020-02-12T15:00:00Z' } };
    const first = decode(withUplink(told), { connection });
    expect(first.vitals).to.deep.equal({ rssi: -35, snr: 5 });
    expect(first.items.at(-1)).to.include({ metric: 'battery', value: 42.5, unit: '%', timeSource: 'network' });
    expect(decode(withUplink(told), { connection }).items).to.have.length(2);
    const later = { last_battery_percentage: { received_at: '2020-02-13T15:00:00Z' } };
    expect(decode(withUplink(later), { connection }).items.at(-1)).to.include({ metric: 'battery', value: 0 });
  });
});
