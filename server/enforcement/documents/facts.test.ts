import { expect } from 'chai';
import type { CaseRecord } from '../cases/model.ts';
import { caseFacts } from './facts.ts';

const found = {
  officers: [
    { username: 'li', certificateNumber: '陕-001' },
    { username: 'gone', certificateNumber: '陕-002' },
  ],
  clue: { kind: 'inspection', text: '检查发现', foundOn: '2026-11-02' },
  defences: [],
  corrections: [],
  instalments: [],
  fulfilled: [],
  surchargePaid: '0',
} as unknown as CaseRecord;

describe('what a paper of a case says', () => {
  it('names its officers and whoever issued it as people, not as accounts', () => {
    const names: Record<string, string> = { li: '李执法', head: '王局长' };
    const nameOf = (username: string) => names[username] ?? username;
    const known = { authority: '商州区农业农村主管部门', by: 'head', issuedOn: '2026-11-26', surcharge: '0', nameOf };
    const { officers, by } = caseFacts(found, known);
    expect(officers).to.equal('李执法（陕-001）、gone（陕-002）');
    expect(by).to.equal('王局长');
  });
});
