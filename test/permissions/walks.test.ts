import { expect } from 'chai';
import fc from 'fast-check';
import type { DiagramRow } from '../../scripts/lifecycles/diagram.ts';
import { pages } from '../../scripts/lifecycles/pages.ts';
import type { Api } from '../support/api.ts';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { oneOfEachRole, type RoleCaller } from './callers.ts';
import { ask, type Operation, operationsOf, resourceOf } from './operations.ts';
import { furnish, type Place } from './places.ts';

/** Which table says how the records of a resource may change. */
const tables: Record<string, string> = {
  'hand-overs': 'life of a hand-over',
  assessments: 'life of an assessment',
  cases: 'life of a case',
  complaints: 'life of a complaint',
  inspections: 'life of an inspection',
  'inspection-plans': 'life of a plan',
  samples: 'life of a sample',
  'test-runs': 'life of a run',
  nonconformities: 'life of nonconforming work',
  objections: 'life of an objection',
  'conformity-certificates': 'life of a conformity certificate',
  'certification-applications': 'life of an application',
  certificates: 'life of a certificate',
  'certificate-proposals': 'life of a proposal about a certificate',
  warnings: 'handling of a warning',
  'warning-tasks': 'life of a task about a warning',
};

interface Walked {
  state?: string;
  /** Of a certificate, which ends by itself. */
  standing?: string;
  allowed: string[];
  refused: { verb: string; reason: { zh: string; en: string } }[];
}

function stateOf({ state, standing }: Walked): string {
  return state ?? standing ?? expect.fail('a record without a state');
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
      ({ method, path }) => method === 'post' && /^\/api\/v1\/[a-z-]+\/\{id\}\/[a-z-]+$/.test(path),
    );
  });
  after(() => test.stop());

  const rowsOf = (resource: string): readonly DiagramRow[] =>
    pages.find(({ id }) => id === tables[resource])?.rows ?? expect.fail(`no table of ${resource}`);
  const read = async (api: Api, resource: string): Promise<Walked> =>
    (await api.get<Walked>(`/api/v1/${resource}/${home.records[resource]}`)).body;

  it('have a table for every page of a life cycle whose records can be asked for', () => {
    const shown = pages.map(({ id }) => id);
    expect(shown).to.include.members(Object.values(tables));
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
    const walkable = operations.filter((operation) => {
      const resource = resourceOf(operation);
      return resource in tables && operation.path.startsWith(`/api/v1/${resource}/`);
    });
    const taken = new Map<string, number>();
    const sampled = fc.sample(fc.tuple(fc.constantFrom(...walkable), fc.constantFrom(...callers)), {
      seed,
      numRuns: steps,
    });
    for (const [operation, { role, api }] of sampled) {
      const resource = resourceOf(operation);
      const verb = operation.path.split('/').at(-1) ?? '';
      const label = `seed ${seed}, ${role}: ${operation.name}`;
      const before = stateOf(await read(admin, resource));
      const offered = await read(api, resource);
      const answer = await ask(test.url, api, operation, home);
      const after = stateOf(await read(admin, resource));
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
