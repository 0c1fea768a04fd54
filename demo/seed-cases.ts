import { dayOf } from '../server/calendar/index.ts';
import { verifyBody } from '../server/enforcement/cases/schema.ts';
import { daysBefore, demoCaller, type Seeding } from './seeding.ts';

const first = demoCaller('officer1', ['officer']);
const second = demoCaller('officer2', ['officer']);
const legal = demoCaller('officer3', ['officer']);
const head = demoCaller('city', ['supervisor']);

/** Officers with their certificates, one case that is closed and published, and one that a failed sample has just begun. */
export async function seedCases(seeding: Seeding): Promise<void> {
  await seedOfficers(seeding);
  await seedClosedCase(seeding);
  await seedFiledCase(seeding);
}

async function seedOfficers({ services: { enforcement }, start }: Seeding): Promise<void> {
  for (const [index, username] of ['officer1', 'officer2', 'officer3'].entries())
    await enforcement.officers.createCertificate(demoCaller('demo'), {
      username,
      certificateNumber: `示例-执法-00${index + 1}`,
      divisionCode: '611000',
      validFrom: dayOf(daysBefore(start, 400)),
      validTo: dayOf(daysBefore(start, -1_400)),
      ...(username === 'officer3' && { legalQualification: '示例-法律职业资格-001' }),
    });
}

async function seedClosedCase({ services, setTime, start }: Seeding): Promise<void> {
  const { cases, evidence } = services.enforcement;
  const at = (days: number) => setTime(daysBefore(start, days));
  at(38);
  const { id } = await cases.createCase(first, {
    divisionCode: '611021',
    kind: 'own-finding',
    text: '日常检查发现销售的番茄噻虫胺残留超过限量（演示）',
    suspect: '示例蔬菜专业合作社',
  });
  await cases.nameParty(first, id, {
    kind: 'cooperative',
    legalForm: 'organization',
    name: '示例蔬菜专业合作社',
    representative: '示例负责人',
  });
  const penalty = { kinds: ['fine' as const, 'confiscate-gains' as const], fine: '50000', confiscatedGains: '900' };
  const intended = { ...penalty, measures: [] };
  const served = { method: 'in-person' as const, proof: '示例负责人签收' };
  at(37);
  const finding = {
    officers: ['officer1', 'officer2'],
    acts: ['over-limit-sold'],
    actOn: dayOf(daysBefore(start, 41)),
    facts: '销售噻虫胺残留超标的番茄 150 kg，货值 900 元',
    valueOfGoods: '900',
    illegalGains: '900',
  };
  await cases.verify(first, id, verifyBody.parse(finding));
  await cases.file(head, id, {});
  at(35);
  await evidence.createEvidence(first, {
    caseId: id,
    kind: 'documentary',
    name: '销售台账',
    description: '当事人的销售记录复印件，当事人签字确认',
    sha256: '0'.repeat(64),
    keeper: '执法人员甲',
  });
  await cases.submit(first, id);
  await cases.review(legal, id, '事实清楚，证据确凿，程序合法');
  at(32);
  await cases.notify(head, id, intended);
  await cases.serveNotice(first, id, served);
  await cases.conclude(first, id, { waiver: '当事人书面放弃陈述申辩和听证' });
  at(28);
  await cases.discuss(head, id, { heads: ['示例局长', '示例副局长'], conclusion: '同意处罚意见' });
  await cases.decide(head, id, { ...intended, reason: '违法事实清楚，处罚适当' });
  at(26);
  await cases.serve(second, id, served);
  at(20);
  await cases.pay(first, id, { part: 1, receipt: '示例-票据-001' });
  await cases.complete(first, id);
  at(19);
  await cases.close(head, id, '罚款和没收款已缴清');
  await cases.publish(head, id);
}

/** The clue is the platform's own: the supervised check that failed. */
async function seedFiledCase({ services, setTime, start }: Seeding): Promise<void> {
  const { cases } = services.enforcement;
  const { items } = await cases.listCases(first, { state: 'clue', clue: 'failed-sample', limit: 1 });
  for (const { id } of items) {
    setTime(daysBefore(start, 1 / 4));
    await cases.nameParty(first, id, { kind: 'smallholder', legalForm: 'natural-person', name: '李秀兰' });
    const finding = {
      officers: ['officer1', 'officer2'],
      acts: ['over-limit-sold'],
      actOn: dayOf(daysBefore(start, 1)),
      facts: '监督抽查芹菜噻虫胺 0.11 mg/kg，超过限量',
      valueOfGoods: '900',
    };
    await cases.verify(first, id, verifyBody.parse(finding));
    await cases.file(head, id, {});
  }
}
