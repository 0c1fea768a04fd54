import type { Config } from '../../server/config.ts';
import { temporaryDatabase } from '../../server/database/testing-support/temporary-database.ts';
import { defaultRateLimits } from '../../server/http/protection/rate-limits.ts';
import { type Platform, startPlatform } from '../../server/platform.ts';
import { Api } from './api.ts';

export interface TestPlatform {
  platform: Platform;
  url: string;
  admin: Api;
  /** Makes a user and signs in. */
  signInAs(username: string, roles: string[], divisionCode?: string, producerId?: string): Promise<Api>;
  stop(): Promise<void>;
}

/** Of every account that tests make, and of the first administrator. */
export const password = 'a long password for tests';

/** The whole platform in this process, on an empty database. */
export async function startTestPlatform(clock?: () => Date, settings: Partial<Config> = {}): Promise<TestPlatform> {
  const database = await temporaryDatabase();
  const platform = await startPlatform(
    {
      httpPort: 0,
      mqttPort: 0,
      dataDirectory: database.dataDirectory,
      ...(database.mongodbUri && { mongodbUri: database.mongodbUri }),
      logLevel: 'fatal',
      rateLimits: defaultRateLimits.map((row) => ({ ...row, requests: row.failuresOnly ? row.requests : 1_000_000 })),
      adminPassword: password,
      ...settings,
    },
    clock,
  );
  const url = `http://127.0.0.1:${platform.http}`;
  const admin = await Api.signIn(url, 'admin', password);
  return {
    platform,
    url,
    admin,
    async signInAs(username, roles, divisionCode = '611000', producerId) {
      await admin.create('/api/v1/users', {
        username,
        displayName: username,
        password,
        roles,
        divisionCode,
        producerId,
      });
      return Api.signIn(url, username, password);
    },
    async stop() {
      await platform.stop();
      await database.remove();
    },
  };
}
