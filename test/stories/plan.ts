import { expect } from 'chai';
import data from '../../server/supervision/data/checklists.json' with { type: 'json' };
import { asked, type Checklist, type GivenAnswer } from '../../server/supervision/rules/checklist.ts';
import { cast, type Stage, take } from './stage.ts';

const checklist = data[0] as Checklist;

/** A quarter's plan: drawn by lot, every inspection done, what was found put right. */
export async function planStory(stage: Stage): Promise<void> {
  const farm = await cast(stage);
  const admin = await stage.as('admin');
  for (const name of ['第一合作社', '第二合作社'])
    await admin.create('/api/v1/producers', { name, kind: 'cooperative', divisionCode: '611002105' });
  const plan = await (await stage.as('head')).create('/api/v1/inspection-plans', {
    ...{ title: '双随机', year: stage.now().getUTCFullYear(), quarter: 1, count: 3 },
    inspectors: [{ username: 'first' }, { username: 'second' }, { username: 'head' }],
  });
  await stage.later(1);
  await take(await stage.as('head'), `inspection-plans/${plan.id}`, 'draw', {
    seed: 'lottery-0917-0312',
    seedSource: '公开摇号',
  });
  await stage.later(0);
  const head = async () => stage.as('head');
  expect((await (await head()).get(`/api/v1/inspection-plans/${plan.id}/draw-check`)).body).to.include({ same: true });
  const drawn = await (await head()).list<{ id: string; producerId: string }>(`/api/v1/inspections?plan=${plan.id}`);
  expect(drawn).to.have.length(3);
  for (const { id, producerId } of drawn) {
    const isOurs = producerId === farm.producerId;
    await take(await head(), `inspections/${id}`, 'submit', submission(stage.now(), isOurs ? ['labels'] : []));
    await stage.later(1);
    if (!isOurs) {
      await take(await head(), `inspections/${id}`, 'close');
      continue;
    }
    const due = new Date(stage.now().getTime() + 10 * 86_400_000).toISOString();
    await take(await head(), `inspections/${id}`, 'order-rectification', { text: '补齐标签', due });
    await stage.later(2);
    await take(await stage.as('clerk'), `inspections/${id}`, 'answer', { text: '已补齐' });
    await stage.later(1);
    await take(await head(), `inspections/${id}`, 'pass-recheck', { note: '已整改' });
  }
  await stage.later(0);
  const { completion } = (await (await head()).get(`/api/v1/inspection-plans/${plan.id}`)).body;
  expect(completion).to.deep.equal({ planned: 3, submitted: 3, closed: 3 });
}

function submission(now: Date, found: string[]) {
  const answers: GivenAnswer[] = [];
  for (;;) {
    const next = asked(checklist, 'cooperative', answers).find(
      ({ item }) => !answers.some((each) => each.item === item),
    );
    if (!next) break;
    answers.push({ item: next.item, answer: found.includes(next.item) ? 'no' : 'yes' });
  }
  return { answers, begunAt: now.toISOString(), finishedAt: now.toISOString(), photos: [] };
}
