import { expect } from 'chai';
import { everyPermission } from '../../server/identity/rights/resources.ts';
import { roles } from '../../server/identity/roles.ts';
import { Api } from '../support/api.ts';
import { password, startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { conditionOf, oneOfEachRole, person, type RoleCaller, reaches } from './callers.ts';
import { examples } from './examples.ts';
import {
  anonymized,
  ask,
  exampleOf,
  isClosed,
  isOwnAccount,
  missingIn,
  namesRecord,
  type Operation,
  operationsOf,
  resourceOf,
} from './operations.ts';
import { furnish, nowhere, type Place, type PlaceName, places } from './places.ts';

/**
 * Every route of the interface × every role, an API token, nobody and sign-ins that are over × records at home, next door, above and
 * elsewhere, held against the table of rights.
 */
describe('the matrix of rights', function () {
  this.timeout(240_000);
  let test: TestPlatform;
  let admin: Api;
  let operations: Operation[];
  let there: Record<PlaceName, Place>;
  let callers: RoleCaller[];
  // Not earlier than it is: the database itself removes sessions that are over.
  const today = new Date();
  let now = new Date(today.getTime() - 13 * 3_600_000);
  let expired: Api;

  before(async () => {
    test = await startTestPlatform(() => now);
    await test.admin.create('/api/v1/users', { ...person('early'), roles: ['administrator'] });
    expired = await Api.signIn(test.url, 'early', password);
    now = today;
    admin = await Api.signIn(test.url, 'admin', password);
    const furnished: Partial<typeof there> = {};
    for (const name of Object.keys(places) as PlaceName[]) furnished[name] = await furnish(test, admin, name);
    there = furnished as typeof there;
    callers = await oneOfEachRole(test, admin, there.home);
    operations = await operationsOf(admin);
  });
  after(() => test.stop());

  const askFor = (api: Api, operation: Operation, place: Place) => ask(test.url, api, operation, place);
  const closed = () => operations.filter(isClosed);
  const reading = () => closed().filter(({ method }) => method === 'get');

  /** Where the record lies that a request from this place is about. */
  const placeOf = (operation: Operation, place: Place): PlaceName =>
    exampleOf(operation, place).ofTheCity ? 'above' : place.name;

  it('covers every route: each is public, about the own account, or asks for a right of the table', () => {
    const known = ['public', 'own-account', 'own-session', 'own-password', 'own-second-factor', ...everyPermission];
    for (const operation of operations) {
      expect(known, operation.name).to.include(operation.permission);
      const missing = missingIn(operation, there.home).join(', ');
      expect(missing, `${operation.name} is new: add its ${missing} to test/permissions/`).to.equal('');
    }
    const names = operations.map(({ name }) => name);
    expect(names, 'examples of no route').to.include.members(Object.keys(examples));
  });

  it('finds a route for every right, and somebody who has it', () => {
    const used = new Set(operations.map(({ permission }) => permission));
    for (const permission of everyPermission) {
      expect([...used], permission).to.include(permission);
      expect(
        roles.some((role) => conditionOf(role, permission)),
        permission,
      ).to.equal(true);
    }
  });

  it('lets in nobody who is not signed in, or no longer, except to what is public', async () => {
    await admin.create('/api/v1/users', { ...person('signed-out'), roles: ['administrator'] });
    const signedOut = await Api.signIn(test.url, 'signed-out', password);
    expect((await signedOut.send('DELETE', '/api/v1/session')).status).to.equal(204);
    for (const api of [new Api(test.url, ''), expired])
      for (const operation of operations.filter(({ permission }) => permission !== 'public'))
        expect((await askFor(api, operation, there.home)).status, operation.name).to.equal(401);
    for (const api of [signedOut, new Api(test.url, 'agt_forged'), new Api(test.url, 'forged')])
      expect((await api.get('/api/v1/batches')).status).to.equal(401);
    for (const operation of operations.filter(({ permission, takesBody }) => permission === 'public' && !takesBody))
      expect((await askFor(expired, operation, there.home)).status, operation.name).to.not.be.oneOf([401, 403]);
  });

  it('shows each role, in every list, exactly the records that the table gives it', async () => {
    const lists = reading().filter(({ path, parameters }) => {
      const listed = path.replace('/api/v1/', '') in there.home.records;
      return listed && !parameters.some(({ required }) => required);
    });
    expect(lists).to.have.length.above(10);
    for (const resource of lists.map(resourceOf))
      for (const { role, api } of callers) {
        if (!conditionOf(role, `${resource}:read`)) continue;
        const seen = await everything(api, `/api/v1/${resource}`);
        const shown = Object.values(there).filter(({ records }) => seen.includes(records[resource] ?? ''));
        const expected = Object.values(there).filter(({ name }) => reaches(role, `${resource}:read`, name));
        const names = (some: Place[]) => some.map(({ name }) => name);
        expect(names(shown), `${role}: ${resource}`).to.deep.equal(names(expected));
      }
  });

  it('refuses each role what the table does not give it', async () => {
    for (const operation of closed())
      for (const { role, api } of callers) {
        if (conditionOf(role, operation.permission)) continue;
        expect((await askFor(api, operation, there.home)).status, `${role}: ${operation.name}`).to.equal(403);
      }
  });

  it('treats records out of reach as if there were none', async () => {
    const compared = new Set<Operation>();
    for (const operation of closed())
      for (const { role, api } of callers) {
        if (!conditionOf(role, operation.permission)) continue;
        for (const place of Object.values(there)) {
          if (reaches(role, operation.permission, placeOf(operation, place)) || !namesRecord(operation, place))
            continue;
          const label = `${role}: ${operation.name} ${place.name}`;
          const answer = await askFor(api, operation, place);
          const inBody = operation.takesBody && !operation.path.includes('{');
          const readable = reaches(role, `${resourceOf(operation)}:read`, place.name);
          const alsoInBody = JSON.stringify(exampleOf(operation, place).body ?? '').includes(place.siteId);
          const statuses = inBody ? [400, 403, 404] : [readable ? 403 : 404, ...(alsoInBody ? [400] : [])];
          expect(answer.status, `${label}: ${answer.text}`).to.be.oneOf(statuses);
          if (readable || compared.has(operation)) continue;
          compared.add(operation);
          const unknown = nowhere(place);
          const ofUnknown = await askFor(api, operation, unknown);
          expect(anonymized(answer, place), label).to.deep.equal(anonymized(ofUnknown, unknown));
        }
      }
  });

  it('shows each role what it may read, and with it no trace of what lies out of reach', async () => {
    for (const operation of reading())
      for (const { role, api } of callers)
        for (const place of Object.values(there)) {
          if (!reaches(role, operation.permission, placeOf(operation, place))) continue;
          if (place.name !== 'home' && !namesRecord(operation, place)) continue;
          const label = `${role}: ${operation.name} ${place.name}`;
          const { status, text } = await askFor(api, operation, place);
          expect(status, `${label}: ${text}`).to.equal(exampleOf(operation, place).answered ?? 200);
          for (const other of Object.values(there)) {
            if (reaches(role, operation.permission, placeOf(operation, other))) continue;
            const told = Object.entries(other.records).filter(
              ([resource, id]) => !reaches(role, `${resource}:read`, other.name) && text.includes(id),
            );
            expect(told, `${label}: ${other.name}`).to.deep.equal([]);
          }
        }
  });

  it('narrows an API token to its scope', async () => {
    const { api: owner } = callers.find(({ role }) => role === 'administrator') as RoleCaller;
    for (const half of [0, 1]) {
      const scope = everyPermission.filter(
        (permission, index) => index % 2 === half && conditionOf('administrator', permission) !== 'by the city',
      );
      const { token } = await owner.create('/api/v1/api-tokens', { name: `half-${half}`, scope, expiresInDays: 1 });
      const api = new Api(test.url, String(token));
      for (const operation of operations.filter(({ permission }) => permission !== 'public')) {
        const held = (scope as string[]).includes(operation.permission);
        if (held && operation.method !== 'get') continue;
        const { status, text } = await askFor(api, operation, there.home);
        expect(status === 403, `${operation.name}: ${status} ${text}`).to.equal(!held);
        const elsewhere = placeOf(operation, there.elsewhere);
        if (!held || !namesRecord(operation, there.elsewhere)) continue;
        if (reaches('administrator', operation.permission, elsewhere)) continue;
        expect((await askFor(api, operation, there.elsewhere)).status, operation.name).to.equal(404);
      }
    }
  });

  it('leaves what holds in the whole city to the accounts of the city', async () => {
    const cityWide = closed().filter(({ permission }) => conditionOf('administrator', permission) === 'by the city');
    expect(cityWide.map(({ permission }) => permission)).to.have.members([
      'products:create',
      'standards:import',
      'penalty-law:supersede',
      'sign-in-policy:update',
    ]);
    const { api: ofTheCounty } = callers.find(({ role }) => role === 'administrator') as RoleCaller;
    const { body } = await ofTheCounty.get<{ permissions: string[] }>('/api/v1/session');
    for (const operation of cityWide) {
      const { status, text } = await askFor(admin, operation, there.home);
      expect(status, `${operation.name}: ${text}`).to.be.within(200, 299);
      expect((await askFor(ofTheCounty, operation, there.home)).status, operation.name).to.equal(403);
      expect(body.permissions, 'the console offers it').to.not.include(operation.permission);
    }
  });

  it('opens nothing to a sign-in that is not finished but what finishes it', async () => {
    const unfinished = { ...person('newcomer'), roles: ['administrator'], mustChangePassword: true };
    await admin.create('/api/v1/users', unfinished);
    const newcomer = await Api.signIn(test.url, 'newcomer', password);
    const refused = operations.filter(
      ({ permission }) => !['public', 'own-session', 'own-password'].includes(permission),
    );
    for (const operation of refused)
      expect((await askFor(newcomer, operation, there.home)).status, operation.name).to.equal(403);
  });

  it('opens the own account to every role', async () => {
    const own = operations.filter((operation) => isOwnAccount(operation) && operation.method === 'get');
    for (const operation of own)
      for (const { role, api } of callers)
        expect((await askFor(api, operation, there.home)).status, `${role}: ${operation.name}`).to.equal(200);
  });

  it('lets each role do what the table gives it, with records in reach', async () => {
    for (const operation of closed().filter(({ method }) => method !== 'get'))
      for (const { role, api } of callers) {
        if (!reaches(role, operation.permission, placeOf(operation, there.home))) continue;
        const { status, text } = await askFor(api, operation, there.home);
        // A right is not yet a record in the state that allows the step.
        const answered = exampleOf(operation, there.home).answered;
        const passed = answered === undefined ? (status >= 200 && status < 300) || status === 409 : status === answered;
        expect(passed, `${role}: ${operation.name}: ${status} ${text}`).to.equal(true);
      }
  });
});

interface Page {
  items: { id: string }[];
  nextCursor: string | null;
}

/** The ids of a whole list. */
async function everything(api: Api, path: string, after?: string): Promise<string[]> {
  const cursor = after === undefined ? '' : `&cursor=${encodeURIComponent(after)}`;
  const { status, body } = await api.get<Page>(`${path}?limit=500${cursor}`);
  expect(status, path).to.equal(200);
  const ids = body.items.map(({ id }) => id);
  return body.nextCursor === null ? ids : [...ids, ...(await everything(api, path, body.nextCursor))];
}
