import { expect } from 'chai';
import { createLog } from './logging.ts';

describe('a log line', () => {
  it('has secrets struck out that came into it by accident', () => {
    const written: string[] = [];
    const log = createLog('info', { write: (line: string) => void written.push(line) });
    log.info({ password: 'p-1', body: { token: 't-1', nested: { secret: 's-1' } } }, 'careless');
    log.info({ headers: { authorization: 'Bearer a-1', cookie: 'c-1' }, name: 'kept' }, 'careless');
    expect(written.join('')).to.not.match(/[pstac]-1/);
    expect(written.join('')).to.include('kept').and.include('[secret]');
  });
});
