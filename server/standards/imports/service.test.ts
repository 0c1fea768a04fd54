import { expect } from 'chai';
import { strToU8, zipSync } from 'fflate';
import { pino } from 'pino';
import type { Context } from '../../context.ts';
import { prepareCollections } from '../../database/prepare.ts';
import { type OpenedDatabase, openTemporaryDatabase } from '../../database/testing-support/open-database.ts';
import { Conflict, InvalidInput, NotFound, RecordsAltered } from '../../errors.ts';
import { createEventBus } from '../../events.ts';
import { csvOf } from '../../http/tables/csv.ts';
import type { Caller } from '../../identity/index.ts';
import { foodNodes } from '../library.ts';
import { standardsModels } from '../model.ts';
import { importReportSchema, limitSchema, standardSchema } from '../schema.ts';
import { createStandardsService, type StandardsService } from '../service.ts';

const caller: Caller = { userId: 'c'.repeat(24), username: 'admin', roles: ['administrator'], divisionCode: '611000' };
const query = {
  code: 'GB 2763-2026',
  name: '农药最大残留限量',
  nameEn: 'Maximum residue limits',
  kind: 'pesticide' as const,
  effectiveFrom: '2026-03-01',
  source: 'the gazette',
};
const heading = '农药,CAS号,食品类别/名称,最大残留限量,单位,条款';
const table = (...rows: string[]) => Buffer.from([heading, ...rows].join('\r\n'));
const walnut = '吡虫啉,138261-41-3,核桃,0.02,mg/kg,4.48';
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => expect.fail('should have been refused'),
    (error: unknown) => error,
  );

