import { expect } from 'chai';
import type { Answer } from './support/api.ts';
import { registerBatch, registerFarm } from './support/farm.ts';
import type { Schema } from './support/openapi.ts';
import { type Operation, readInterface } from './support/openapi.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

describe('bad input', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let operations: Operation[];
  let lists: string[];
  let ids: Record<string, string>;

  before(async () => {
    test = await startTestPlatform();
    const farm = await registerFarm(test.admin);
    const code = await registerBatch(test.admin, farm);
    await test.admin.create('/api/v1/devices', { id: 'sensor-1', name: '一号', kind: 'sensor' });
    const sample = await test.admin.create('/api/v1/samples', { batchCode: code, planKind: 'self-check' });
    ids = { batches: code, devices: 'sensor-1', samples: String(sample.id), divisions: '611000' };
    // Entries take their places in the log a moment after the change: let it not be during a comparison.
    await test.platform.services.audit.flush();
    ({ operations } = await readInterface(test.admin));
    lists = operations.filter(({ method, path }) => method === 'GET' && !path.includes('{')).map(({ path }) => path);
  });
  after(() => test.stop());

  const everything = async () => {
    const plain = lists.filter(
      (path) =>
        !/stream|readings|session|checkpoint|quality|figures|pass-rates|risk-ranking|open-data|deadlines|performance|monthly-reports|overview/.test(
          path,
        ),
    );
    const bodies = await Promise.all(plain.map(async (path) => (await test.admin.get(path)).body));
    // An entry of the audit log gets its place a moment after the change; each problem has its request's id, each
    // document of events its moment.
    return JSON.stringify(bodies, (key, value) =>
      ['sequence', 'requestId', 'creationDate'].includes(key) ? undefined : value,
    );
  };

  const addressed = (path: string) =>
    path
      .replace('{dataset}', 'test-results')
      .replaceAll(/\{\w+\}/g, () => ids[path.split('/')[3] ?? ''] ?? '0123456789abcdef01234567');

  const expectProblem = (answer: Answer, status: number, label: string) => {
    expect(answer.status, label).to.equal(status);
    expect(answer.headers.get('content-type'), label).to.match(/^application\/problem\+json/);
    expect(answer.body, label).to.include.keys('type', 'title', 'status', 'detail', 'instance');
  };

  const pointers = (answer: Answer) =>
    ((answer.body.errors ?? []) as { pointer: string }[]).map(({ pointer }) => pointer);

  it('in a body is answered on every route by a problem that names the field, and changes nothing', async () => {
    const before = await everything();
    const writing = operations.filter(({ body }) => body);
    expect(writing.length).to.be.greaterThan(8);
    for (const { method, path, body } of writing) {
      const label = `${method} ${path}`;
      const send = (body: string) => test.admin.send(method, addressed(path), body);
      expectProblem(await send('{"unfinished":'), 400, label);
      expectProblem(await send('[]'), 400, label);
      const unknown = await send('{"surprise":1}');
      expectProblem(unknown, 400, label);
      // The schema of EPCIS leaves documents and events open to fields of other vocabularies.
      if (!/^\/epcis\/v2\/(capture|events)$/.test(path))
        expect(pointers(unknown), label).to.include(isChoice(body) ? '/kind' : '/surprise');
    }
    expect(await everything()).to.equal(before);
  });

  it('that leaves out a required field names that field on every route', async () => {
    for (const { method, path, body } of operations) {
      const required = body?.required ?? [];
      if (!required.length) continue;
      const answer = await test.admin.send(method, addressed(path), '{}');
      expectProblem(answer, 400, `${method} ${path}`);
      for (const field of required) expect(pointers(answer), `${method} ${path}`).to.include(`/${field}`);
    }
  });

  it('instead of a file is answered on every route by a problem', async () => {
    const taking = operations.filter(({ fileTypes }) => fileTypes.length > 0);
    expect(taking.length).to.be.greaterThan(0);
    for (const { method, path, fileTypes } of taking) {
      const label = `${method} ${path}`;
      expectProblem(await test.admin.send(method, addressed(path), '{"surprise":1}'), 415, label);
      const headers = { authorization: `Bearer ${test.admin.token}`, 'content-type': fileTypes[0] ?? '' };
      const response = await fetch(test.url + addressed(path), { method, headers, body: '\0' });
      expect(response.status, label).to.equal(400);
    }
  });

  it('in a path or a query is answered by a problem that names the parameter', async () => {
    for (const { method, path, parameters } of operations.filter(({ method: verb }) => verb === 'GET'))
      for (const parameter of parameters) {
        const label = `${method} ${path} ${parameter.name}`;
        if (parameter.in === 'path') {
          const answer = await test.admin.get(addressed(path.replace(`{${parameter.name}}`, '%20%3C%3E')));
          // Whatever a URI or a name may be made of is looked for, and not there.
          const isFreeText = path.startsWith('/epcis/v2/') && answer.status !== 400;
          if (isFreeText && answer.status === 200) continue;
          expectProblem(answer, isFreeText ? 404 : 400, label);
          if (!isFreeText) expect(pointers(answer), label).to.include(`/path/${parameter.name}`);
        } else if (parameter.name === 'limit') {
          for (const value of ['0', '-1', 'many', '1e9']) {
            const answer = await test.admin.get(`${addressed(path)}?limit=${value}`);
            expectProblem(answer, 400, label);
            expect(pointers(answer), label).to.include('/query/limit');
          }
        }
      }
  });

  it('in a cursor is answered by a problem', async () => {
    for (const path of lists.filter((list) => /producers|batches|samples|events/.test(list)))
      expectProblem(await test.admin.get(`${path}?cursor=bm90LWFuLWlk`), 400, path);
  });

  it('cannot reach the database as an operator', async () => {
    const password = { $ne: '' };
    expectProblem(await test.admin.post('/api/v1/session', { username: 'admin', password }), 400, 'sign-in');
    const items = await test.admin.list('/api/v1/batches?code[$ne]=x&status[$ne]=held');
    expect(items.length).to.equal(1);
  });

  it('by nobody, on any route that is not public, is answered by 401 before anything else', async () => {
    const closed = operations.filter(({ security }) => security.length > 0);
    expect(closed.length).to.be.greaterThan(40);
    for (const { method, path } of closed) {
      const response = await fetch(test.url + addressed(path), { method });
      expect(response.status, `${method} ${path}`).to.equal(401);
      expect(response.headers.get('content-type')).to.match(/^application\/problem\+json/);
    }
  });

  it('to an unknown address is answered by 404', async () => {
    expectProblem(await test.admin.get('/api/v1/nothing'), 404, 'unknown');
  });
});

/** One of several forms, told apart by their kind: which one is asked first. */
function isChoice(body: Schema | undefined): boolean {
  return (body?.oneOf ?? body?.anyOf)?.every(({ properties }) => properties?.kind?.const !== undefined) ?? false;
}
