import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Context } from '../../context.ts';
import { openDatabase } from '../../database/connection.ts';
import { prepareCollections } from '../../database/prepare.ts';
import { temporaryDatabaseUri } from '../../database/testing-support/temporary-database.ts';
import { createDeadlinesService, deadlineModels } from '../../deadlines/index.ts';
import type { CalibrationRecord } from '../../devices/index.ts';
import { createEventBus } from '../../events.ts';
import type { Caller } from '../../identity/index.ts';
import { createStandardsService, standardsModels } from '../../standards/index.ts';
import type { NewWarning } from '../../warnings/index.ts';
import { authorizationModels } from '../authorizations/model.ts';
import type { BatchFacts, TestingDependencies } from '../dependencies.ts';
import { instrumentModels } from '../instruments/model.ts';
import { laboratoryModels } from '../laboratories/model.ts';
import { testingModels } from '../model.ts';
import { nonconformityModels } from '../nonconformities/model.ts';
import { numberBlockModels } from '../number-blocks/model.ts';
import { objectionModels } from '../objections/model.ts';
import { qualityControlModels } from '../quality-control/model.ts';
import { reportModels } from '../reports/model.ts';
import { createTestingService } from '../service.ts';
import { verdictCheckModels } from '../verdict-checks/model.ts';

type Hold = Parameters<TestingDependencies['traceability']['holdWithDescendants']>[1];

/** The real database and standards, with batches and warnings that only note what they are told. */
export async function openTestPlatform() {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'agritrace-testing-'));
  const log = pino({ level: 'silent' });
  const database = await openDatabase({ uri: temporaryDatabaseUri(), dataDirectory, log });
  const told = {
    holds: [] as Hold[],
    recalls: [] as { batchCode: string; banned: boolean }[],
    findings: [] as NewWarning[],
    clues: [] as string[],
    lapses: [] as string[],
    cleared: [] as string[],
    calibrations: [] as CalibrationRecord[],
    now: new Date('2026-11-24T08:00:00Z'),
  };
  const context: Context = {
    connection: database.connection,
    bus: createEventBus(),
    clock: () => told.now,
    log,
  };
  const faults = { hold: false };
  const standards = createStandardsService(context);
  const models = {
    ...testingModels(context.connection),
    ...reportModels(context.connection),
    ...authorizationModels(context.connection),
    ...instrumentModels(context.connection),
    ...laboratoryModels(context.connection),
    ...numberBlockModels(context.connection),
    ...objectionModels(context.connection),
    ...nonconformityModels(context.connection),
    ...qualityControlModels(context.connection),
    ...verdictCheckModels(context.connection),
    ...standardsModels(context.connection),
    ...deadlineModels(context.connection),
  };
  const warnings = {
    async raise(_work: unknown, finding: NewWarning) {
      told.findings.push(finding);
      return 'a'.repeat(24);
    },
    async clear(_work: unknown, conditionKey: string) {
      told.cleared.push(conditionKey);
    },
  };
  const deadlines = createDeadlinesService(context, {
    warnings,
    callerById: async () => null,
    deadlineUrl: (id) => id,
    feedUrl: (token) => token,
  });
  await prepareCollections(context.connection);

  const deps: TestingDependencies = {
    standards,
    traceability: {
      findBatch: async (code) => knownBatches.find((batch) => batch.code === code) ?? null,
      async proposeRecall(_work, { batchCode, banned }) {
        told.recalls.push({ batchCode, banned });
      },
      async holdWithDescendants(_work, hold) {
        if (faults.hold) throw new Error('the hold failed');
        told.holds.push(hold);
        return [hold.batchCode, `${hold.batchCode}-child`];
      },
    },
    addresses: { reportUrl: (number, code) => `https://agritrace.example/reports/${number}/${code}` },
    divisionName: (code) => `区划 ${code}`,
    namesOf: async (usernames) => new Map(usernames.map((username) => [username, `人员 ${username}`])),
    deviceKind: async (id) => (id.startsWith('lcms') ? 'instrument' : id.startsWith('rapid') ? 'rapid-tester' : null),
    certificates: { proposeForFailedSample: async () => {} },
    calibrations: {
      standingOf: async (id) => (id.endsWith('overdue') ? 'overdue' : 'none'),
      async warnOfLapse(id, standing) {
        if (standing === 'overdue') told.lapses.push(id);
      },
      ofDevice: async (id) => told.calibrations.filter(({ device }) => device === id),
    },
    warnings,
    deadlines,
    clues: {
      async openClue(_work, { source }) {
        told.clues.push(source.label);
      },
      tellOfClue: async () => {},
    },
  };

  return {
    context,
    models,
    standards,
    testing: createTestingService(context, deps),
    told,
    faults,
    async empty() {
      const numbers = context.connection.collection('reportNumbers');
      const emptied = [...Object.values(models).map(({ collection }) => collection), numbers];
      await Promise.all(emptied.map((collection) => collection.deleteMany({})));
      told.holds.length = 0;
      told.findings.length = 0;
      told.clues.length = 0;
      told.lapses.length = 0;
      told.cleared.length = 0;
      told.calibrations.length = 0;
      told.recalls.length = 0;
      told.now = new Date('2026-11-24T08:00:00Z');
      faults.hold = false;
    },
    async close() {
      await database.close();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

export type TestPlatform = Awaited<ReturnType<typeof openTestPlatform>>;

const county = '611002';
const producerId = 'b'.repeat(24);

export const knownBatches: BatchFacts[] = [
  { code: 'TEA-1', productName: '秦岭绿茶', categoryCode: 'tea' },
  { code: 'WALNUT-1', productName: '商洛核桃', categoryCode: 'walnut' },
  { code: 'SHIITAKE-1', productName: '柞水香菇', categoryCode: 'shiitake' },
].map((batch) => ({ ...batch, producerId, producerName: '合作社', divisionCode: county }));

function person(username: string, role: Caller['roles'][number], divisionCode = '611000'): Caller {
  return { userId: 'c'.repeat(24), username, roles: [role], divisionCode };
}

export const people = {
  admin: person('admin', 'administrator'),
  sampler: person('sampler', 'sampler', county),
  elsewhere: person('elsewhere', 'sampler', '611026'),
  analyst: person('analyst', 'analyst'),
  second: person('second', 'analyst'),
  reviewer: person('reviewer', 'reviewer'),
  producer: { ...person('producer', 'producer', county), producerId },
  otherProducer: { ...person('otherProducer', 'producer', county), producerId: 'd'.repeat(24) },
};

/** The error of a call that must not succeed. */
export async function refusal(attempt: Promise<unknown>): Promise<Error & { errors?: { pointer: string }[] }> {
  const outcome = await attempt.then(
    () => null,
    (error: Error) => error,
  );
  if (!outcome) throw new Error('should have been refused');
  return outcome;
}