describe('the import of limits', () => {
  let database: OpenedDatabase;
  let standards: StandardsService;
  let context: Context;
  let models: ReturnType<typeof standardsModels>;

  beforeEach(async () => {
    database = await openTemporaryDatabase();
    const { connection } = database;
    models = standardsModels(connection);
    await prepareCollections(connection);
    const clock = () => new Date('2026-11-25T08:00:00Z');
    context = { connection, bus: createEventBus(), clock, log: pino({ level: 'silent' }) };
    standards = createStandardsService(context);
  });
  afterEach(() => database.close());

  const report = (content: Buffer, more: object = {}) =>
    standards.importStandard(caller, { ...query, ...more }, content);
  const load = async (content: Buffer, more: object = {}) => {
    const { digest } = await report(content, more);
    return report(content, { ...more, digest });
  };
  const verdict = async (value: string, day = '2026-11-25') => {
    const { judge } = await standards.lawInForce();
    const sampledAt = new Date(`${day}T08:00:00+08:00`);
    return judge({ analyte: 'imidacloprid', value, unit: 'mg/kg', categoryCode: 'walnut', sampledAt });
  };

  it('first reports what it would change, and changes nothing', async () => {
    const found = await report(table(walnut, '吡虫啉,138261-41-3,月亮,0.02,mg/kg,4.48'));
    expect(() => importReportSchema.strict().parse(found)).to.not.throw();
    expect(found).to.include({ rows: 2, entries: 1, added: 1 });
    expect(found.problems).to.deep.equal([{ line: 3, column: 'food', message: '月亮 is not in the classification' }]);
    expect(found.removed).to.be.greaterThan(50);
    expect(await models.Edition.countDocuments()).to.equal(0);
    expect(await models.LimitRow.countDocuments()).to.equal(0);
  });

  it('loads what the report told of, and that alone', async () => {
    const { digest } = await report(table(walnut));
    expect(await refusal(report(table(walnut.replace('0.02', '0.2')), { digest }))).to.be.instanceOf(Conflict);
    expect(await refusal(report(table(walnut), { digest, effectiveFrom: '2026-04-01' }))).to.be.instanceOf(Conflict);
    expect(await report(table(walnut), { digest })).to.include({ version: 1 });
    const bad = table(walnut, '吡虫啉,,核桃,0.02,mg/kg,4.48');
    const refused = await refusal(report(bad, { digest: (await report(bad)).digest }));
    expect(refused).to.be.instanceOf(InvalidInput).and.to.have.nested.property('errors[0].pointer', '/rows/3/food');
    expect(await models.Edition.countDocuments()).to.equal(1);
  });

  it('supersedes the version before, and the set that comes with the platform', async () => {
    const english = `${heading},英文名`;
    const named = (maximum: string) => Buffer.from(`${english}\n${walnut.replace('0.02', maximum)},imidacloprid`);
    expect(await verdict('0.015')).to.include({ verdict: 'fail', limit: '0.01', standardVersion: 0 });
    await load(named('0.02'));
    expect(await verdict('0.015')).to.include({ verdict: 'pass', limit: '0.02', standardVersion: 1, clause: '4.48' });
    await load(named('0.012'));
    expect(await verdict('0.015')).to.include({ verdict: 'fail', limit: '0.012', standardVersion: 2 });
    const versions = async (superseded: 'true' | 'false') =>
      (await standards.editions({ superseded }))
        .filter(({ code }) => code === query.code)
        .map((edition) => [edition.version, edition.superseded]);
    expect(await versions('false')).to.deep.equal([[2, false]]);
    expect(await versions('true')).to.deep.equal([
      [2, false],
      [1, true],
      [0, true],
    ]);
    const compared = await standards.compareVersions({ code: query.code, from: 1, to: 2 });
    expect(compared).to.deep.include({ added: 0, removed: 0, changed: 1, same: 0 });
    expect(await standards.compareVersions({ code: query.code, from: 0, to: 2 })).to.include({ added: 1 });
    expect(await refusal(standards.compareVersions({ code: query.code, from: 2, to: 3 }))).to.be.instanceOf(NotFound);
    expect(compared.changes.changed[0]).to.include({ before: '0.02 mg/kg', after: '0.012 mg/kg' });
  });

  it('tells all changes between versions and between standards in pages', async () => {
    const two = (walnutSays: string) =>
      table(walnut.replace('0.02', walnutSays), '吡虫啉,138261-41-3,茶叶,0.5,mg/kg,4.48');
    await load(two('0.5'), { code: 'GB 2763-2021', effectiveFrom: '2021-09-03' });
    await load(table(walnut), { replaces: 'GB 2763-2021' });
    const asked = { code: 'GB 2763-2021', from: 1, toCode: 'GB 2763-2026', to: 1 };
    const first = await standards.listChanges({ ...asked, limit: 1 });
    expect(first.items[0]).to.include({ change: 'removed', before: '0.5 mg/kg' });
    const second = await standards.listChanges({ ...asked, limit: 1, cursor: first.nextCursor as string });
    expect(second).to.deep.include({ nextCursor: null });
    expect(second.items[0]).to.include({ change: 'changed', before: '0.5 mg/kg', after: '0.02 mg/kg' });
    expect((await standards.listChanges({ ...asked, limit: 9, change: 'added' })).items).to.deep.equal([]);
    const other = { ...asked, toCode: '禁限用农药名录', to: 0, limit: 9 };
    expect(await refusal(standards.listChanges(other))).to.be.instanceOf(InvalidInput);
    const [, ended] = (await standards.editions({ superseded: 'false' })).filter(({ kind }) => kind === 'pesticide');
    expect(ended).to.include({ state: 'expired', effectiveTo: '2026-02-28', replacedBy: 'GB 2763-2026' });
  });

  it('ends the standards that the new one replaces', async () => {
    const old = { code: 'GB 2763-2021', effectiveFrom: '2021-09-03' };
    await load(Buffer.from(`${heading},英文名\n${walnut.replace('0.02', '0.5')},imidacloprid`), old);
    await load(Buffer.from(`${heading},英文名\n${walnut},imidacloprid`), { replaces: 'GB 2763-2021, GB 2763.1-2022' });
    expect(await verdict('0.1', '2026-02-28')).to.include({ verdict: 'pass', standard: 'GB 2763-2021' });
    expect(await verdict('0.1', '2026-03-01')).to.include({ verdict: 'fail', standard: 'GB 2763-2026' });
  });

  it('judges by nothing that was altered after it was loaded', async () => {
    await load(table(walnut));
    await models.LimitRow.collection.updateOne({ foodCode: 'walnut' }, { $set: { maximum: '20' } });
    const another = createStandardsService({
      connection: database.connection,
      bus: createEventBus(),
      clock: () => new Date(),
      log: pino({ level: 'silent' }),
    });
    expect(await refusal(another.lawInForce())).to.be.instanceOf(RecordsAltered);
    const { digest } = await another.importStandard(caller, query, table(walnut));
    expect(await another.importStandard(caller, { ...query, digest }, table(walnut))).to.include({ version: 2 });
    await another.lawInForce();
  });

  it('says of a substance that the edition exempts that it is exempt, and never that it passes', async () => {
    const asked = async (day = '2026-11-25') => {
      const { judge } = await standards.lawInForce();
      const sampledAt = new Date(`${day}T08:00:00+08:00`);
      return judge({
        analyte: '苏云金杆菌',
        value: '<LOQ',
        unit: 'mg/kg',
        loq: '1',
        categoryCode: 'walnut',
        sampledAt,
      });
    };
    expect(await asked()).to.include({ verdict: 'no-limit', reason: 'substance-unknown' });
    await load(table(walnut));
    const exempt = '苏云金杆菌,,,豁免,,附录B';
    const found = await report(table(walnut, exempt));
    expect(found).to.deep.include({ entries: 1, exempt: 1, problems: [], same: 1 });
    await load(table(walnut, exempt));
    const verdict = await asked();
    expect(verdict).to.include({
      verdict: 'no-limit',
      reason: 'exempt',
      standard: query.code,
      standardVersion: 2,
      clause: '附录B',
    });
    expect(verdict.explanation.zh).to.contain('豁免').and.to.contain('不能判为合格');
    expect(await asked('2026-02-28')).to.include({ verdict: 'no-limit', reason: 'substance-unknown' });
    const listed = await standards.listLimits({ substance: '苏云金杆菌', food: 'walnut', limit: 10 });
    expect(listed.items).to.have.length(1);
    expect(listed.items[0]).to.include({ kind: 'exempt', clause: '附录B' }).and.not.to.have.property('maximum');
    expect(limitSchema.strict().parse(await standards.getLimit(listed.items[0]?.id ?? ''))).to.include({ version: 2 });
    const compared = await standards.compareVersions({ code: query.code, from: 1, to: 2 });
    expect(compared).to.deep.include({ exempt: { added: ['苏云金杆菌'], removed: [] }, same: 1 });
    const [edition] = await standards.editions({ superseded: 'false' });
    expect(standardSchema.parse(edition)).to.include({ rows: 1, exempt: 1 });
    expect(edition).not.to.have.property('exemptions');
    await models.Edition.collection.updateOne({ version: 2 }, { $set: { 'exemptions.0.substance': '吡虫啉' } });
    const another = createStandardsService(context);
    expect(await refusal(another.lawInForce())).to.be.instanceOf(RecordsAltered);
  });

  it('takes a workbook as it takes text', async () => {
    const csv = await report(table(walnut));
    expect((await report(workbook([heading.split(','), walnut.split(',')]))).digest).to.equal(csv.digest);
  });

  const loadKind = async (kind: 'banned' | 'substances' | 'classification', code: string, content: string) => {
    const more = { kind, code };
    const { problems, digest } = await report(Buffer.from(content), more);
    expect(problems).to.deep.equal([]);
    return report(Buffer.from(content), { ...more, digest });
  };
  const exported = async (code: string) => (await standards.exportStandard({ code })).map((row) => row.join('\t'));
  const judged = async (analyte: string, value: string, categoryCode = 'walnut', day = '2026-11-25') => {
    const { judge } = await standards.lawInForce();
    const sampledAt = new Date(`${day}T08:00:00+08:00`);
    return judge({ analyte, value, unit: 'mg/kg', categoryCode, sampledAt });
  };

  it('of bans judges by the list loaded, from the day of each ban, and shows it with its version', async () => {
    const table = '农药,禁用范围,禁用起始日,公告号,来源\n新药,核桃,2026-06-01,999,公报\n甲胺磷,全部,,322,公报\n';
    expect(await loadKind('banned', '禁限用农药名录', table)).to.include({ entries: 2, version: 1, same: 0 });
    expect(await judged('新药', '0.1')).to.include({
      verdict: 'fail',
      banned: true,
      standard: '禁限用农药名录',
      standardVersion: 1,
    });
    expect(await judged('新药', '0.1', 'walnut', '2026-05-31')).to.include({ verdict: 'no-limit' });
    expect(await judged('新药', '0.1', 'tea')).to.include({ verdict: 'no-limit' });
    expect((await judged('毒鼠强', '0.1')).verdict).to.equal('no-limit');
    const [shown] = (await standards.listLimits({ substance: '新药', limit: 5 })).items;
    expect(limitSchema.strict().parse(shown)).to.include({ kind: 'banned', version: 1, foodName: '核桃' });
    expect(await exported('禁限用农药名录')).to.have.length(3);
    const compared = await standards.compareVersions({ code: '禁限用农药名录', from: 0, to: 1 });
    expect(compared.added).to.equal(1);
    expect(compared.changes.added[0]?.subject).to.equal('新药 · 核桃');
  });

  it('of substances sums the parts with the factors loaded, from the day in force', async () => {
    const code = 'GB 2763-2026 残留物';
    const table =
      '物质,英文名,CAS号,适用食品,以何表示,组分,换算系数,条款\n吡虫啉,imidacloprid,138261-41-3,全部,吡虫啉,吡虫啉,1,4.48.3\n吡虫啉,imidacloprid,,全部,吡虫啉,代谢物甲,2,4.48.3\n';
    expect((await judged('吡虫啉', '0.006')).verdict).to.equal('pass');
    await loadKind('substances', code, table);
    const { judgeSample } = await standards.lawInForce();
    const parts = (day: string) =>
      judgeSample(
        ['吡虫啉', '代谢物甲'].map((analyte) => ({
          analyte,
          value: '0.004',
          unit: 'mg/kg',
          categoryCode: 'walnut',
          sampledAt: new Date(`${day}T08:00:00+08:00`),
        })),
      );
    expect(parts('2026-03-01').map(({ verdict, residue }) => [verdict, residue?.lower])).to.deep.equal([
      ['fail', '0.012'],
      ['fail', '0.012'],
    ]);
    expect(parts('2026-02-28').map(({ residue }) => residue)).to.deep.equal([undefined, undefined]);
  });

  it('of foods takes the tree of the last one loaded, and leaves out nothing that is in use', async () => {
    const code = 'GB 2763-2026 附录A';
    const [head, ...rows] = await exported(code);
    const tree = (lines: string[]) => csvOf([head, ...lines].map((line) => line?.split('\t') ?? []));
    const more = [...rows, 'hickory\t山核桃\tHickory\tnuts'];
    expect(await judged('吡虫啉', '0.1', 'hickory')).to.include({ verdict: 'no-limit' });
    expect(await loadKind('classification', code, tree(more))).to.include({ added: 1, removed: 0, same: rows.length });
    expect(await judged('吡虫啉', '0.1', 'hickory')).to.include({ verdict: 'fail', limit: '0.01' });
    const product = await standards.createProduct(caller, { name: '山核桃仁', categoryCode: 'hickory' });
    expect(product.categoryPath).to.deep.equal(['坚果', '山核桃']);
    expect((await standards.listProducts({ category: 'nuts', limit: 5 })).items).to.have.length(1);
    const { problems } = await report(Buffer.from(tree(rows)), { kind: 'classification', code });
    expect(problems.map(({ message }) => message)).to.deep.equal(['leaves out hickory, which is in use']);
    await loadKind('classification', '另一分类', tree(more));
    const kinds = (await standards.editions({ superseded: 'false' })).filter(({ kind }) => kind === 'classification');
    expect(kinds.map((edition) => edition.code)).to.deep.equal(['另一分类']);
  });

  it('refuses a table of another kind under a code that is taken', async () => {
    const bans = Buffer.from('农药,禁用范围,来源\n甲,全部,公报\n');
    expect(await refusal(report(bans, { kind: 'banned' }))).to.be.instanceOf(Conflict);
  });

  it('judges by no list of bans that was altered after it was loaded', async () => {
    await loadKind('banned', '禁限用农药名录', '农药,禁用范围,来源\n新药,全部,公报\n');
    await models.EditionRow.collection.updateOne({}, { $set: { 'content.foods': ['walnut'] } });
    expect(await refusal(createStandardsService(context).lawInForce())).to.be.instanceOf(RecordsAltered);
  });

  it('refuses what is no table, or not one of limits', async () => {
    for (const content of [
      Buffer.from([0xff, 0xfe, 0x00]),
      Buffer.from('PK\u0003\u0004 not a workbook'),
      Buffer.from('农药,食品\n吡虫啉,核桃'),
      Buffer.from(`${heading},颜色\n${walnut},红`),
      Buffer.from(`${heading},CAS\n${walnut},1`),
      Buffer.from(heading),
      Buffer.from(`${heading}\n"open`),
    ])
      expect(await refusal(report(content)), content.toString()).to.be.instanceOf(InvalidInput);
  });

  it('takes as many rows as GB 2763-2026 has', async function () {
    this.timeout(60_000);
    const foods = [...foodNodes.keys()];
    const rows = Array.from(
      { length: 10_749 },
      (_, at) => `物质${Math.floor(at / foods.length)},,${foods[at % foods.length]},0.${at + 1},mg/kg,4.${at}`,
    );
    expect(await load(table(...rows), { rowsInStandard: 10_749 })).to.include({ entries: 10_749, version: 1 });
    const [edition] = await standards.editions({ superseded: 'false' });
    expect(edition).to.include({ rows: 10_749, complete: true });
  });
});

/** The least that a workbook of one sheet needs (ECMA-376). */
function workbook(rows: string[][]): Buffer {
  const cell = (text: string, at: string) =>
    /^[\d.]+$/.test(text)
      ? `<c r="${at}"><v>${text}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const line = (row: string[], index: number) => {
    const cells = row.map((text, column) => cell(text, `${String.fromCharCode(65 + column)}${index + 1}`));
    return `<row r="${index + 1}">${cells.join('')}</row>`;
  };
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts = 'http://schemas.openxmlformats.org/package/2006';
  const files = {
    '[Content_Types].xml': `<Types xmlns="${parts}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${parts}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="limits" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${parts}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows.map(line).join('')}</sheetData></worksheet>`,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]))));
}
