import { expect } from 'chai';
import fc from 'fast-check';
import {
  type ApplicationState,
  applicationStates,
  applicationTransition,
  applicationVerbs,
  type Judged,
  whyRefused,
} from './lifecycle.ts';
import { stepLine, stepNames } from './rules/steps.ts';
import { termOfStep } from './terms.ts';

const complete: Judged = { state: 'draft', lacking: [], producerId: 'p', findings: [], recused: [] };

describe('the life of an application', () => {
  it('never leaves the table, ends for good, and is granted only by somebody who neither reviewed nor checked', () => {
    const people = fc.constantFrom('anna', 'ben', 'chen');
    const steps = fc.array(
      fc.record({ verb: fc.constantFrom(...applicationVerbs), by: people, passed: fc.boolean() }),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(steps, (all) => {
        let application: Judged = complete;
        for (const { verb, by, passed } of all) {
          const { from, to } = applicationTransition(verb);
          const refused = whyRefused(application, verb, { username: by });
          if (!from.includes(application.state)) expect(refused).to.not.equal(null);
          if (refused) continue;
          if (verb === 'grant' || verb === 'refuse')
            expect(application.findings.map((finding) => finding.by)).to.not.include(by);
          if (verb === 'grant')
            expect(application.findings.map((finding) => finding.passed)).to.deep.equal([true, true]);
          expect(
            application.recused.includes(by) && verb !== 'change' && verb !== 'submit' && verb !== 'withdraw',
          ).to.equal(false);
          application = {
            ...application,
            state: to ?? application.state,
            findings:
              verb === 'review' || verb === 'check' ? [...application.findings, { by, passed }] : application.findings,
            recused: verb === 'recuse' ? [...application.recused, by] : application.recused,
          };
        }
        if (['granted', 'refused', 'withdrawn'].includes(application.state))
          for (const verb of applicationVerbs)
            expect(whyRefused(application, verb, { username: 'z' })).to.not.equal(null);
      }),
    );
  });

  it('is not submitted while a document is missing, and names it', () => {
    const lacking = [{ zh: '申请书', en: 'application' }];
    expect(whyRefused({ ...complete, lacking }, 'submit', { username: 'a' })?.zh).to.equal('缺少材料：申请书');
    expect(whyRefused(complete, 'submit', { username: 'a' })).to.equal(null);
  });

  it('is worked on by nobody of the own producer', () => {
    const acting = { username: 'a', producerId: 'p' };
    expect(whyRefused({ ...complete, state: 'submitted' }, 'accept', acting)?.zh).to.include('回避');
    expect(whyRefused({ ...complete, state: 'checked' }, 'grant', acting)?.zh).to.include('回避');
  });
});

describe('the line of steps of an application', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 4, day));
  const entry = (verb: string, day: number) => ({ verb, by: 'a', at: at(day) });

  it('has one step that is due while it is open, and none when it is over', () => {
    const open: ApplicationState[] = ['draft', 'returned', 'submitted', 'accepted', 'reviewed', 'checked'];
    for (const state of applicationStates) {
      const line = stepLine(state, [entry('create', 1)]);
      expect(line.map(({ step }) => step)).to.deep.equal([...stepNames]);
      expect(line.filter((step) => step.state === 'now')).to.have.length(open.includes(state) ? 1 : 0);
    }
  });

  it('begins anew when it was returned, and waits since the step before', () => {
    const history = [entry('create', 1), entry('submit', 2), entry('return', 5), entry('change', 6)];
    const [submit] = stepLine('returned', history);
    expect(submit).to.deep.equal({ step: 'submit', state: 'now', since: at(5) });
    const again = [...history, entry('submit', 7), entry('accept', 9), entry('recuse', 10)];
    const line = stepLine('accepted', again);
    expect(line[0]?.done?.at).to.deep.equal(at(7));
    expect(line[2]).to.deep.equal({ step: 'review', state: 'now', since: at(9) });
    expect(line.slice(3).map(({ state }) => state)).to.deep.equal(['to-come', 'to-come']);
  });
});

describe('the terms of an application', () => {
  it('run in working days from the step before, or from the submission of a renewal', () => {
    const since = new Date('2026-05-11T02:00:00Z');
    const submittedAt = new Date('2026-05-06T02:00:00Z');
    const asked = { scheme: 'green-food', step: 'accept', since, submittedAt } as const;
    expect(termOfStep({ ...asked, kind: 'new' })).to.include({
      lastDay: '2026-05-25',
      clause: '绿色食品标志管理办法 12',
    });
    expect(termOfStep({ ...asked, kind: 'renewal', step: 'check' })?.startedAt).to.deep.equal(submittedAt);
    expect(termOfStep({ ...asked, kind: 'new', scheme: 'gap' })).to.equal(null);
  });
});
