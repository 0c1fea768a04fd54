import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { EventBus } from './events.ts';

/** What every service is made from. Time is an argument: tests run a year in a second. */
export interface Context {
  connection: Connection;
  bus: EventBus;
  clock: () => Date;
  log: Logger;
}
