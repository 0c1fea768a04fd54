import type { Caller } from '../server/identity/index.ts';
import type { Services } from '../server/services.ts';

export interface Seeding {
  services: Services;
  /** Sets the platform's clock, so that what lies in the past is recorded as of then. */
  setTime(time: Date): void;
  start: Date;
  progress(text: string): void;
  /** Of those who act in it, once the producers are there. */
  makeAccounts(): Promise<void>;
}

/** So many days before; of a negative number, after. */
export function daysBefore(start: Date, days: number): Date {
  return new Date(start.getTime() - days * 86_400_000);
}

/** Whoever enters the demonstration's records. */
export function demoCaller(username: string, roles: Caller['roles'] = ['administrator']): Caller {
  return { userId: '0'.repeat(24), username, roles, divisionCode: '611000' };
}

export interface Places {
  producers: Map<string, string>;
  /** `producer key/site name` → id */
  sites: Map<string, string>;
  products: Map<string, string>;
}

export function known(map: Map<string, string>, key: string): string {
  const id = map.get(key);
  if (id === undefined) throw new Error(`the demonstration data name ${key}, which they do not define`);
  return id;
}
