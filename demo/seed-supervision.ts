import { newestChecklist } from '../server/supervision/checklists.ts';
import { asked, type GivenAnswer } from '../server/supervision/rules/checklist.ts';
import { daysBefore, demoCaller, type Seeding } from './seeding.ts';

const city = demoCaller('city', ['supervisor']);

/** A quarter's plan, drawn and half done, and what the public complained of. */
export async function seedSupervision(seeding: Seeding): Promise<void> {
  await seedPlan(seeding);
  await seedComplaints(seeding);
}

async function seedPlan({
  services: {
    supervision: { plans, inspections },
    producers,
  },
  setTime,
  start,
}: Seeding): Promise<void> {
  const before = (days: number) => daysBefore(start, days);
  const drawn = before(30);
  setTime(drawn);
  const plan = await plans.createPlan(city, {
    title: '双随机抽查（演示）',
    kind: 'random',
    year: drawn.getUTCFullYear(),
    quarter: Math.floor(drawn.getUTCMonth() / 3) + 1,
    checklist: 'producer',
    count: 6,
    inspectors: ['city', 'county', 'town'].map((username) => ({ username, conflictsWith: [] })),
    inspectorsEach: 2,
  });
  await plans.drawPlan(city, plan.id, { seed: 'demo-published-figure-8127', seedSource: '演示：公布的开奖号码' });
  const { items } = await inspections.listInspections(city, { plan: plan.id, limit: 50 });
  for (const [index, inspection] of items.slice(0, 4).entries()) {
    const { kind } = (await producers.producerById(inspection.producerId)) ?? { kind: '' };
    const done = before(20 - index * 3);
    setTime(done);
    const answers = answersOf(inspection.checklist, kind, index < 2 ? 'test-before-sale' : undefined);
    const { findings } = await inspections.submitInspection(city, inspection.id, {
      answers,
      begunAt: new Date(done.getTime() - 3_600_000).toISOString(),
      finishedAt: done.toISOString(),
      photos: [],
    });
    if (findings.length > 0)
      await inspections.orderRectification(city, inspection.id, {
        text: '补做上市前检测并留存记录',
        due: daysBefore(start, -3 - index).toISOString(),
      });
    else await inspections.closeInspection(city, inspection.id, { note: '未发现问题' });
  }
}

/** Everything in order, but for one item where it is asked. */
function answersOf(name: string, producerKind: string, wrong: string | undefined): GivenAnswer[] {
  const checklist = newestChecklist(name);
  const answers: GivenAnswer[] = [];
  const open = () =>
    checklist &&
    asked(checklist, producerKind, answers).find(({ item }) => !answers.some((each) => each.item === item));
  for (let next = open(); next; next = open())
    answers.push({ item: next.item, answer: next.item === wrong ? 'no' : 'yes' });
  return answers;
}

async function seedComplaints({
  services: {
    supervision: { complaints },
  },
  setTime,
  start,
}: Seeding): Promise<void> {
  const at = (days: number) => setTime(daysBefore(start, days));
  at(9);
  const answered = await complaints.recordComplaint(city, {
    ...{ kind: 'report', channel: '12345', batchCode: 'DEMO-V5' },
    text: '反映辣椒包装上没有标明产地。',
  });
  at(8);
  await complaints.acceptComplaint(city, answered.id, {});
  at(3);
  await complaints.answerComplaint(city, answered.id, {
    text: '经现场核查，该批产品已补贴标识，并对经营者进行了告诫。感谢您的监督。',
    justified: false,
  });
  at(2);
  await complaints.recordComplaint(city, {
    ...{ kind: 'dispute', channel: '12316', batchCode: 'DEMO-V6' },
    text: '购买的芹菜看到暂停销售的提示，要求退货。',
  });
}
