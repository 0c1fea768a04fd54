import { expect } from 'chai';
import { decodeContext, json } from '../testing-support/decoding.ts';
import { chirpstack } from './chirpstack.ts';

/** The example of an uplink event in ChirpStack's documentation ("Event types"). */
const documented = {
  deduplicationId: '3ac7e3c4-4401-4b8d-9386-a5c902f9202d',
  time: '2022-07-18T09:34:15.775023242+00:00',
  deviceInfo: {
    tenantId: '52f14cd4-c6f1-4fbd-8f87-4025e1d49242',
    tenantName: 'ChirpStack',
    applicationId: '17c82e96-be03-4f38-aef3-f83d48582d97',
    applicationName: 'Test application',
    deviceProfileId: '14855bf7-d10d-4aee-b618-ebfcb64dc7ad',
    deviceProfileName: 'Test device-profile',
    deviceName: 'Test device',
    devEui: '0101010101010101',
    tags: { key: 'value' },
  },
  devAddr: '00189440',
  dr: 1,
  fPort: 1,
  data: 'qg==',
  rxInfo: [{ gatewayId: '0016c001f153a14c', uplinkId: 4217106255, rssi: -36, snr: 10.5, context: 'E3OWOQ==' }],
  txInfo: {
    frequency: 867100000,
    modulation: { lora: { bandwidth: 125000, spreadingFactor: 11, codeRate: 'CR_4_5' } },
  },
};
const object = { TempC_SHT: 4.2, Hum_SHT: 81.5, BatV: 3301, Work_mode: 'sensor', ports: [{ open: true }] };
const mapping = {
  fields: [
    { field: 'TempC_SHT', metric: 'temperature', unit: '°C' },
    { field: 'Hum_SHT', metric: 'humidity', unit: '%' },
    { field: 'BatV', metric: 'voltage', unit: 'mV' },
    { field: 'Work_mode', ignored: true },
    { field: 'ports.0.open', metric: 'door' },
  ],
};
const decode = (event: object, changes: Parameters<typeof decodeContext>[0] = {}) =>
  chirpstack.decode(
    json(event),
    decodeContext({ mapping, match: { any: ['17c82e96'], child: '0101010101010101' }, ...changes }),
  );

describe('ChirpStack uplinks', () => {
  it('say of the documented example, which has no codec, what is missing', () => {
    expect(decode(documented)).to.deep.include({ items: [] });
    expect(decode(documented).faults.join()).to.match(/no decoded object: give the device profile a codec/);
  });

  it('become readings by the mapping, at the network server’s time, with the frame they came in', () => {
    const { items, faults } = decode({ ...documented, fCnt: 7, object });
    expect(faults).to.deep.equal([]);
    expect(items.map(({ metric, value, unit }) => [metric, value, unit])).to.deep.equal([
      ['temperature', 4.2, 'Cel'],
      ['humidity', 81.5, '%'],
      ['voltage', 3.301, 'V'],
      ['door', 1, '1'],
    ]);
    for (const reading of items) {
      expect(reading).to.include({ timeSource: 'network', sequence: 7 });
      expect(reading.at.toISOString()).to.equal('2022-07-18T09:34:15.775Z');
    }
    expect(new Set(items.map(({ frame }) => frame)).size).to.equal(1);
  });

  it('have the counter 0 where it is left out, and the same frame when they are sent again', () => {
    const [first] = decode({ ...documented, object }).items;
    const [again] = decode({
      ...documented,
      object,
      time: '2022-07-18T09:34:25+00:00',
      deduplicationId: 'other',
    }).items;
    const [next] = decode({ ...documented, object, fCnt: 1 }).items;
    expect(first?.sequence).to.equal(0);
    expect(again?.frame).to.equal(first?.frame);
    expect(next?.frame).to.not.equal(first?.frame);
  });

  it('name each field that nobody has mapped, and take the others', () => {
    const { items, faults } = decode({ ...documented, object: { TempC_SHT: 4, Temp_Probe: 5 } });
    expect(items).to.have.length(1);
    expect(faults.join()).to.match(/Temp_Probe: is not mapped\..*\/api\/v1\/devices\/cold-room-1\/map/);
  });

  it('never take a unit for granted: a name of ours is taken only where the mapping says that names are ours', () => {
    const event = { ...documented, object: { temperature: 40 } };
    expect(decode(event).items).to.deep.equal([]);
    expect(decode(event, { mapping: { sameNames: true, fields: [] } }).items[0]).to.include({ value: 40, unit: 'Cel' });
  });

  it('are refused when they are of another device, encrypted, or of ChirpStack 3', () => {
    const reasonOf = (event: object) => decode({ object, ...event }).faults.join();
    expect(decode({ ...documented, object }, { match: { any: [], child: '0202020202020202' } }).faults.join()).to.match(
      /not the device of the topic/,
    );
    expect(reasonOf({ ...documented, joinServerContext: { sessionKeyId: 'abc' } })).to.match(/still encrypted/);
    expect(reasonOf({ applicationID: '1', devEUI: 'AQEBAQEBAQE=' })).to.match(/ChirpStack 3/);
    expect(reasonOf({})).to.match(/deviceInfo/);
  });

  it('are refused when the network server’s clock is far ahead', () => {
    expect(decode({ ...documented, object, time: '2026-07-05T04:00:00Z' }).faults.join()).to.match(/96\.0 h ahead/);
  });

  it('tell how the gateway heard it that heard it best, and are read where that is missing or broken', () => {
    const heard = (rxInfo: unknown) => {
      const { items, vitals } = decode({ ...documented, object, rxInfo });
      expect(items).to.have.length(4);
      return vitals;
    };
    expect(heard([{ rssi: -90, snr: 3 }, { rssi: -36, snr: 10.5 }, { rssi: -99 }])).to.deep.equal({
      rssi: -36,
      snr: 10.5,
    });
    expect(heard([{ rssi: -36 }]), 'a ratio of 0 is left out').to.deep.equal({ rssi: -36, snr: 0 });
    expect(heard([])).to.equal(undefined);
    expect(heard('none')).to.equal(undefined);
  });
});
