import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Account } from './packets.ts';
import { publishPacket } from './packets.ts';
import { openConnection, publishAll } from './publisher.ts';
import type { Platform } from './servers.ts';

const crossings = 200;
/** One that takes longer counts as this long, and as the last. */
const deadlineMilliseconds = 10_000;
const begin = Date.UTC(2026, 3, 1);

/**
 * Milliseconds from publishing a reading above the limit to its warning on the stream, which 99 of 100 stay below, while
 * other devices publish at the given rate.
 */
export async function toTheStream(platform: Platform, rate: number): Promise<number> {
  const [probe, ...others] = platform.accounts;
  if (!probe) throw new Error('no devices');
  const load = await publishAll({
    port: platform.port,
    accounts: others.slice(0, 100),
    inFlight: 1000,
    rate,
    topic: topicOf,
    payload: (_, turn) => message(4, begin + turn * 10),
  });
  const socket = await openConnection(platform.port, probe);
  const stream = await openStream(platform);
  const latencies: number[] = [];
  try {
    for (let turn = 0; turn < crossings; turn += 1) {
      const sent = performance.now();
      const raised = stream.next();
      socket.write(publishPacket(topicOf(probe), message(60, begin + turn * 2000), 1));
      if (!(await inTime(raised, once(socket, 'data')))) {
        latencies.push(deadlineMilliseconds);
        break;
      }
      latencies.push(performance.now() - sent);
      const cleared = stream.next();
      socket.write(publishPacket(topicOf(probe), message(4, begin + turn * 2000 + 1000), 1));
      if (!(await inTime(cleared, once(socket, 'data')))) break;
    }
  } finally {
    load.stop();
    socket.destroy();
    stream.close();
  }
  latencies.sort((a, b) => a - b);
  return latencies[Math.ceil(latencies.length * 0.99) - 1] ?? Number.NaN;
}

async function inTime(...awaited: Promise<unknown>[]): Promise<boolean> {
  const late = new AbortController();
  const deadline = wait(deadlineMilliseconds, false, { signal: late.signal }).catch(() => false);
  try {
    return await Promise.race([Promise.all(awaited).then(() => true), deadline]);
  } finally {
    late.abort();
  }
}

function topicOf({ username }: Account): string {
  return `agritrace/v1/${username}/readings`;
}

function message(value: number, at: number): string {
  return JSON.stringify({ metric: 'temperature', unit: 'Cel', value, at: new Date(at).toISOString() });
}

/** The stream of warnings; `next` resolves with the next event. */
async function openStream({ url, token }: Platform) {
  const closing = new AbortController();
  const response = await fetch(`${url}/api/v1/warnings/stream`, {
    headers: { authorization: `Bearer ${token}` },
    signal: closing.signal,
  });
  let arrived = () => {};
  const reading = (async () => {
    for await (const chunk of response.body ?? []) if (Buffer.from(chunk).includes('event: warning')) arrived();
  })();
  reading.catch(() => undefined);
  return {
    next: () =>
      new Promise<void>((resolve) => {
        arrived = resolve;
      }),
    close: () => closing.abort(),
  };
}
