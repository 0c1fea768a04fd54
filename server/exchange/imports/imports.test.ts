import { expect } from 'chai';
import type { Api } from '../../../test/support/api.ts';
import { eventually } from '../../../test/support/eventually.ts';
import { startTestPlatform, type TestPlatform } from '../../../test/support/platform.ts';
import { csvOf } from '../../http/tables/csv.ts';
import { xlsxOf, xlsxType } from '../../http/tables/xlsx.ts';
import { creditCodeCheckCharacter } from '../../producers/rules.ts';

interface Import {
  id: string;
  state: string;
  digest: string;
  rows: number;
  done: number;
  counts: Record<string, number>;
  allowed: string[];
}
interface Row {
  line: number;
  outcome: string;
  stored: boolean;
  errors: { column: string; title?: { zh: string }; message: string; text?: { zh: string } }[];
}

const codeOf = (number: number) => {
  const first = `9161100${number.toString().padStart(2, '0')}MA6YAB1C`.padEnd(17, '2').slice(0, 17);
  return first + creditCodeCheckCharacter(first);
};
const head = ['名称', '类型', '行政区划代码', '统一社会信用代码', '电话'];

describe('registers from tables', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let county: Api;

  const send = async (register: string, content: Buffer, { api = county, type = 'text/csv' } = {}) => {
    const response = await fetch(`${test.url}/api/v1/register-imports?register=${register}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.token}`, 'content-type': type },
      body: new Uint8Array(content),
    });
    return { status: response.status, body: (await response.json()) as Import };
  };
  const path = (id: string) => `/api/v1/register-imports/${id}`;
  const over = (api: Api, id: string) =>
    eventually(async () => {
      const { body } = await api.get<Import>(path(id));
      return ['checking', 'storing'].includes(body.state) ? null : body;
    });
  const rowsOf = async (api: Api, id: string) => api.list<Row>(`${path(id)}/rows`);
  /** Tried and, where every row was good, stored. */
  const load = async (register: string, content: Buffer, settings: { api?: Api; type?: string } = {}) => {
    const { api = county } = settings;
    const sent = await send(register, content, settings);
    expect(sent.status, JSON.stringify(sent.body)).to.equal(201);
    const tried = await over(api, sent.body.id);
    const rows = await rowsOf(api, tried.id);
    if (tried.state === 'refused') return { ...tried, rows };
    expect((await api.post(`${path(tried.id)}/store`, {})).status).to.equal(200);
    const stored = await over(api, tried.id);
    const asTold = rows.map((row) => ({ ...row, stored: true }));
    expect(await rowsOf(api, tried.id), 'what the trial told').to.deep.equal(asTold);
    return { ...stored, rows: asTold };
  };
  const table = (...rows: string[][]) => Buffer.from(csvOf(rows));

  before(async () => {
    test = await startTestPlatform();
    county = await test.signInAs('county', ['supervisor'], '611002');
  });
  after(() => test.stop());

  it('are tried first and stored by a person who has seen what would become of each row', async () => {
    const first = table(
      head,
      ['甲合作社', 'cooperative', '611002104', codeOf(1), '13800000001'],
      ['农户张三', 'smallholder', '611002104', '', '13800000002'],
    );
    const { id } = (await send('producers', first)).body;
    const tried = await over(county, id);
    expect(tried).to.deep.include({ state: 'checked', rows: 2, done: 2, allowed: ['store', 'cancel'] });
    expect(tried.counts).to.deep.equal({ created: 2, updated: 0, unchanged: 0, refused: 0 });
    expect(await county.list('/api/v1/producers'), 'nothing is stored by a trial').to.deep.equal([]);
    expect((await county.post(`${path(id)}/cancel`, {})).body).to.include({ state: 'cancelled' });
    expect((await county.post(`${path(id)}/store`, {})).status).to.equal(409);
    expect(await load('producers', first)).to.deep.include({ state: 'stored', allowed: [] });
    expect(await county.list('/api/v1/producers')).to.have.length(2);

    const second = table(
      head,
      ['甲合作社', 'cooperative', '611002104', codeOf(1), '13800000001'],
      ['甲合作社（改）', 'cooperative', '611002104', codeOf(1), ''],
      ['乙公司', 'enterprise', '611002105', codeOf(2), ''],
    );
    const { rows } = await load('producers', second);
    expect(rows.map(({ outcome }) => outcome)).to.deep.equal(['unchanged', 'updated', 'created']);
    const names = (await county.list<{ name: string }>('/api/v1/producers')).map(({ name }) => name);
    expect(names).to.include.members(['甲合作社（改）', '乙公司']).and.have.length(3);
  });

  it('name what is wrong with each row in both languages, and store none then', async () => {
    const rows = table(
      head,
      ['丙合作社', 'cooperative', '611002104', codeOf(3), ''],
      ['丁合作社', 'cooperative', '611021102', codeOf(4), ''],
      ['戊合作社', 'cooperative', '611002104', `${codeOf(5).slice(0, 17)}?`, ''],
      ['农户张三', 'smallholder', '611002104', '', ''],
      ['乙公司', 'cooperative', '611002105', codeOf(2), ''],
      ['', 'cooperative', '611002104', '', ''],
    );
    const tried = await load('producers', rows);
    expect(tried.rows.map(({ outcome }) => outcome)).to.deep.equal(['created', ...Array(5).fill('refused')]);
    const columns = tried.rows.flatMap(({ errors }) => errors.map(({ column }) => column));
    expect(columns).to.deep.equal(['', 'creditCode', 'id', 'kind', 'name']);
    for (const { errors } of tried.rows)
      for (const { text, message } of errors) expect(text?.zh, message).to.match(/\p{Script=Han}/u);
    expect(tried.rows[2]?.errors[0]?.title?.zh).to.equal('统一社会信用代码');
    const refused = await county.list<Row>(`${path(tried.id)}/rows?outcome=refused`);
    expect(refused.map(({ line }) => line)).to.deep.equal([3, 4, 5, 6, 7]);
    expect(tried.allowed).to.deep.equal([]);
    expect((await county.post(`${path(tried.id)}/store`, {})).status).to.equal(409);
    expect(await county.list('/api/v1/producers')).to.have.length(3);
  });

  it('take an export again: nothing changes, and a masked name is not taken for a new one', async () => {
    const exported = async (register: string, format: string) => {
      const path = `/api/v1/register-exports?register=${register}&format=${format}`;
      const response = await fetch(test.url + path, { headers: { authorization: `Bearer ${county.token}` } });
      return Buffer.from(await response.arrayBuffer());
    };
    const producers = await load('producers', await exported('producers', 'xlsx'), { type: xlsxType });
    expect(producers.counts).to.deep.equal({ created: 0, updated: 0, unchanged: 3, refused: 0 });
    const sites = xlsxOf('sites', [
      ['producer', 'name', 'kind', 'longitude', 'latitude'],
      [codeOf(1), '一号地', 'plot', '109.93', '33.87'],
      [codeOf(2), '冷库', 'cold-room', '', ''],
    ]);
    expect((await load('sites', sites, { type: xlsxType })).counts).to.deep.include({ created: 2 });
    expect((await load('sites', await exported('sites', 'csv'))).counts).to.deep.include({ unchanged: 2 });
    const moved = table(['producer', 'name', 'kind', '经度', '纬度'], [codeOf(2), '冷库', 'cold-room', '110', '33.9']);
    expect((await load('sites', moved)).counts).to.deep.include({ updated: 1 });
    const nowhere = table(['producer', 'name', 'kind', '经度', '纬度'], [codeOf(2), '冷库', 'cold-room', '', '33.9']);
    expect((await load('sites', nowhere)).rows[0]?.errors[0]?.column).to.equal('point.longitude');
  });

  it('hold each row to the rights of its own register', async () => {
    const product = table(['名称', '食品分类代码'], ['芹菜', 'celery']);
    expect((await load('products', product)).counts, 'products are the city’s').to.deep.include({ refused: 1 });
    expect((await load('products', product, { api: test.admin })).counts).to.deep.include({ created: 1 });
    const officers = (to: string) =>
      table(
        ['执法证号', '账号', '行政区划代码', '有效期起', '有效期止'],
        ['ZF-1', 'county', '611002', '2026-01-01', to],
      );
    expect((await load('officer-certificates', officers('2026-12-31'))).counts).to.deep.include({ created: 1 });
    expect((await load('officer-certificates', officers('2027-12-31'))).counts).to.deep.include({ updated: 1 });
    const other = await test.signInAs('other', ['supervisor'], '611021');
    const taken = await load('officer-certificates', officers('2028-12-31'), { api: other });
    expect(taken.counts).to.deep.include({ refused: 1 });
    const certifier = await test.signInAs('certifier', ['certifier'], '611002');
    expect((await send('producers', product, { api: certifier })).status).to.equal(403);
    const [mine] = await county.list<Import>('/api/v1/register-imports');
    for (const address of [path(String(mine?.id)), `${path(String(mine?.id))}/rows`])
      expect((await other.get(address)).status, 'of another county').to.equal(404);
    expect((await other.post(`${path(String(mine?.id))}/cancel`, {})).status).to.equal(404);
  });
});
