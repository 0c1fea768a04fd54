import { setTimeout as wait } from 'node:timers/promises';
import { anonymousBytes, residentBytes } from './processes.ts';
import { openConnection, publishAll } from './publisher.ts';
import type { Subject } from './servers.ts';

const connections = 5000;

/** Bytes of the broker's process for each idle connection, at 5 000 of them. */
export async function idleBytes(subject: Subject): Promise<number> {
  const before = residentBytes(subject.brokerPid);
  const sockets = [];
  for (let from = 0; from < connections; from += 100)
    sockets.push(
      ...(await Promise.all(
        Array.from({ length: 100 }, (_, index) => {
          const account = subject.accounts[(from + index) % subject.accounts.length];
          if (!account) throw new Error('no accounts');
          return openConnection(subject.port, account);
        }),
      )),
    );
  await wait(3000);
  const bytes = (residentBytes(subject.brokerPid) - before) / connections;
  for (const socket of sockets) socket.destroy();
  return bytes;
}

/** How many times the memory of all server processes at the first third of a time under load it is at the end. */
export async function growth(subject: Subject, rate: number, seconds: number): Promise<number> {
  const begin = Date.UTC(2026, 5, 1);
  const load = await publishAll({
    port: subject.port,
    accounts: subject.accounts.slice(0, 100),
    inFlight: 1000,
    rate,
    topic: ({ username }) => `agritrace/v1/${username}/readings`,
    payload: (_, turn) =>
      JSON.stringify({ metric: 'temperature', unit: 'Cel', value: 4, at: new Date(begin + turn * 10).toISOString() }),
  });
  const now = () => subject.pids().reduce((sum, pid) => sum + anonymousBytes(pid), 0);
  await wait((seconds * 1000) / 3);
  const early = now();
  await wait((seconds * 2000) / 3);
  const late = now();
  load.stop();
  return late / early;
}
