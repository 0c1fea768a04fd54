import { execFileSync } from 'node:child_process';
import type { Benchmark, Figure } from '../harness.ts';
import { type Measured, measure, measureWorkedOff } from './measure.ts';
import { growth, idleBytes } from './memory.ts';
import { type Subject, startAedes, startPlatform, startTutorial } from './servers.ts';
import { toTheStream } from './to-the-stream.ts';

const devices = 1000;
const soakSeconds = 60;
const boundBy = 'two cores for publishers, broker and database together; see docs/devices.md';

/** Readings stored, durable and held against rules, beside what does less. */
export const ingest: Benchmark = {
  title: 'readings over MQTT at QoS 1, stored, durable and rule-checked, 20 messages in flight a connection',
  async run(): Promise<Figure[]> {
    let platform = await startPlatform(devices);
    const aedes = await startAedes(devices);
    const tutorials = [await startTutorial(devices)];
    const mosquitto = mosquittoProgram();
    if (mosquitto) tutorials.push(await startTutorial(devices, mosquitto));
    try {
      const figures: Figure[] = [];
      let highest = 0;
      for (const connections of [1, 100, 1000]) {
        const limit = await measure(aedes, connections, 1);
        const single = await measure(platform, connections, 1);
        const packed = await measure(platform, connections, 50);
        highest = Math.max(highest, single.readingsPerSecond);
        figures.push(...besideLimit(connections, single, packed, limit));
        for (const tutorial of tutorials)
          figures.push(besideTutorial(connections, single, tutorial, await measureWorkedOff(tutorial, connections)));
      }
      // What follows is of a usual day, not of the hour after a flood: the readings of that are still being rolled up.
      await platform.stop();
      platform = await startPlatform(devices);
      const p99 = await toTheStream(platform, highest / 2);
      return [
        ...figures,
        {
          name: `publish to warning on the stream at half the highest rate, p99 ${p99.toFixed(0)} ms: its inverse`,
          unit: '1/s',
          value: 1000 / p99,
          baseline: { name: '100 ms', value: 10 },
          aim: 1,
          boundBy,
        },
        await idle(platform, aedes),
        {
          name: `memory of all server processes after a third of ${soakSeconds} s at half the rate, and after all of it: its inverse`,
          unit: '',
          value: 1 / (await growth(platform, highest / 2, soakSeconds)),
          baseline: { name: 'flat', value: 1 },
          aim: 0.9,
          boundBy: 'the collector lets the heap grow before it looks',
        },
      ];
    } finally {
      for (const subject of [platform, aedes, ...tutorials]) await subject.stop();
    }
  },
};

function besideLimit(connections: number, single: Measured, packed: Measured, limit: Measured): Figure[] {
  const at = `${connections} connection${connections > 1 ? 's' : ''}`;
  const aedes = (value: number) => ({ name: 'Aedes, nothing stored', value });
  return [
    {
      name: `single readings, ${at}`,
      unit: 'readings/s',
      value: single.readingsPerSecond,
      baseline: aedes(limit.messagesPerSecond),
      aim: 0.6,
      boundBy,
    },
    {
      name: `single readings a second of processor time, ${at}`,
      unit: '1/s',
      value: 1e6 / single.processorPerReading,
      baseline: aedes(1e6 / limit.processorPerReading),
      aim: 0.5,
      boundBy,
    },
    {
      name: `packs of 50, ${at}`,
      unit: 'readings/s',
      value: packed.readingsPerSecond,
      baseline: aedes(limit.messagesPerSecond),
      aim: 5,
      boundBy,
    },
  ];
}

function besideTutorial(connections: number, single: Measured, tutorial: Subject, its: Measured): Figure {
  return {
    name: `single readings, ${connections} connection${connections > 1 ? 's' : ''}`,
    unit: 'readings/s',
    value: single.readingsPerSecond,
    baseline: { name: tutorial.name, value: its.readingsPerSecond },
    aim: 10,
    boundBy,
  };
}

async function idle(platform: Subject, aedes: Subject): Promise<Figure> {
  const alone = await idleBytes(aedes);
  const ours = await idleBytes(platform);
  const perMegabyte = (bytes: number) => 1_000_000 / bytes;
  return {
    name: 'idle connections in a megabyte, at 5 000',
    unit: '1/MB',
    value: perMegabyte(ours),
    baseline: { name: 'Aedes alone', value: perMegabyte(alone) },
    aim: 1 / 1.3,
    boundBy,
  };
}

/** `MOSQUITTO` or the one of the path; without it that baseline is left out, and its rows are absent. */
function mosquittoProgram(): string | undefined {
  try {
    return process.env.MOSQUITTO ?? execFileSync('which', ['mosquitto'], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}
