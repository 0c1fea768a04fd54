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

  it('names what was served by its number: the prior notice, and once there is one the decision', () => {
    const known = { authority: '', by: 'head', issuedOn: '2026-11-26', surcharge: '0', nameOf: (name: string) => name };
    const notified = { ...found, proposal: { kinds: ['fine'], measures: [], number: '商农告〔2026〕1号' } };
    expect(caseFacts(notified as unknown as CaseRecord, known).servedPaper).to.equal(
      '行政处罚事先告知书 商农告〔2026〕1号',
    );
    const decision = { kinds: ['fine'], measures: [], basis: [], number: '商农罚〔2026〕1号' };
    expect(caseFacts({ ...notified, decision } as unknown as CaseRecord, known).servedPaper).to.equal(
      '行政处罚决定书 商农罚〔2026〕1号',
    );
  });

  it('tells of a hearing that ended how and by which clause, beside what its record says', () => {
    const known = { authority: '', by: 'head', issuedOn: '2026-11-26', surcharge: '0', nameOf: (name: string) => name };
    const of = (hearing: CaseRecord['hearing']) => caseFacts({ ...found, hearing } as CaseRecord, known);
    const ended = { on: '2026-12-21', ground: 'absent' } as const;
    const told = of({ requestedOn: '2026-12-08', ended, result: '两次呼叫未到' });
    expect(told.hearingEnded).to.equal(
      '2026-12-21 当事人无正当理由拒不出席听证，视为放弃听证权利，终止听证（行政处罚法第六十四条）',
    );
    expect(told.hearing).to.equal(`${told.hearingEnded}：两次呼叫未到`);
    const held = of({ requestedOn: '2026-12-08', heldOn: '2026-12-21', result: '维持' });
    expect([held.hearing, held.hearingEnded]).to.deep.equal(['2026-12-21 举行听证：维持', undefined]);
  });
});
