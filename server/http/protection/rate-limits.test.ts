import { expect } from 'chai';
import { concerns, defaultRateLimits } from './rate-limits.ts';

describe('which limits count a request', () => {
  const named = (method: string, path: string) =>
    defaultRateLimits.filter((row) => concerns(row, method, path)).map(({ name }) => name);

  it('is decided by method and path', () => {
    expect(named('POST', '/api/v1/session')).to.deep.equal(['sign-in', 'address', 'account']);
    expect(named('GET', '/api/v1/session')).to.deep.equal(['address', 'account']);
    expect(named('GET', '/api/v1/batches/DEMO-V6/trace')).to.deep.equal(['address', 'account', 'costly']);
    expect(named('GET', '/api/v1/batches/DEMO-V6')).to.deep.equal(['address', 'account']);
    expect(named('GET', '/q/DEMO-V6')).to.deep.equal(['public-pages']);
    expect(named('GET', '/01/09506000134352/10/A1')).to.deep.equal(['public-pages']);
    expect(named('GET', '/healthz')).to.deep.equal([]);
  });

  it('leaves no call of the interface uncounted', () => {
    for (const method of ['GET', 'POST', 'DELETE'])
      expect(named(method, '/api/v1/whatever/is/added')).to.include.members(['address', 'account']);
  });
});
