import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { Aedes } from 'aedes';
import type { InFlight } from './in-flight.ts';
import type { Listeners } from './listeners.ts';
import type { Logger } from './log.ts';

/** Takes no new connection, waits for what is in flight and its acknowledgements, then closes; the last wills are still taken in. */
export async function stopGracefully(
  aedes: Aedes,
  listeners: Listeners,
  inFlight: InFlight,
  timeoutMs: number,
  log: Logger,
): Promise<void> {
  listeners.close();
  if (!(await inFlight.settled(timeoutMs)))
    log.warn({}, 'stopped with messages that were not stored; they were not acknowledged');
  await acknowledgementsSent(listeners);
  await closeAedes(aedes);
  // Last wills are taken in while the connections close.
  await nextTurn();
  await inFlight.settled(timeoutMs);
  for (const socket of listeners.sockets()) socket.destroy();
}

/** Acknowledgements are written a turn after storage; what the peer reads slowly gets a second. */
async function acknowledgementsSent(listeners: Listeners): Promise<void> {
  await nextTurn();
  await nextTurn();
  for (let step = 0; step < 20; step += 1) {
    if (listeners.sockets().every((socket) => socket.writableLength === 0)) return;
    await wait(50);
  }
}

export function closeAedes(aedes: Aedes): Promise<void> {
  return new Promise((resolve) => aedes.close(resolve));
}
