import { expect } from 'chai';
import type { Api } from './support/api.ts';
import { furnish } from './support/furnish.ts';
import { hostileAddressParts, hostileTexts, hostileValues, refusedTexts, runs } from './support/hostile.ts';
import { type Interface, type Operation, readInterface } from './support/openapi.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';
import { isFreeText, type Known, placesIn, plausible, schemaAt, valueAt, withAt } from './support/plausible.ts';

interface Reply {
  status: number;
  type: string;
  /** The browser saves it, whatever it holds. */
  saved: boolean;
  text: string;
}

describe('hostile input', function () {
  this.timeout(process.env.HOSTILE_INPUTS === 'all' ? 1_800_000 : 300_000);
  let test: TestPlatform;
  let face: Interface;
  let known: Known;
  let ids: Record<string, string>;
  let others: Api[];

  before(async () => {
    test = await startTestPlatform(undefined, { rateLimits: [] });
    ({ known, ids } = await furnish(test));
    others = [
      await test.signInAs('farmer', ['producer'], '611002104', known.byName.producerId),
      await test.signInAs('neighbour', ['supervisor'], '611021'),
    ];
    face = await readInterface(test.admin);
  });
  after(() => test.stop());

  const addressed = (path: string, byName: Record<string, string> = {}) =>
    path.replaceAll(/\{(\w+)\}/g, (_, name) => byName[name] ?? ids[path.split('/')[3] ?? ''] ?? '0'.repeat(24));

  const send = async (api: Api, method: string, address: string, body?: string): Promise<Reply> => {
    const ending = new AbortController();
    const response = await fetch(test.url + address, {
      method,
      headers: {
        ...(api.token && { authorization: `Bearer ${api.token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
      redirect: 'manual',
      signal: ending.signal,
    });
    const type = response.headers.get('content-type') ?? '';
    const saved = /^attachment/.test(response.headers.get('content-disposition') ?? '');
    const answer = { status: response.status, type, saved };
    if (!type.startsWith('text/event-stream')) return { ...answer, text: await response.text() };
    ending.abort();
    return { ...answer, text: '' };
  };

  /** Taken, or refused as the interface refuses; in no form that a browser would run. */
  const expectAnswered = ({ status, type, saved, text }: Reply, label: string) => {
    expect(status, `${label}: ${text.slice(0, 300)}`).to.be.within(200, 499);
    if (status >= 400) {
      expect(type, label).to.match(/^application\/problem\+json/);
      expect(JSON.parse(text), label).to.include({ status }).and.to.include.keys('type', 'title', 'detail');
    }
    const isTable = saved && type.startsWith('text/csv');
    if (!/json/.test(type) && !isTable) expect(text, label).to.not.match(runs);
  };

  /** Some of the entries, others each time: all have had their turn after a few fields. `HOSTILE_INPUTS=all` takes all at each place. */
  let turn = 0;
  const some = <Entry>(entries: readonly Entry[], count: number): readonly Entry[] =>
    process.env.HOSTILE_INPUTS === 'all'
      ? entries
      : Array.from({ length: count }, () => entries[turn++ % entries.length] as Entry);

  const writing = () => face.operations.filter(({ body }) => body !== undefined);

  /** A body of the route that is good as far as it can be told: optional fields that do not go with the others are left out. */
  const goodBody = async ({ method, path, body = {} }: Operation) => {
    const left = new Set<string>();
    const fields = () => omit(plausible(body, known, face.resolve), left);
    for (;;) {
      const reply = await send(test.admin, method, addressed(path), JSON.stringify(fields()));
      expectAnswered(reply, `${method} ${path}`);
      const { errors = [] } =
        reply.status === 400 ? (JSON.parse(reply.text) as { errors?: { pointer: string }[] }) : {};
      const wrong = errors
        .map(({ pointer }) => pointer.split('/')[1] ?? '')
        .find((name) => name && !left.has(name) && !face.resolve(body).required?.includes(name));
      if (wrong === undefined) return { status: reply.status, fields };
      left.add(wrong);
    }
  };

  it('in any field of any body is taken as text and told again as it was, or refused', async () => {
    const texts = Object.entries(hostileTexts).map(([name, text]) => [name, JSON.stringify(text)] as const);
    const refused = Object.entries(refusedTexts).map(([name, text]) => [name, JSON.stringify(text)] as const);
    const values = Object.entries(hostileValues);
    const told = { good: 0, texts: 0 };
    for (const operation of writing()) {
      const { method, path, body = {} } = operation;
      const good = await goodBody(operation);
      if (good.status !== 400) told.good += 1;
      for (const place of placesIn(good.fields())) {
        const free = isFreeText(schemaAt(body, place, face.resolve));
        const tried = free
          ? [...some(texts, 5), ...some(refused, 2), ...some(values, 2)]
          : [...some(texts, 1), ...some(refused, 1), ...some(values, 2)];
        for (const [name, json] of tried) {
          const label = `${method} ${path} /${place.join('/')} ${name}`;
          const reply = await send(test.admin, method, addressed(path), withAt(good.fields(), place, json));
          expectAnswered(reply, label);
          if (name in refusedTexts || json.startsWith('{"')) expect(reply.status, label).to.be.within(400, 499);
          const text = hostileTexts[name];
          if (text === undefined || reply.status >= 300 || !reply.text) continue;
          const kept = valueAt(JSON.parse(reply.text), place);
          if (typeof kept !== 'string' || kept.includes('*')) continue;
          expect(kept.trim(), label).to.equal(text.trim());
          told.texts += 1;
        }
      }
    }
    expect(told.good, 'routes whose body was good before it was spoilt').to.be.greaterThan(15);
    expect(told.texts, 'texts told again').to.be.greaterThan(120);
  });

  it('in any part of any address is answered, or refused by a problem', async () => {
    for (const { method, path, parameters } of face.operations.filter(({ method: verb }) => verb !== 'DELETE'))
      for (const { name: parameter, in: place } of parameters)
        for (const [name, part] of some(Object.entries(hostileAddressParts), 4)) {
          const address =
            place === 'path' ? addressed(path, { [parameter]: part }) : `${addressed(path)}?${parameter}=${part}`;
          expectAnswered(await send(test.admin, method, address), `${method} ${path} ${parameter} ${name}`);
        }
  });

  it('in the names of queries reaches no operator and no prototype', async () => {
    const spoilt = ['[$gt]=', '[]=a', '=a&NAME=b', '.$ne=1', '[__proto__][polluted]=1', '=&__proto__[polluted]=1'];
    for (const { path, parameters } of face.operations.filter(({ method }) => method === 'GET'))
      for (const { name } of parameters.filter(({ in: place }) => place === 'query'))
        for (const ending of some(spoilt, 1)) {
          const address = `${addressed(path)}?${name}${ending.replace('NAME', name)}`;
          expectAnswered(await send(test.admin, 'GET', address), address);
        }
  });

  it('of whoever lacks the right is refused before it is looked at', async () => {
    const anybody = { token: '' } as Api;
    for (const operation of writing()) {
      const { method, path, security } = operation;
      const spoilt = JSON.stringify({ '<script>': hostileTexts.script });
      for (const api of [anybody, ...others]) {
        const reply = await send(api, method, addressed(path), spoilt);
        expectAnswered(reply, `${method} ${path}`);
        expect(reply.status, `${method} ${path}`).to.be.oneOf(api === anybody && security.length ? [401] : [400, 403]);
      }
    }
  });

  it('in the addresses of pages runs in none of them', async () => {
    for (const page of ['/q/', '/q?code=', '/01/', '/01/09506000134352/10/', '/console/', '/api/docs/', '/files/', '/'])
      for (const [name, part] of Object.entries(hostileAddressParts)) {
        const { status, text, type } = await send({ token: '' } as Api, 'GET', page + part);
        expect(status, `${page} ${name}`).to.be.within(200, 499);
        if (!/json/.test(type)) expect(text, `${page} ${name}`).to.not.match(runs);
      }
  });

  it('in headers is answered', async () => {
    for (const header of [
      'authorization',
      'cookie',
      'accept-language',
      'accept',
      'last-event-id',
      'x-request-id',
      'x-forwarded-for',
      'origin',
      'user-agent',
      'content-encoding',
    ])
      for (const value of [
        '\u0080\u00ff',
        '<script>alert(1)</script>',
        `Bearer ${'a'.repeat(5000)}`,
        'agritrace_session=%00; __proto__=x',
        ';;;,,,q=*',
        '{"$gt":""}',
      ]) {
        const response = await fetch(`${test.url}/api/v1/session/options`, { headers: { [header]: value } });
        expectAnswered(
          {
            status: response.status,
            type: response.headers.get('content-type') ?? '',
            saved: false,
            text: await response.text(),
          },
          `${header}: ${value}`,
        );
      }
  });

  it('has left no trace in the process', () => {
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
  });
});

function omit(value: unknown, names: ReadonlySet<string>): unknown {
  return Object.fromEntries(Object.entries(value as object).filter(([name]) => !names.has(name)));
}
