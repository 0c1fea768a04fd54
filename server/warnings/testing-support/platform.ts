import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { openDatabase } from '../../database/connection.ts';
import { prepareCollections } from '../../database/prepare.ts';
import { temporaryDatabaseUri } from '../../database/testing-support/temporary-database.ts';
import { isWithin } from '../../divisions/rules.ts';
import { createEventBus } from '../../events.ts';
import { createApp } from '../../http/app.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Role } from '../../identity/roles.ts';
import type { DescribedDevice } from '../device-places.ts';
import { dryRunModels } from '../dry-run/model.ts';
import { warningModels } from '../model.ts';
import { occurrenceModels } from '../quality/model.ts';
import type { NewWarning } from '../raise.ts';
import { warningsRoutes } from '../routes.ts';
import { createRuleBody } from '../schema.ts';
import { createWarningsService } from '../service.ts';
import { silenceModels } from '../silences/model.ts';
import type { EventStreamOptions } from '../stream.ts';
import { taskModels } from '../tasks/model.ts';
import type { WatchedReading } from '../watch.ts';

/** The parts that the tests of this room share: the real database, a clock that is set by hand, people and devices. */
export async function openTestPlatform(stream: EventStreamOptions = {}) {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'agritrace-warnings-'));
  const log = pino({ level: 'silent' });
  const database = await openDatabase({ uri: temporaryDatabaseUri(), dataDirectory, log });
  let now = Date.parse('2026-05-03T08:00:00Z');
  const context: Context = { connection: database.connection, bus: createEventBus(), clock: () => new Date(now), log };
  /** What devices have sent, for services that are started later. */
  const stored: WatchedReading[] = [];
  const sentBy = (device: string, metric?: string) =>
    stored.filter((one) => one.device === device && (metric === undefined || one.metric === metric));
  const sessions = new Map<string, Caller>(Object.values(people).map((caller) => [caller.username, caller]));
  const devices = new Map<string, DescribedDevice>();
  const gateways: { id: string; name: string; divisionCode: string; behind: string[] }[] = [];
  const stillValid = async ({ headers }: { headers: { authorization?: string | undefined } }) =>
    sessions.get(headers.authorization?.replace('Bearer ', '') ?? '') ?? null;
  const newService = () =>
    createWarningsService(context, {
      describeDevices: async (ids) => new Map(ids.flatMap((id) => pairOf(id, devices.get(id)))),
      readingsBetween: async (device, metric, from, to) =>
        stored
          .filter((one) => one.device === device && one.metric === metric && one.at >= from && one.at < to)
          .map(({ value, unit, at }) => ({ value, unit, at: at.getTime() })),
      heardIn: async (divisionCode, metric) =>
        [...devices].flatMap(([id, place]) =>
          isWithin(place.divisionCode, divisionCode) && sentBy(id, metric).length > 0 ? [id] : [],
        ),
      keptUnit: (metric) => (metric === 'temperature' ? 'Cel' : null),
      lastHeard: async (device, metric) => sentBy(device, metric).at(-1)?.at ?? null,
      gatewayOf: async (id) => gateways.find(({ behind }) => behind.includes(id)) ?? null,
      isDivision: (code) => code !== '611099',
      siteDivision: async (id) => (id === siteOfNobody ? null : '611002001'),
      callerByName: async (username) => Object.values(people).find((person) => person.username === username) ?? null,
      divisionName: (code) => `division ${code}`,
      stillValid,
      announce: async () => undefined,
      handedOver: () => undefined,
      stream,
    });
  const models = warningModels(database.connection);
  const { WarningTask } = taskModels(database.connection);
  const { WarningOccurrence } = occurrenceModels(database.connection);
  const { WarningSilence } = silenceModels(database.connection);
  const { DryRun } = dryRunModels(database.connection);
  await prepareCollections(database.connection);

  return {
    context,
    devices,
    gateways,
    stored,
    sessions,
    models,
    newService,
    /** Moves the clock on. */
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    async empty() {
      await Promise.all(
        [
          models.Warning,
          models.WarningRule,
          models.PendingCondition,
          WarningTask,
          WarningSilence,
          WarningOccurrence,
          DryRun,
        ].map(({ collection }) => collection.deleteMany({})),
      );
      devices.clear();
      gateways.length = 0;
      stored.length = 0;
    },
    /** The platform's own HTTP face of these routes, on a free port. */
    async serve(service: ReturnType<typeof newService>) {
      const app = createApp({ routes: warningsRoutes(service), authenticate: stillValid, log, pages: [] });
      const server = createServer(app);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`,
        stop: () =>
          new Promise<void>((resolve) => {
            server.close(() => resolve());
            server.closeIdleConnections();
          }),
      };
    },
    async close() {
      await database.close();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

export type TestPlatform = Awaited<ReturnType<typeof openTestPlatform>>;

const person = (username: string, role: Role, divisionCode: string, producerId?: string): Caller => ({
  userId: username,
  username,
  roles: [role],
  divisionCode,
  ...(producerId && { producerId }),
});

/** The only site that is not there. */
export const siteOfNobody = 'f'.repeat(24);

export const producerId = '0123456789abcdef01234567';

export const people = {
  city: person('city', 'supervisor', '611000'),
  county: person('county', 'supervisor', '611002'),
  otherCounty: person('other-county', 'supervisor', '611021'),
  officer1: person('officer1', 'officer', '611002'),
  officer2: person('officer2', 'officer', '611002'),
  auditor: person('auditor', 'auditor', '611000'),
  producer: person('producer', 'producer', '611002', producerId),
  producerOfNobody: person('producer-of-nobody', 'producer', '611002'),
};

/** A warning about a batch in 611002, with what matters to the test changed. */
export function finding(changes: Partial<NewWarning> = {}): NewWarning {
  return {
    kind: 'limit-exceeded',
    level: 'orange',
    title: { zh: '超标', en: 'Above the limit' },
    detail: { zh: '毒死蜱', en: 'chlorpyrifos' },
    divisionCode: '611002001',
    conditionKey: 'limit-exceeded|SL-1|毒死蜱',
    at: new Date('2026-05-03T07:59:00Z'),
    batchCode: 'SL-1',
    ...changes,
  };
}

function pairOf(id: string, device: DescribedDevice | undefined): [string, DescribedDevice][] {
  return device ? [[id, device]] : [];
}

/** A rule as somebody would make it for a cold room: above 8 °C for ten minutes. */
export function coldRoomRule(changes: Partial<z.input<typeof createRuleBody>> = {}): z.output<typeof createRuleBody> {
  return createRuleBody.parse({
    name: '冷库温度过高',
    kind: 'threshold',
    level: 'orange',
    metric: 'temperature',
    unit: 'Cel',
    comparison: 'above',
    limit: 8,
    clearAt: 7,
    durationSeconds: 600,
    ...changes,
  });
}
