import { pino } from 'pino';
import { temporaryDirectory } from '../../../test/support/temporary-directory.ts';
import type { Context } from '../../context.ts';
import { openDatabase } from '../../database/connection.ts';
import { prepareCollections } from '../../database/prepare.ts';
import { temporaryDatabaseUri } from '../../database/testing-support/temporary-database.ts';
import { createDivisionsService } from '../../divisions/index.ts';
import { createEventBus } from '../../events.ts';
import type { Caller } from '../../identity/caller.ts';
import { deviceModels } from '../model.ts';
import { createDevicesService } from '../service.ts';

export const administrator: Caller = {
  userId: 'admin',
  username: 'admin',
  roles: ['administrator'],
  divisionCode: '611000',
};

/** The devices element on a real database, with a clock that is set by hand. */
export async function openDevices() {
  const directory = await temporaryDirectory();
  const log = pino({ level: 'silent' });
  const database = await openDatabase({ uri: temporaryDatabaseUri(), dataDirectory: directory.path, log });
  let now = Date.parse('2026-05-03T08:00:00Z');
  const context: Context = { connection: database.connection, bus: createEventBus(), clock: () => new Date(now), log };
  const models = deviceModels(database.connection);
  await prepareCollections(database.connection);
  return {
    context,
    models,
    /** As after a start of the process: nothing in memory. */
    newService: () =>
      createDevicesService(context, {
        divisions: createDivisionsService(),
        producers: { findSite: async () => null, sitesById: async () => new Map() },
      }),
    pass(milliseconds: number) {
      now += milliseconds;
    },
    async close() {
      await database.close();
      await directory.remove();
    },
  };
}

export type TestDevices = Awaited<ReturnType<typeof openDevices>>;
