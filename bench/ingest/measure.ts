import { setTimeout as wait } from 'node:timers/promises';
import { processorSeconds } from './processes.ts';
import { publishAll } from './publisher.ts';
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

/** Publishes with so many connections, 20 messages in flight each, readings that were never sent before. */
export async function measure(subject: Subject, connections: number, readingsPerMessage: number): Promise<Measured> {
  const first = begin + run * 40_000_000;
  run += 1;
  const reading = (turn: number) => ({
    ...{ metric: 'temperature', unit: 'Cel', value: 4 + (turn % 100) / 100 },
    at: new Date(first + turn * 10).toISOString(),
  });
  const publishing = await publishAll({
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
  });
  try {
    await wait(warmUpMilliseconds);
    const before = await look(subject, publishing.acknowledged);
    await wait(milliseconds);
    const after = await look(subject, publishing.acknowledged);
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
  } finally {
    publishing.stop();
  }
}

async function look(subject: Subject, acknowledged: number) {
  const at = performance.now();
  const processor = processorSeconds(subject.pids());
  return { at, processor, acknowledged, stored: await subject.stored() };
}
