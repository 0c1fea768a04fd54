import { expect } from 'chai';
import { Api } from '../support/api.ts';
import { eventually } from '../support/eventually.ts';
import { failSample } from './failed-sample.ts';
import { cast, dayBefore, type Player, type Stage, take } from './stage.ts';

interface Case {
  id: string;
  state: string;
  clue: { kind: string };
  decision?: { number: string };
  surcharge: { due: string };
  publication?: object;
  line: { now: { code: string }[] };
}

/** From a failed sample to a published decision. */
export async function caseStory(stage: Stage): Promise<void> {
  const farm = await cast(stage);
  const { sampleId } = await failSample(stage, farm, 'supervised-check');
  const clues = await (await stage.as('first')).list<Case>(`/api/v1/cases?resource=samples&record=${sampleId}`);
  expect(clues.map(({ state, clue }) => [state, clue.kind])).to.deep.equal([['clue', 'failed-sample']]);
  type Proposed = { state: string; level: string };
  const recalls = await (await stage.as('admin')).list<Proposed>('/api/v1/recalls');
  expect(recalls.map(({ state, level }) => [state, level])).to.deep.equal([['draft', '2']]);
  const id = String(clues[0]?.id);
  const actOn = dayBefore(stage.now(), 3);
  const step = async (who: Player, verb: string, body: object = {}, days = 0): Promise<Case> => {
    const done = await take<Case>(await stage.as(who), `cases/${id}`, verb, body);
    await stage.later(days);
    const again = (await (await stage.as('first')).get<Case>(`/api/v1/cases/${id}`)).body;
    expect(again.state, `${verb} is not lost`).to.equal(done.state);
    return again;
  };
  const running = ({ line }: Case) => line.now.map(({ code }) => code);

  const organization = { kind: 'cooperative', legalForm: 'organization', name: '沙河子蔬菜专业合作社' };
  await step('first', 'name-party', { ...organization, representative: '李建国' });
  const facts = {
    acts: ['over-limit-sold'],
    actOn,
    facts: '销售噻虫胺残留超标的芹菜',
    valueOfGoods: '900',
    illegalGains: '900',
  };
  await step('first', 'verify', { officers: ['first', 'second'], ...facts }, 1);
  expect(running(await step('head', 'file', {}, 2))).to.deep.equal(['case-decision']);
  await (await stage.as('first')).create('/api/v1/case-evidence', {
    ...{ caseId: id, kind: 'documentary', name: '销售台账', description: '销售记录', keeper: '王一' },
    sha256: 'a'.repeat(64),
  });
  await step('first', 'submit');
  await step('legal', 'review', { opinion: '事实清楚，证据确凿' }, 1);
  const penalty = { kinds: ['fine', 'confiscate-gains'], fine: '50000', confiscatedGains: '900', measures: [] };
  const served = { method: 'in-person', proof: '李建国签收' };
  await step('head', 'notify', penalty);
  const notified = await step('first', 'serve-notice', served, 14);
  expect(running(notified), 'the party may speak').to.include('case-decision');
  await step('first', 'conclude');
  await step('head', 'discuss', { heads: ['张局长', '刘副局长'], conclusion: '同意' });
  const decided = await step('head', 'decide', { ...penalty, reason: '事实清楚' }, 1);
  expect(running(decided)).to.include.members(['case-service', 'case-publication']);
  const due = await step('second', 'serve', served, 20);
  expect(Number(due.surcharge.due), 'late by days').to.be.above(0);
  const head = await stage.as('head');
  const overdue = async () =>
    (await head.list<{ kind: string }>(`/api/v1/deadlines?record=${id}&state=overdue`)).map(({ kind }) => kind);
  await eventually(async () => (await overdue()).includes('case-payment'));
  await step('first', 'pay', { part: 1, receipt: 'N1', surcharge: due.surcharge.due });
  await step('first', 'complete');
  await step('head', 'close', { report: '已执行完毕' });
  const published = await step('head', 'publish');
  expect(published.publication).to.be.an('object');
  const rows = await new Api(stage.url, '').list('/api/v1/public/open-data/penalties');
  expect(rows.map(({ CF_WSH }) => CF_WSH)).to.deep.equal([published.decision?.number]);
}
