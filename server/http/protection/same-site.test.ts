import { expect } from 'chai';
import { foreign, type Provenance } from './same-site.ts';

const own = ['https://agritrace.example'];
const sent = (more: Partial<Provenance>) =>
  foreign({ method: 'POST', authorized: false, fetchSite: undefined, origin: undefined, own, ...more });

describe('a request of another site', () => {
  it('is refused when it would change something', () => {
    for (const fetchSite of ['cross-site', 'same-site', 'none'])
      expect(sent({ fetchSite }), fetchSite).to.be.a('string');
    for (const origin of ['https://other.example', 'https://sub.agritrace.example', 'http://agritrace.example', 'null'])
      expect(sent({ origin }), origin).to.be.a('string');
    expect(sent({ method: 'DELETE', fetchSite: 'cross-site', origin: own[0] })).to.be.a('string');
  });

  it('may read, since no other site can read the answer', () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      expect(sent({ method, fetchSite: 'cross-site', origin: 'https://other.example' })).to.equal(undefined);
  });

  it('is told from the own pages, from programs and from whoever brings a token', () => {
    expect(sent({ fetchSite: 'same-origin', origin: 'https://agritrace.example' })).to.equal(undefined);
    expect(sent({})).to.equal(undefined);
    expect(sent({ authorized: true, fetchSite: 'cross-site', origin: 'https://other.example' })).to.equal(undefined);
  });
});
