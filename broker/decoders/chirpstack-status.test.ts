import { expect } from 'chai';
import { decodeContext, json } from '../testing-support/decoding.ts';
import { chirpstackStatus } from './chirpstack-status.ts';

const status = {
  deduplicationId: '3ac7e3c4-4401-4b8d-9386-a5c902f9202d',
  time: '2022-07-18T09:34:15.775023242+00:00',
  deviceInfo: { devEui: '0101010101010101' },
  margin: 10,
  batteryLevel: 75.5,
};
const decode = (event: object) =>
  chirpstackStatus.decode(json(event), decodeContext({ match: { any: ['a1'], child: '0101010101010101' } }));

describe('ChirpStack status events', () => {
  it('bring the battery charge as a reading, an empty one too', () => {
    const { items, faults, vitals } = decode(status);
    expect(faults).to.deep.equal([]);
    expect(items.map(({ metric, value, unit, timeSource }) => [metric, value, unit, timeSource])).to.deep.equal([
      ['battery', 75.5, '%', 'network'],
    ]);
    expect(vitals).to.deep.equal({ externalPower: false });
    const { batteryLevel: _, ...empty } = status;
    expect(decode(empty).items[0]).to.include({ value: 0 });
  });

  it('bring none of a device on mains power, or that does not know', () => {
    expect(decode({ ...status, externalPowerSource: true })).to.deep.equal({
      items: [],
      faults: [],
      vitals: { externalPower: true },
    });
    expect(decode({ ...status, batteryLevelUnavailable: true }).items).to.deep.equal([]);
  });

  it('are refused of another device, with a charge that cannot be, and when they are none', () => {
    expect(decode({ ...status, deviceInfo: { devEui: '02' } }).faults.join()).to.match(/not the device of the topic/);
    expect(decode({ ...status, batteryLevel: 255 }).faults.join()).to.match(/batteryLevel/);
    expect(decode([]).faults).to.have.length(1);
  });
});
