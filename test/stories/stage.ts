import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Api } from '../support/api.ts';
import { type Farm, registerFarm } from '../support/farm.ts';
import { freePort } from '../support/free-port.ts';
import { password, startTestPlatform } from '../support/platform.ts';
import { startService } from '../support/service-process.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const preload = fileURLToPath(new URL('../support/clock-ahead.mjs', import.meta.url));
const day = 86_400_000;

/** The platform that a story is told on, through HTTP alone. */
export interface Stage {
  readonly url: string;
  now(): Date;
  /** What follows happens so many days later; what the clock asks for has been done. */
  later(days: number): Promise<void>;
  /** Signed in at this moment. */
  as(who: Player | 'admin'): Promise<Api>;
  end(): Promise<void>;
}

const players = {
  city: { roles: ['supervisor'], divisionCode: '611000' },
  head: { roles: ['supervisor'], divisionCode: '611002' },
  first: { roles: ['officer'], divisionCode: '611002' },
  second: { roles: ['officer'], divisionCode: '611002' },
  legal: { roles: ['officer'], divisionCode: '611002' },
  reviewer: { roles: ['reviewer'], divisionCode: '611000' },
  certifier: { roles: ['certifier'], divisionCode: '611002' },
  stranger: { roles: ['supervisor', 'officer', 'certifier'], divisionCode: '611021' },
} as const;
export type Player = keyof typeof players | 'clerk';

/** Everybody, a cooperative whose clerk has an account, and two certified officers. */
export async function cast(stage: Stage): Promise<Farm> {
  const admin = await stage.as('admin');
  const farm = await registerFarm(admin);
  const clerk = { roles: ['producer'], divisionCode: '611002104', producerId: farm.producerId };
  for (const [username, rest] of Object.entries({ ...players, clerk }))
    await admin.create('/api/v1/users', { username, displayName: username, password, ...rest });
  for (const username of ['first', 'second', 'legal'])
    await admin.create('/api/v1/officer-certificates', {
      ...{ username, certificateNumber: `陕H-${username}`, divisionCode: '611002' },
      ...{ validFrom: dayBefore(stage.now(), 300), validTo: dayBefore(stage.now(), -1000) },
      ...(username === 'legal' && { legalQualification: 'A20196110' }),
    });
  return farm;
}

/** In China, so many days before. */
export function dayBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * day + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** In this process, on a clock that is an argument. */
export async function stageInProcess(): Promise<Stage> {
  let now = Date.now();
  const test = await startTestPlatform(() => new Date(now));
  return {
    url: test.url,
    now: () => new Date(now),
    async later(days) {
      now += days * day;
      await test.platform.services.deadlines.lookAtDue();
    },
    as: (who) => Api.signIn(test.url, who, password),
    end: test.stop,
  };
}

/** The built service, ended as by a power cut before each `later` and begun again, its calendar so many days ahead. */
export async function stageKilledAtEachStep(): Promise<Stage> {
  const directory = await temporaryDirectory();
  const port = await freePort();
  let ahead = 0;
  const start = () =>
    startService({
      DATA_DIR: join(directory.path, 'data'),
      HTTP_PORT: String(port),
      ADMIN_PASSWORD: password,
      NODE_OPTIONS: `--import=${preload}`,
      CLOCK_AHEAD: String(ahead),
    });
  let service = await start();
  return {
    url: service.url,
    now: () => new Date(Date.now() + ahead),
    async later(days) {
      await service.kill();
      ahead += days * day;
      service = await start();
    },
    as: (who) => Api.signIn(service.url, who, password),
    async end() {
      await service.stop();
      await directory.remove();
    },
  };
}

/** A step of a record: `POST {path}/{id}/{verb}`, which must succeed. @returns the record as it is then */
export async function take<Record>(api: Api, path: string, verb: string, body: object = {}): Promise<Record> {
  const answer = await api.post(`/api/v1/${path}/${verb}`, body);
  if (answer.status !== 200) throw new Error(`${path} ${verb}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as Record;
}
