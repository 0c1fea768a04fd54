import { setTimeout as wait } from 'node:timers/promises';
import { processorSeconds } from './processes.ts';
import { type Load, publishAll } from './publisher.ts';
import type { Subject } from './servers.ts';

export interface Measured {
  messagesPerSecond: number;
  /** Of readings stored; of a broker that stores none, as many as were sent. */
  readingsPerSecond: number;
  /** Of all server processes together, in microseconds. */
  processorPerReading: number;
}

const warmUpMilliseconds = 2000;
const milliseconds = 5000;
const begin = Date.UTC(2026, 0, 1);
let run = 0;

/** What a design that acknowledges before it stores is given to store: its best rate is that of working it off. */
const heap = { warmUp: 500, counted: 4000 };
const patienceMilliseconds = 120_000;

/** Publishes with so many connections, 20 messages in flight each, readings that were never sent before. */
export async function measure(subject: Subject, connections: number, readingsPerMessage: number): Promise<Measured> {
  const publishing = await publishAll(newReadings(subject, connections, readingsPerMessage));
  try {
    await wait(warmUpMilliseconds);
    const before = await look(subject, publishing.acknowledged);
    await wait(milliseconds);
    const after = await look(subject, publishing.acknowledged);
    return told(subject, connections, readingsPerMessage, before, after);
  } finally {
    publishing.stop();
    await workedOff(subject);
  }
}

/**
 * Of a design that acknowledges a message before, and whether or not, it is stored: so many messages as fast as it takes
 * them, and the time until all of them are stored. Under an endless load such a subscriber stores next to nothing.
 * @throws when it has not stored them within two minutes
 */
export async function measureWorkedOff(subject: Subject, connections: number): Promise<Measured> {
  await workOff(subject, connections, heap.warmUp);
  const before = await look(subject, 0);
  const acknowledged = await workOff(subject, connections, heap.counted);
  return told(subject, connections, 1, before, await look(subject, acknowledged));
}

async function workOff(subject: Subject, connections: number, messages: number): Promise<number> {
  const wanted = ((await subject.stored()) ?? 0) + messages;
  const publishing = await publishAll({ ...newReadings(subject, connections, 1), messages });
  const givesUp = performance.now() + patienceMilliseconds;
  try {
    while (((await subject.stored()) ?? wanted) < wanted) {
      if (performance.now() > givesUp) throw new Error(`${subject.name} has not stored ${messages} messages in time`);
      await wait(20);
    }
    return publishing.acknowledged;
  } finally {
    publishing.stop();
  }
}

function newReadings(subject: Subject, connections: number, readingsPerMessage: number): Load {
  const first = begin + run * 40_000_000;
  run += 1;
  const reading = (turn: number) => ({
    ...{ metric: 'temperature', unit: 'Cel', value: 4 + (turn % 100) / 100 },
    at: new Date(first + turn * 10).toISOString(),
  });
  return {
    port: subject.port,
    accounts: subject.accounts.slice(0, connections),
    inFlight: 20,
    topic: ({ username }) => `agritrace/v1/${username}/readings`,
    payload: (_, turn) =>
      JSON.stringify(
        readingsPerMessage === 1
          ? reading(turn)
          : Array.from({ length: readingsPerMessage }, (__, index) => reading(turn * readingsPerMessage + index)),
      ),
  };
}

/** Waits until nothing more is stored of what was sent: it must not weigh on what is measured next. */
async function workedOff(subject: Subject): Promise<void> {
  for (let before = -1, now = await subject.stored(); now !== null && now !== before; now = await subject.stored()) {
    before = now;
    await wait(500);
  }
}

type Look = Awaited<ReturnType<typeof look>>;

function told(subject: Subject, connections: number, readingsPerMessage: number, before: Look, after: Look): Measured {
  const seconds = (after.at - before.at) / 1000;
  const messages = after.acknowledged - before.acknowledged;
  const readings = after.stored === null ? messages * readingsPerMessage : after.stored - (before.stored ?? 0);
  const measured = {
    messagesPerSecond: messages / seconds,
    readingsPerSecond: readings / seconds,
    processorPerReading: ((after.processor - before.processor) / readings) * 1e6,
  };
  // A long run that is cut short has said something.
  console.error(subject.name, { connections, readingsPerMessage, ...measured });
  return measured;
}

async function look(subject: Subject, acknowledged: number) {
  const at = performance.now();
  const processor = processorSeconds(subject.pids());
  return { at, processor, acknowledged, stored: await subject.stored() };
}
