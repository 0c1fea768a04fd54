import { expect } from 'chai';
import fc from 'fast-check';
import { Conflict, Forbidden, IllegalTransition } from '../errors.ts';
import type { Caller } from '../identity/index.ts';
import { sampleTransitions, sampleVerbs } from './lifecycle.ts';
import { addResultBody } from './result-schema.ts';
import { sampleSchema } from './schema.ts';
import { openTestPlatform, people, refusal, type TestPlatform } from './testing-support/platform.ts';

describe('testing: results set aside', () => {
  let platform: TestPlatform;
  const testing = () => platform.testing;
  const draw = () => testing().createSample(people.sampler, { batchCode: 'TEA-1', planKind: 'self-check' });
  const enter = (id: string, analyte: string, value: string, by: Caller = people.analyst) =>
    testing().addResult(by, id, { analyte, value, unit: 'mg/kg' });
  const stored = (id: string) => testing().getSample(people.admin, id);

  before(async () => {
    platform = await openTestPlatform();
  });
  beforeEach(() => platform.empty());
  after(() => platform.close());

  it('retracted as wrong stay visible, count no more, and leave the test open', async () => {
    const { id } = await draw();
    const wrong = await enter(id, '吡虫啉', '0.6');
    const retracted = await testing().retract(people.analyst, id, { resultId: wrong.id, reason: '进样错误' });
    expect(retracted).to.deep.include({ state: 'in-test', verdict: 'pending', results: [] });
    expect(retracted.formerResults[0]).to.include({ id: wrong.id, value: '0.6', act: 'retract', reason: '进样错误' });
    expect(retracted.tests[0]).to.include({ analyte: '吡虫啉', state: 'open', cause: 'retracted' });
    expect(await refusal(testing().report(people.analyst, id))).to.be.instanceOf(IllegalTransition);
    await enter(id, 'Imidacloprid', '0.1');
    const again = await stored(id);
    expect(again).to.include({ verdict: 'pass' });
    expect(again.tests[0]).to.include({ state: 'done' });
    expect(() => sampleSchema.strict().parse(again)).to.not.throw();
    // The hold of the first result is lifted by people, not by a second result.
    expect(platform.told.holds).to.have.length(1);
  });

  it('re-tested for confirmation count on, and the worse of the two counts', async () => {
    const { id } = await draw();
    const first = await enter(id, '吡虫啉', '0.6');
    const asked = await testing().retest(people.analyst, id, { resultId: first.id, reason: '接近限量' });
    expect(asked).to.include({ verdict: 'fail' });
    expect(asked.results).to.have.length(1);
    expect(
      await refusal(testing().retest(people.analyst, id, { resultId: first.id, reason: '再次' })),
    ).to.be.instanceOf(Conflict);
    await enter(id, '吡虫啉', '0.4');
    const both = await stored(id);
    expect(both.results.map(({ value }) => value)).to.deep.equal(['0.6', '0.4']);
    expect(both).to.include({ verdict: 'fail' });
    expect(await refusal(enter(id, '吡虫啉', '0.1'))).to.be.instanceOf(Conflict);
  });

  it('given up are no pass, whatever the others say', async () => {
    const { id } = await draw();
    await enter(id, '吡虫啉', '0.1');
    await enter(id, '噻虫嗪', '11');
    const given = await testing().rejectTest(people.analyst, id, { analyte: '噻虫嗪', reason: '标准品失效' });
    expect(given).to.include({ verdict: 'not-comparable' });
    expect(given.formerResults[0]).to.include({ act: 'reject-test', analyte: '噻虫嗪' });
    expect(given.tests[0]).to.include({ state: 'rejected', reason: '标准品失效' });
    expect(
      await refusal(testing().rejectTest(people.analyst, id, { analyte: '氟虫腈', reason: '无' })),
    ).to.be.instanceOf(Conflict);
    await testing().report(people.analyst, id);
    expect(await testing().verify(people.reviewer, id)).to.include({ verdict: 'not-comparable' });
  });

  it('are asked for first, of an analyst, and keep the sample open until all are there', async () => {
    const { id } = await draw();
    const asked = [{ analyte: '吡虫啉', method: 'GB 23200.121', analyst: 'analyst' }, { analyte: '噻虫嗪' }];
    await testing().assign(people.reviewer, id, { asked });
    await enter(id, 'imidacloprid', '0.1');
    expect(await stored(id)).to.include({ verdict: 'pending' });
    const again = await testing().assign(people.analyst, id, { asked: [{ analyte: '噻虫嗪', analyst: 'second' }] });
    expect(again.tests.map(({ assignedTo, state }) => [assignedTo, state])).to.deep.equal([
      ['analyst', 'done'],
      ['second', 'open'],
    ]);
    const known = testing().assign(people.analyst, id, { asked: [{ analyte: '吡虫啉' }] });
    expect(await refusal(known)).to.be.instanceOf(Conflict);
  });

  it('are returned to the analyst, invalidated and amended, each with its reason', async () => {
    const { id } = await draw();
    const first = await enter(id, '吡虫啉', '0.1');
    await testing().report(people.analyst, id);
    expect(await testing().returnReport(people.reviewer, id, { reason: '缺谱图' })).to.include({ state: 'in-test' });
    await testing().report(people.analyst, id);
    await testing().verify(people.reviewer, id);
    const invalid = await testing().invalidate(people.reviewer, id, { reason: '标准曲线错误' });
    expect(invalid).to.include({ state: 'invalidated', verdict: 'pending' });
    expect(await refusal(testing().amend(people.analyst, id, { reason: '更正' }))).to.be.instanceOf(Forbidden);
    expect(await testing().amend(people.reviewer, id, { reason: '更正' })).to.include({ verdict: 'pass' });
    await testing().retract(people.analyst, id, { resultId: first.id, reason: '标准曲线错误' });
    await enter(id, '吡虫啉', '0.2');
    await testing().report(people.analyst, id);
    const amended = await testing().verify(people.reviewer, id);
    expect(amended).to.include({ state: 'published', verdict: 'pass' });
    expect(amended.history.filter(({ reason }) => reason !== undefined).map(({ verb }) => verb)).to.deep.equal([
      'return',
      'invalidate',
      'amend',
      'retract',
    ]);
  });

  it('are read in full width, and with the exponent that an instrument writes', () => {
    const read = (value: unknown) => addResultBody.parse({ analyte: '吡虫啉', unit: 'mg/kg', value }).value;
    expect(['０．０５', '＜０．０１', '1e-3', '2.5E-2', ' 0.5 '].map(read)).to.deep.equal([
      '0.05',
      '<0.01',
      '0.001',
      '0.025',
      '0.5',
    ]);
    for (const value of ['1,000', '-1', 'NaN', '', '1e999', '0x10', '.5', '未检出', Number.NaN])
      expect(() => read(value), String(value)).to.throw();
  });

  it('take no detection limit and no bound of nothing', () => {
    const body = { analyte: '吡虫啉', unit: 'mg/kg' };
    for (const more of [{ value: '<0' }, { value: '< 0.00' }, { value: '<LOQ', loq: '0' }, { value: '1', lod: '0.0' }])
      expect(addResultBody.safeParse({ ...body, ...more }).success, JSON.stringify(more)).to.equal(false);
    for (const more of [{ value: '<0.01' }, { value: 0 }, { value: '<LOQ', loq: '0.001' }])
      expect(addResultBody.safeParse({ ...body, ...more }).success, JSON.stringify(more)).to.equal(true);
  });

  it('walk only along the table, whoever tries what', async () => {
    const reason = '理由';
    const step = fc.tuple(
      fc.constantFrom(...sampleVerbs),
      fc.constantFrom(people.analyst, people.reviewer, people.admin),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 20 }), async (steps) => {
        const { id } = await draw();
        for (const [index, [verb, by]] of steps.entries()) {
          const before = await stored(id);
          const act = { resultId: before.results[0]?.id ?? 'f'.repeat(24), reason };
          const analyte = before.results[0]?.analyte ?? '无';
          const attempts: Record<typeof verb, () => Promise<unknown>> = {
            'hand-over': () => testing().handOver(by, id, { to: '某' }),
            split: () => testing().split(by, id, { sealNumber: 'B-1', keptAt: '冷柜' }),
            receive: () => testing().receive(by, id, {}),
            reject: () => testing().reject(by, id, { reason }),
            assign: () => testing().assign(by, id, { asked: [{ analyte: `assigned ${index}` }] }),
            take: () => testing().take(by, id, { testId: before.tests.at(-1)?.id ?? 'f'.repeat(24) }),
            'enter-result': () => enter(id, `analyte ${index}`, '1', by),
            retract: () => testing().retract(by, id, act),
            retest: () => testing().retest(by, id, act),
            'reject-test': () => testing().rejectTest(by, id, { analyte, reason }),
            report: () => testing().report(by, id),
            return: () => testing().returnReport(by, id, { reason }),
            verify: () => testing().verify(by, id),
            invalidate: () => testing().invalidate(by, id, { reason }),
            amend: () => testing().amend(by, id, { reason }),
          };
          const error = await attempts[verb]().then(
            () => null,
            (refused: unknown) => refused,
          );
          const after = await stored(id);
          const row = sampleTransitions.find((candidate) => candidate.verb === verb);
          if (error === null) {
            expect(row?.from).to.include(before.state);
            expect(after.state).to.equal(row?.to ?? before.state);
            expect(after.history).to.have.length(before.history.length + 1);
          } else {
            const known = [IllegalTransition, Forbidden, Conflict].some((kind) => error instanceof kind);
            expect(known, String(error)).to.equal(true);
            expect(after.state).to.equal(before.state);
          }
        }
      }),
      { numRuns: 12 },
    );
  });
});
