import { readdirSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import type { DiagramRow } from '../../scripts/lifecycles/diagram.ts';
import { pages } from '../../scripts/lifecycles/pages.ts';
import type { Api } from '../support/api.ts';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { oneOfEachRole, type RoleCaller } from './callers.ts';
import { ask, type Operation, operationsOf, resourceOf } from './operations.ts';
import { furnish, type Place } from './places.ts';

interface Walked {
  state?: string;
  /** Of a certificate, which ends by itself. */
  standing?: string;
  /** Of a batch. */
  status?: string;
  /** Of an officer's certificate, which is in force until then. */
  revokedAt?: string;
  /** Of a piece of evidence. */
  hold?: { released?: unknown };
  allowed: string[];
  refused: { verb: string; reason: { zh: string; en: string } }[];
}

/** Where the record does not say it in a word, it is told from its facts. */
const told: Record<string, (record: Walked) => string> = {
  'officer-certificates': ({ revokedAt }) => (revokedAt ? 'revoked' : 'in-force'),
  'case-evidence': ({ hold }) => (hold ? (hold.released ? 'released' : 'held') : 'taken-up'),
};

function stateOf(resource: string, record: Walked): string {
  const { state, standing, status } = record;
  return (
    told[resource]?.(record) ?? state ?? standing ?? status ?? expect.fail(`${resource}: a record without a state`)
  );
}

const root = new URL('../../server/', import.meta.url);

/** Every table of steps in a file `lifecycle.ts` of the server. */
async function tablesOfServer(): Promise<{ name: string; rows: Omit<DiagramRow, 'permission'>[] }[]> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(^|\/)lifecycle\.ts$/.test(file),
  );
  const modules = await Promise.all(files.map(async (file) => [file, await import(new URL(file, root).href)] as const));
  return modules.flatMap(([file, module]) =>
    Object.entries(module as Record<string, unknown>).flatMap(([name, value]) => {
      const rows = typeof value === 'object' && value !== null ? Object.entries(value) : [];
      const isTable =
        rows.length > 0 && rows.every(([, row]) => typeof row === 'object' && row !== null && 'from' in row);
      const named = rows.map(([key, row]) => ({
        verb: Array.isArray(value) ? row.verb : key,
        ...row,
        from: [row.from].flat(),
      }));
      return isTable ? [{ name: `${file} ${name}`, rows: named }] : [];
    }),
  );
}

/** A walk that failed is taken again by its seed. */
const seed = Number(process.env.WALK_SEED ?? Date.now() % 2 ** 31);
const steps = Number(process.env.WALKED_STEPS ?? 400);

describe('random walks over the life cycles', function () {
  this.timeout(Math.max(120_000, steps * 200));
  let test: TestPlatform;
  let admin: Api;
  let home: Place;
  let callers: RoleCaller[];
  let operations: Operation[];

  before(async () => {
    test = await startTestPlatform();
    ({ admin } = test);
    home = await furnish(test, admin, 'home');
    callers = await oneOfEachRole(test, admin, home);
    operations = (await operationsOf(admin)).filter(
      ({ method, path }) => method === 'post' && /^\/api\/v1\/[a-z-]+\/\{(id|code)\}\/[a-z-]+$/.test(path),
    );
  });
  after(() => test.stop());

  const rowsOf = (resource: string): readonly DiagramRow[] =>
    pages.find((page) => page.resource === resource)?.rows ?? expect.fail(`no table of ${resource}`);
  const read = async (api: Api, resource: string): Promise<Walked> =>
    (await api.get<Walked>(`/api/v1/${resource}/${home.records[resource]}`)).body;

  const walkable = () =>
    operations.filter((operation) =>
      pages.some(
        ({ resource }) => resource === resourceOf(operation) && operation.path.startsWith(`/api/v1/${resource}/`),
      ),
    );

  it('are taken over every table that the server has', async () => {
    const found = await tablesOfServer();
    expect(found).to.have.length.above(20);
    for (const { name, rows } of found) {
      const shown = pages.some((page) =>
        rows.every(({ verb, from, to }) =>
          (page.rows as readonly DiagramRow[]).some(
            (row) => row.verb === verb && String(row.from) === String(from) && row.to === to,
          ),
        ),
      );
      expect(shown, `${name} is on no page of scripts/lifecycles/pages.ts`).to.equal(true);
    }
    const walked = new Set(walkable().map(resourceOf));
    expect(pages.filter(({ resource }) => !walked.has(resource)).map(({ id }) => id)).to.deep.equal([]);
  });

  it('can take every step of every table', () => {
    for (const { id, initial, rows } of pages) {
      const reached = new Set([initial]);
      for (let before = -1; before < reached.size; ) {
        before = reached.size;
        for (const { from, to } of rows as readonly DiagramRow[])
          if (to !== undefined && from.some((state) => reached.has(state))) reached.add(to);
      }
      for (const { verb, from } of rows as readonly DiagramRow[])
        expect(
          from.some((state) => reached.has(state)),
          `${id}: ${verb} can never be taken`,
        ).to.equal(true);
    }
  });

  it('never leave the table, and take no step that the record refuses', async () => {
    const taken = new Map<string, number>();
    const sampled = fc.sample(fc.tuple(fc.constantFrom(...walkable()), fc.constantFrom(...callers)), {
      seed,
      numRuns: steps,
    });
    for (const [operation, { role, api }] of sampled) {
      const resource = resourceOf(operation);
      const verb = operation.path.split('/').at(-1) ?? '';
      const label = `seed ${seed}, ${role}: ${operation.name}`;
      const before = stateOf(resource, await read(admin, resource));
      const offered = await read(api, resource);
      const answer = await ask(test.url, api, operation, home);
      const after = stateOf(resource, await read(admin, resource));
      expect(answer.status, `${label}: ${answer.text}`).to.be.below(500);
      const ok = answer.status < 300;
      if (offered.refused?.some((refused) => refused.verb === verb)) expect(ok, `${label} is refused`).to.equal(false);
      if (!ok) {
        expect(after, `${label}: ${answer.text}`).to.equal(before);
        continue;
      }
      taken.set(resource, (taken.get(resource) ?? 0) + 1);
      const rows = rowsOf(resource);
      const named = rows.filter((row) => row.verb === verb);
      // What is entered below a record (`/results`, `/controls`) is a step of another name.
      const known = (named.length > 0 ? named : rows).some(
        ({ from, to }) => from.includes(before) && after === (to ?? before),
      );
      expect(known || (named.length === 0 && after === before), `${label}: ${before} → ${after}`).to.equal(true);
    }
    expect([...taken.values()].reduce((sum, count) => sum + count, 0)).to.be.above(5);
  });
});
