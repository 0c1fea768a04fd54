import { expect } from 'chai';
import fc from 'fast-check';
import type { Principal } from './ports.ts';
import { mayPublish, maySubscribe } from './topic-rules.ts';

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
        '611024',
      ),
    )
    .map((levels) => levels.join('/')),
);
const device = (id: string): Principal => ({ kind: 'device', deviceId: id });
const county: Principal = { kind: 'user', username: 'county', divisionCode: '611024' };
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
        if (mayPublish(device(id), name, retain).allowed) expect(name.startsWith(own)).to.equal(true);
        if (maySubscribe(device(id), name, within).allowed) expect(name).to.equal(`${own}commands`);
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

  it('say what is allowed instead', () => {
    const verdict = mayPublish(device('d1'), 'agritrace/v1/d2/readings', false);
    expect(verdict.allowed ? '' : verdict.reason).to.match(/agritrace\/v1\/d1\/readings/);
  });
});
