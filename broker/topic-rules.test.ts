import { expect } from 'chai';
import fc from 'fast-check';
import type { Principal } from './ports.ts';
import { mayPublish, mayReceive, maySubscribe } from './topic-rules.ts';

const deviceId = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{1,20}$/);
const topic = fc.oneof(
  fc.string(),
  fc
    .array(
      fc.constantFrom(
        'agritrace',
        'v1',
        'warnings',
        'readings',
        'commands',
        '+',
        '#',
        '$SYS',
        '',
        'd1',
        'd2',
        'devices',
        'me',
        'telemetry',
        'attributes',
        'spBv1.0',
        'NDATA',
        'lora-1',
        '611024',
      ),
    )
    .map((levels) => levels.join('/')),
);
const device = (id: string): Principal => ({ kind: 'device', deviceId: id });
const county: Principal = {
  kind: 'user',
  username: 'county',
  divisionCode: '611024',
  credentials: [],
  renew: async () => null,
};
const network: Principal = { kind: 'integration', name: 'lora-1' };
const within = (own: string, division: string) => division.startsWith(own.replace(/00$/, ''));

describe('topic rules', () => {
  it('let a device publish readings, results and status, and hear its commands', () => {
    for (const last of ['readings', 'results', 'status'])
      expect(mayPublish(device('d1'), `agritrace/v1/d1/${last}`, false).allowed).to.equal(true);
    expect(maySubscribe(device('d1'), 'agritrace/v1/d1/commands', within).allowed).to.equal(true);
    expect(mayPublish(device('d1'), 'agritrace/v1/d1/commands', false).allowed).to.equal(false);
  });

  it('never let a device publish or listen outside of its own four topics', () => {
    fc.assert(
      fc.property(deviceId, topic, fc.boolean(), (id, name, retain) => {
        const own = `agritrace/v1/${id}/`;
        if (mayPublish(device(id), name, retain).allowed)
          expect(name.startsWith(own) || name === 'v2/t' || name.startsWith('v1/devices/me/')).to.equal(true);
        if (mayReceive(device(id), name, within)) expect(name).to.match(/\/commands$|^v1\/devices\/me\/.*response/);
      }),
    );
  });

  it('never let one device publish as another', () => {
    fc.assert(
      fc.property(deviceId, deviceId, fc.constantFrom('readings', 'results', 'status'), (one, other, last) => {
        fc.pre(one !== other);
        expect(mayPublish(device(one), `agritrace/v1/${other}/${last}`, false).allowed).to.equal(false);
      }),
    );
  });

  it('never let a user publish', () => {
    fc.assert(fc.property(topic, fc.boolean(), (name, retain) => !mayPublish(county, name, retain).allowed));
  });

  it('let a user hear the warnings of the divisions it may read, each by name', () => {
    expect(maySubscribe(county, 'agritrace/v1/warnings/611024', within).allowed).to.equal(true);
    expect(maySubscribe(county, 'agritrace/v1/warnings/611024100', within).allowed).to.equal(true);
    expect(maySubscribe(county, 'agritrace/v1/warnings/611000', within).allowed).to.equal(false);
    fc.assert(
      fc.property(topic, (filter) => {
        if (maySubscribe(county, filter, () => true).allowed) expect(filter).to.match(/^agritrace\/v1\/warnings\/\d+$/);
      }),
    );
  });

  it('never allow a wildcard, even under a name that is one', () => {
    const verdict = maySubscribe(device('+'), 'agritrace/v1/+/commands', within);
    expect(verdict.allowed).to.equal(false);
    if (!verdict.allowed) expect(verdict.reason).to.match(/Wildcards are not allowed/);
  });

  it('allow the retain flag on a status alone', () => {
    expect(mayPublish(device('d1'), 'agritrace/v1/d1/status', true).allowed).to.equal(true);
    expect(mayPublish(device('d1'), 'agritrace/v1/d1/readings', true)).to.include({ allowed: false, fault: 'retain' });
  });

  it('let an integration publish for the devices behind it, whose names stand in the topic', () => {
    const publish = (name: string) => mayPublish(network, name, false);
    expect(publish('application/a1/device/0101010101010101/event/up')).to.deep.include({
      content: 'readings',
      match: { any: ['a1'], child: '0101010101010101' },
    });
    expect(publish('v3/app1@ttn/devices/dev1/up')).to.deep.include({ match: { any: ['app1@ttn'], child: 'dev1' } });
    expect(publish('application/a1/device/0101010101010101/event/join')).to.include({ content: 'passed-over' });
    expect(publish('spBv1.0/farm/DDATA/lora-1/cold')).to.deep.include({ match: { any: ['farm'], child: 'cold' } });
    expect(publish('spBv1.0/farm/DDATA/other/cold').allowed).to.equal(false);
    expect(publish('agritrace/v1/lora-1/readings').allowed).to.equal(false);
    expect(mayPublish(device('d1'), 'application/a1/device/d1/event/up', false).allowed).to.equal(false);
  });

  it('let ThingsBoard firmware subscribe as it is used to, and hand it nothing of what others send', () => {
    for (const filter of ['v1/devices/me/attributes', 'v1/devices/me/rpc/request/+']) {
      expect(maySubscribe(device('d1'), filter, within).allowed).to.equal(true);
      expect(mayReceive(device('d1'), filter, within)).to.equal(false);
    }
    expect(mayReceive(device('d1'), 'v1/devices/me/rpc/request/1', within)).to.equal(false);
  });

  it('hand an integration nothing that anybody may publish', () => {
    expect(maySubscribe(network, 'spBv1.0/farm/NCMD/lora-1/#', within).allowed).to.equal(true);
    expect(maySubscribe(network, 'spBv1.0/farm/NCMD/other/#', within).allowed).to.equal(false);
    expect(maySubscribe(network, 'spBv1.0/+/NCMD/lora-1/#', within).allowed).to.equal(false);
    const senders = [device('d1'), device('lora-1'), network];
    fc.assert(
      fc.property(topic, fc.constantFrom(...senders), fc.constantFrom(device('d2'), network), (name, from, to) => {
        expect(mayPublish(from, name, false).allowed && mayReceive(to, name, within)).to.equal(false);
      }),
    );
  });

  it('say what is allowed instead', () => {
    const verdict = mayPublish(device('d1'), 'agritrace/v1/d2/readings', false);
    expect(verdict.allowed ? '' : verdict.reason).to.match(/agritrace\/v1\/d1\/readings/);
  });
});
