import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { Api } from './support/api.ts';
import { anEvent, documentOf, EpcisClient } from './support/epcis.ts';
import { eventually } from './support/eventually.ts';
import { type Farm, registerBatch, registerFarm, transform } from './support/farm.ts';
import { freePort } from './support/free-port.ts';
import { receiveSample } from './support/sample.ts';
import { type ServiceProcess, startService } from './support/service-process.ts';
import { type TemporaryDirectory, temporaryDirectory } from './support/temporary-directory.ts';

const password = 'a long administrator password';
const preload = fileURLToPath(new URL('./support/killed-at-commit.mjs', import.meta.url));
/** The run of the fault tests kills at every commit, not at the first alone. */
const thorough = Number(process.env.KILLED_TIMES ?? 1) > 1;
const mostCommits = thorough ? 10 : 1;

interface Subject {
  act(): Promise<unknown>;
  /** What stands in the database, told by what the interface answers. */
  found(): Promise<Record<string, unknown>>;
  none: Record<string, unknown>;
  all: Record<string, unknown>;
}

describe('a service that is killed at a commit', function () {
  this.timeout(120_000 + mostCommits * 120_000);
  let directory: TemporaryDirectory;
  let port: number;
  let service: ServiceProcess;
  let admin: Api;
  let reviewer: Api;
  let made = 0;

  const order = () => join(directory.path, 'order');
  const start = async () => {
    service = await startService({
      DATA_DIR: join(directory.path, 'data'),
      HTTP_PORT: String(port),
      ADMIN_PASSWORD: password,
      NODE_OPTIONS: `--import=${preload}`,
      KILL_ORDER: order(),
    });
  };
  before(async () => {
    directory = await temporaryDirectory();
    port = await freePort();
    await start();
    admin = await Api.signIn(service.url, 'admin', password);
    const person = {
      username: 'reviewer',
      displayName: '审核员',
      password,
      roles: ['reviewer'],
      divisionCode: '611000',
    };
    await admin.create('/api/v1/users', person);
    reviewer = await Api.signIn(service.url, 'reviewer', password);
  });
  after(async () => {
    await service.stop();
    await directory.remove();
  });

  const farm = (): Promise<Farm> => registerFarm(admin);
  const statusOf = async (code: string) => (await admin.get(`/api/v1/batches/${code}`)).body.status;
  const count = async (path: string) => (await admin.list(path)).length;
  const failing = { analyte: '噻虫胺', value: '0.2', unit: 'mg/kg', loq: '0.01' };

  const subjects: Record<string, () => Promise<Subject>> = {
    'leaves a failed result with its holds and its warning, or none of them': async () => {
      const place = await farm();
      const [batch, product] = [await registerBatch(admin, place), await registerBatch(admin, place)];
      await transform(admin, [batch], [product]);
      const { id } = await receiveSample(admin, batch);
      return {
        act: () => admin.post(`/api/v1/samples/${id}/results`, failing),
        found: async () => ({
          results: (await admin.get<{ results: unknown[] }>(`/api/v1/samples/${id}`)).body.results.length,
          statuses: [await statusOf(batch), await statusOf(product)],
          warnings: await count(`/api/v1/warnings?batch=${batch}`),
        }),
        none: { results: 0, statuses: ['normal', 'normal'], warnings: 0 },
        all: { results: 1, statuses: ['held', 'held'], warnings: 1 },
      };
    },

    'leaves a verified failure with the proposals to suspend a certificate and to recall, and the clue of a case, or none of them':
      async () => {
        const place = await farm();
        made += 1;
        const { id: certificate } = await admin.create('/api/v1/certificates', {
          ...{ scheme: 'organic', producerId: place.producerId, productId: place.productId },
          ...{ externalNumber: `KILLED-${made}`, issuer: '认证机构', validFrom: '2026-01-01', validTo: '2026-12-31' },
        });
        const batchCode = await registerBatch(admin, place);
        const { id } = await receiveSample(admin, batchCode);
        await admin.create(`/api/v1/samples/${id}/results`, failing);
        await admin.post(`/api/v1/samples/${id}/report`, {});
        return {
          act: () => reviewer.post(`/api/v1/samples/${id}/verify`, {}),
          found: async () => ({
            state: (await admin.get(`/api/v1/samples/${id}`)).body.state,
            proposals: await count(`/api/v1/certificate-proposals?certificate=${certificate}`),
            clues: await count(`/api/v1/cases?resource=samples&record=${id}`),
            recalls: await count(`/api/v1/recalls?batch=${batchCode}`),
          }),
          none: { state: 'reported', proposals: 0, clues: 0, recalls: 0 },
          all: { state: 'published', proposals: 1, clues: 1, recalls: 1 },
        };
      },

    'leaves a recall issued with its tasks and recalled batches, or a draft': async () => {
      const place = await farm();
      const [batchCode, product] = [await registerBatch(admin, place), await registerBatch(admin, place)];
      await transform(admin, [batchCode], [product]);
      const wanted = { batchCode, level: '1', reason: '农残超标', instruction: '停售' };
      const { id } = await admin.create('/api/v1/recalls', wanted);
      return {
        act: () => admin.post(`/api/v1/recalls/${id}/issue`, {}),
        found: async () => ({
          state: (await admin.get(`/api/v1/recalls/${id}`)).body.state,
          statuses: [await statusOf(batchCode), await statusOf(product)],
          tasks: await count(`/api/v1/recall-tasks?recall=${id}`),
        }),
        none: { state: 'draft', statuses: ['normal', 'normal'], tasks: 0 },
        all: { state: 'open', statuses: ['recalled', 'recalled'], tasks: 1 },
      };
    },

    'leaves a failed control with the results that it reaches back to, or neither': async () => {
      made += 1;
      const owner = { method: `方法 ${made}`, laboratory: '商州检测站', divisionCode: '611002' };
      const criterion = { kind: 'duplicate', differenceAtMost: '20', source: '方法' };
      await admin.create('/api/v1/control-criteria', { ...criterion, ...owner });
      const batchCode = await registerBatch(admin, await farm());
      const facts = { batchCode, planKind: 'self-check', laboratory: owner.laboratory };
      const { id: sample } = await admin.create('/api/v1/samples', facts);
      const finding = { analyte: '吡虫啉', value: '0.01', unit: 'mg/kg', method: owner.method };
      await admin.create(`/api/v1/samples/${sample}/results`, finding);
      const { id: run } = await admin.create('/api/v1/test-runs', { name: '批', ...owner });
      const control = { kind: 'duplicate', analyte: '吡虫啉', value: '0.1', second: '0.9', unit: 'mg/kg' };
      const inDoubt = async () => {
        const all = await admin.list<{ method?: string; doubtedCount: number }>('/api/v1/nonconformities');
        return all.filter(({ method }) => method === owner.method).map(({ doubtedCount }) => doubtedCount);
      };
      return {
        act: () => admin.post(`/api/v1/test-runs/${run}/controls`, control),
        found: async () => ({ controls: await count(`/api/v1/controls?run=${run}`), inDoubt: await inDoubt() }),
        none: { controls: 0, inDoubt: [] },
        all: { controls: 1, inDoubt: [1] },
      };
    },
  };

  /** Another start goes on with a capture when the killed one's lease is over: too long for every run. */
  const captured = async (behaviour: 'rollback' | 'proceed'): Promise<Subject> => {
    const client = new EpcisClient(service.url, admin);
    const events = [anEvent(), anEvent(), anEvent()];
    const headers = { 'GS1-Capture-Error-Behaviour': behaviour };
    const running = async () => {
      const { body } = await client.send<{ running: boolean }[]>('GET', '/capture');
      return body.some((job) => job.running);
    };
    const all = { events: 3 };
    return {
      act: () => client.capture(documentOf(events), headers),
      found: async () => {
        await eventually(async () => !(await running()));
        const found = await Promise.all(events.map(({ eventID }) => client.events(`EQ_eventID=${eventID}`)));
        return { events: found.flat().length };
      },
      none: { events: 0 },
      all,
    };
  };
  if (thorough)
    for (const behaviour of ['rollback', 'proceed'] as const)
      subjects[`leaves a capture (${behaviour}) whole, or none of it`] = () => captured(behaviour);

  /** Kills the service at the n-th commit of the act, and starts it again. `false` when there were not so many. */
  const killAt = async (moment: string, nth: number, { act }: Subject): Promise<boolean> => {
    await writeFile(order(), `${moment} ${nth}`);
    const ended = once(service.process, 'exit');
    service.process.kill('SIGUSR2');
    await eventually(async () => service.output().includes('armed'));
    const killed = await act().then(
      () => false,
      () => true,
    );
    if (!killed) await service.stop();
    await ended;
    await start();
    return killed;
  };

  for (const [name, prepare] of Object.entries(subjects))
    it(name, async () => {
      for (const moment of ['before', 'after'])
        for (let nth = 1; nth <= mostCommits; nth += 1) {
          const { found, act, none, all } = await prepare();
          expect(await found()).to.deep.equal(none);
          const killed = await killAt(moment, nth, { found, act, none, all });
          expect(killed || nth > 1, 'the first commit is one of the act').to.equal(true);
          expect(await found()).to.deep.equal(killed && moment === 'before' && nth === 1 ? none : all);
          if (!killed) break;
          if (moment === 'before' && nth === 1) await act();
          expect(await found()).to.deep.equal(all);
        }
    });
});
