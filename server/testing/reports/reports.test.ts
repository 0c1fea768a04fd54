import { expect } from 'chai';
import { Forbidden, InvalidInput, NotFound } from '../../errors.ts';
import { laboratorySchema } from '../laboratories/schema.ts';
import { openTestPlatform, people, refusal, type TestPlatform } from '../testing-support/platform.ts';
import { testReportSchema } from './schema.ts';

describe('test reports', () => {
  let platform: TestPlatform;
  const testing = () => platform.testing;
  const everything = { limit: 50 };
  const reports = async (by = people.admin) => (await testing().listTestReports(by, everything)).items;

  /** A sample whose results wait for their verification. */
  const reported = async (batchCode = 'TEA-1', value = '0.1') => {
    const { id } = await testing().createSample(people.sampler, { batchCode, planKind: 'commissioned' });
    const body = {
      analyte: '吡虫啉',
      value,
      unit: 'mg/kg',
      method: 'GB 23200.121-2021',
      loq: '0.01',
      uncertainty: '0.02',
    };
    const result = await testing().addResult(people.analyst, id, body);
    await testing().report(people.analyst, id);
    return { id, resultId: result.id };
  };

  before(async () => {
    platform = await openTestPlatform();
  });
  beforeEach(() => platform.empty());
  after(() => platform.close());

  it('say when was measured, and where only the entry is known', async () => {
    const { id } = await testing().createSample(people.sampler, {
      batchCode: 'TEA-1',
      planKind: 'commissioned',
      drawnAt: '2026-11-23T00:00:00Z',
    });
    const enter = (analyte: string, measuredAt?: string) =>
      testing().addResult(people.analyst, id, {
        analyte,
        value: '0.1',
        unit: 'mg/kg',
        ...(measuredAt && { measuredAt }),
      });
    for (const wrong of ['2026-11-22T23:59:59Z', '2026-11-24T08:00:01Z'])
      expect(await refusal(enter('吡虫啉', wrong)), wrong).to.be.instanceOf(InvalidInput);
    const measured = await enter('吡虫啉', '2026-11-23T10:00:00+08:00');
    expect(measured).to.include({ measuredAt: '2026-11-23T02:00:00.000Z' });
    await enter('噻虫嗪', '2026-11-24T01:00:00Z');
    await testing().report(people.analyst, id);
    await testing().verify(people.reviewer, id);
    const [first] = await reports();
    expect(first?.content).to.include({ testedFrom: '2026-11-23T02:00:00.000Z', testedTo: '2026-11-24T01:00:00.000Z' });
    expect(first?.content).to.not.have.property('testedByEntry');
    const another = await reported();
    await testing().verify(people.reviewer, another.id);
    expect((await reports())[0]?.content).to.include({ testedByEntry: true, testedTo: '2026-11-24T08:00:00.000Z' });
  });

  it('are issued when a sample is verified, with all that was known then', async () => {
    const { id } = await reported();
    expect(await reports()).to.have.length(0);
    await testing().verify(people.reviewer, id);
    const [report] = await reports();
    expect(report).to.include({ number: 'R2026-000001', state: 'valid', issuedBy: 'reviewer', sampleId: id });
    expect(report?.content).to.deep.include({ customer: '合作社', verdict: 'pass', authorizedBy: 'reviewer' });
    expect(report?.content.people).to.deep.include({ username: 'reviewer', name: '人员 reviewer' });
    expect(report?.content.results[0]).to.deep.include({
      method: 'GB 23200.121-2021',
      uncertainty: '0.02',
      limit: '0.5 mg/kg',
      decisionRule: 'simple-acceptance',
      verdict: 'pass',
    });
    expect(() => testReportSchema.strict().parse(report)).to.not.throw();
  });

  it('say where their laboratory works and by which certificates, as registered on the day of issue', async () => {
    const laboratory = '商州检测站';
    const own = { ...people.reviewer, laboratory };
    const issued = async () => {
      const { id } = await testing().createSample(people.sampler, {
        ...{ batchCode: 'TEA-1', planKind: 'commissioned', laboratory },
      });
      const analyst = { ...people.analyst, laboratory };
      await testing().addResult(analyst, id, { analyte: '吡虫啉', value: '0.1', unit: 'mg/kg' });
      await testing().report(analyst, id);
      await testing().verify(own, id);
      return (await reports())[0]?.content.laboratory;
    };
    expect(await issued()).to.deep.equal({ name: laboratory });
    await testing().registerLaboratory(own, { address: '北新街 1 号' });
    expect(await issued()).to.deep.equal({ name: laboratory, address: '北新街 1 号' });
    await testing().registerLaboratory(own, { address: '北新街 9 号', accreditation: 'CMA 1' });
    expect(await issued()).to.deep.equal({ name: laboratory, address: '北新街 9 号', accreditation: 'CMA 1' });
    expect((await reports()).map(({ content }) => content.laboratory.address)).to.deep.equal([
      '北新街 9 号',
      '北新街 1 号',
      undefined,
    ]);
    const registered = (await testing().listLaboratories(people.admin, { ...everything, laboratory })).items;
    expect(registered.map(({ address }) => address)).to.deep.equal(['北新街 9 号', '北新街 1 号']);
    expect(() => laboratorySchema.strict().parse(registered[0])).to.not.throw();
  });

  it('bear the words of their own laboratory alone', async () => {
    const laboratory = '商州检测站';
    const own = { ...people.reviewer, laboratory };
    await testing().registerLaboratory(own, { address: '北新街 1 号' });
    const other = { ...own, laboratory: '镇安检测站' };
    const taken = testing().registerLaboratory(other, { laboratory, address: '别处' });
    expect(await refusal(taken)).to.be.instanceOf(Forbidden);
    await testing().registerLaboratory({ ...people.admin, divisionCode: '611026' }, { laboratory, address: '别处' });
    const { id } = await testing().createSample(people.sampler, {
      ...{ batchCode: 'TEA-1', planKind: 'commissioned', laboratory },
    });
    const analyst = { ...people.analyst, laboratory };
    await testing().addResult(analyst, id, { analyte: '吡虫啉', value: '0.1', unit: 'mg/kg' });
    await testing().report(analyst, id);
    await testing().verify(own, id);
    expect((await reports())[0]?.content.laboratory).to.include({ address: '北新街 1 号' });
    expect(await refusal(testing().registerLaboratory(people.reviewer, { address: '无名' }))).to.be.instanceOf(
      InvalidInput,
    );
  });

  it('are numbered in sequence, year by year, without gaps or doubles, whoever is refused or fails meanwhile', async () => {
    const samples = await Promise.all(Array.from({ length: 8 }, () => reported()));
    const failing = await reported('TEA-1', '0.9');
    platform.faults.hold = true;
    const refused = testing().verify(people.analyst, String(samples[0]?.id));
    const attempts = [...samples, ...samples].map(({ id }) => testing().verify(people.reviewer, id));
    const [lost] = await Promise.all([
      refusal(testing().verify(people.reviewer, failing.id)),
      refusal(refused),
      Promise.allSettled(attempts),
    ]);
    expect(lost.message).to.equal('the hold failed');
    platform.faults.hold = false;
    await testing().verify(people.reviewer, failing.id);
    const numbers = (await reports()).map(({ number }) => number).sort();
    expect(numbers).to.deep.equal(Array.from({ length: 9 }, (_, index) => `R2026-00000${index + 1}`));
    platform.told.now = new Date('2026-12-31T16:30:00Z');
    const next = await reported();
    await testing().verify(people.reviewer, next.id);
    expect((await reports())[0]?.number).to.equal('R2027-000001');
  });

  it('hold no more once invalidated, and are superseded under a new number that tells why', async () => {
    const { id, resultId } = await reported();
    await testing().verify(people.reviewer, id);
    await testing().invalidate(people.reviewer, id, { reason: '标准曲线错误' });
    expect((await reports())[0]).to.include({ state: 'invalid', reason: '标准曲线错误' });
    await testing().amend(people.reviewer, id, { reason: '重新定量' });
    await testing().retract(people.analyst, id, { resultId, reason: '标准曲线错误' });
    await testing().addResult(people.analyst, id, { analyte: '吡虫啉', value: '0.6', unit: 'mg/kg' });
    await testing().report(people.analyst, id);
    await testing().verify(people.reviewer, id);
    const [second, first] = await reports();
    expect(first).to.include({ number: 'R2026-000001', state: 'superseded', replacedBy: 'R2026-000002' });
    expect(second).to.include({ state: 'valid', replaces: 'R2026-000001', reason: '标准曲线错误' });
    expect(first?.content.verdict).to.equal('pass');
    expect(second?.content.verdict).to.equal('fail');
  });

  it('are read in their division and by their producer; the number alone tells the public only whether it holds', async () => {
    const { id } = await reported();
    await testing().verify(people.reviewer, id);
    const [report] = await reports(people.producer);
    expect(await reports(people.elsewhere)).to.deep.equal([]);
    expect(await reports(people.otherProducer)).to.deep.equal([]);
    expect(await refusal(testing().getTestReport(people.elsewhere, String(report?.id)))).to.be.instanceOf(NotFound);
    const code = report?.checkAt.split('/').at(-1) ?? '';
    expect(code).to.match(/^[2-9A-Z]{12}$/);
    expect(await testing().checkReport('R2026-000001', undefined)).to.have.all.keys('number', 'state', 'issuedAt');
    expect(await testing().checkReport('R2026-000001', 'WRONGWRONG22')).to.not.have.property('full');
    expect(await testing().checkReport('R2026-000001', code)).to.have.property('full');
    expect(await testing().checkReport('R2026-000099', code)).to.equal(null);
    expect(await refusal(testing().verify(people.second, id))).to.be.instanceOf(Forbidden);
  });

  it('are papers with their Chinese font inside', async () => {
    const { id } = await reported();
    await testing().verify(people.reviewer, id);
    const [report] = await reports();
    const { pdf, number } = await testing().testReportPdf(people.reviewer, String(report?.id));
    expect(number).to.equal('R2026-000001');
    expect(pdf.subarray(0, 5).toString()).to.equal('%PDF-');
    expect(pdf.toString('latin1')).to.contain('NotoSans').and.to.contain('/FontFile3');
  });
});
