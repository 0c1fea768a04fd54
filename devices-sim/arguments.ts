import { parseArgs } from 'node:util';
import { UsageError } from './credentials.ts';
import { type FaultKind, faultKinds } from './faults.ts';

export const help = `Simulated field devices.

  npm run sim -- --devices N --rate R [options]

  --devices N         how many devices (default 10; with --credentials: the first N of the file, default all)
  --rate R            messages a second of all devices together (default 1); a message holds all metrics of a device
  --url URL           the broker (default mqtt://127.0.0.1:1883)
  --credentials FILE  JSON array of {id, secret, kind, site?}; kind or site may name a profile:
                      cold-room, greenhouse, field, vehicle, rapid-tester
  --api URL           without --credentials: register the devices at this platform (default http://127.0.0.1:8080) …
  --token T           … as the user of this token (POST /api/v1/session gives one)
  --claim TEXT        the text of a claim's QR code (agritrace:claim:ID:CODE), or several with commas: those devices are
                      claimed at --api, as an installer would
  --save FILE         write the credentials of registered devices there, for the next --credentials
  --prefix P          what the ids of registered devices begin with (default sim-)
  --seed S            a whole number; the same seed gives the same series (default 1)
  --fault KIND        ${faultKinds.join(', ')}: from the start to the end
  --fault-device ID   the device that has the fault (default: the first)
  --duration S        stop after S seconds (default: at Ctrl-C)
  --interruptions     let devices drop out and restart now and then
  --help
`;

export interface Arguments {
  devices: number | undefined;
  rate: number;
  url: string;
  credentials: string | undefined;
  api: string;
  token: string | undefined;
  claims: string[];
  save: string | undefined;
  prefix: string;
  seed: number;
  fault: FaultKind | undefined;
  faultDevice: string | undefined;
  durationSeconds: number | undefined;
  interruptions: boolean;
}

const text = { type: 'string' } as const;

/** @throws UsageError naming the option; `null` when help is wanted */
export function readArguments(given: string[]): Arguments | null {
  const values = parse(given);
  if (values.help) return null;
  const fault = values.fault;
  if (fault !== undefined && !isFaultKind(fault))
    throw new UsageError(`--fault must be one of ${faultKinds.join(', ')}`);
  const claims = values.claim?.split(',') ?? [];
  if (values.credentials === undefined && values.token === undefined && claims.length === 0)
    throw new UsageError('give --credentials FILE, --claim TEXT, or --token T to register the devices (see --help)');
  return {
    devices:
      values.devices === undefined ? undefined : number('devices', values.devices, (n) => Number.isInteger(n) && n > 0),
    rate: number('rate', values.rate ?? '1', (n) => n > 0),
    url: values.url ?? 'mqtt://127.0.0.1:1883',
    credentials: values.credentials,
    api: values.api ?? 'http://127.0.0.1:8080',
    token: values.token,
    claims,
    save: values.save,
    prefix: values.prefix ?? 'sim-',
    seed: number('seed', values.seed ?? '1', Number.isInteger),
    fault,
    faultDevice: values['fault-device'],
    durationSeconds: values.duration === undefined ? undefined : number('duration', values.duration, (n) => n > 0),
    interruptions: values.interruptions === true,
  };
}

function parse(args: string[]) {
  const options = {
    devices: text,
    rate: text,
    url: text,
    credentials: text,
    api: text,
    token: text,
    claim: text,
    save: text,
    prefix: text,
    seed: text,
    fault: text,
    'fault-device': text,
    duration: text,
    interruptions: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function isFaultKind(name: string): name is FaultKind {
  return (faultKinds as readonly string[]).includes(name);
}

function number(option: string, given: string, fits: (value: number) => boolean): number {
  const value = Number(given);
  if (given.trim() === '' || !Number.isFinite(value) || !fits(value))
    throw new UsageError(`--${option} cannot be ${given}`);
  return value;
}
