import { readFile } from 'node:fs/promises';
import { isProfileName, type ProfileName } from './profiles.ts';

export interface DeviceCredentials {
  id: string;
  secret: string;
  /** The platform's kind of device, or a profile's name. */
  kind: string;
  /** The kind of its site, where that says more: cold-room, greenhouse, field. */
  site?: string;
}

/** A mistake of the person at the command line, told in one line. */
export class UsageError extends Error {}

export async function readCredentials(path: string): Promise<DeviceCredentials[]> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`cannot read credentials from ${path}: ${error instanceof Error ? error.message : error}`);
  }
  if (!Array.isArray(content) || content.length === 0)
    throw new UsageError(`${path} must hold a JSON array of {id, secret, kind}`);
  return content.map((entry, index) => {
    if (!isCredentials(entry)) throw new UsageError(`${path}: item ${index} must have the texts id, secret and kind`);
    return entry;
  });
}

function isCredentials(entry: unknown): entry is DeviceCredentials {
  if (typeof entry !== 'object' || entry === null) return false;
  const { id, secret, kind, site } = entry as Record<string, unknown>;
  return (
    [id, secret, kind].every((text) => typeof text === 'string') && (site === undefined || typeof site === 'string')
  );
}

/** Which of the simulated lives fits a device. */
export function profileOf({ kind, site }: Pick<DeviceCredentials, 'kind' | 'site'>): ProfileName {
  if (isProfileName(kind)) return kind;
  if (site !== undefined && isProfileName(site)) return site;
  return 'cold-room';
}

/** A mix as a city has it; the first is always a cold room. */
const mix: readonly ProfileName[] = [
  'cold-room',
  'greenhouse',
  'cold-room',
  'field',
  'vehicle',
  'greenhouse',
  'rapid-tester',
  'field',
];

/**
 * Registers devices over the platform's HTTP API; each answer holds the secret, this once.
 * @param api base address of the platform
 * @param token of a user who may register devices
 */
export async function registerDevices(
  api: string,
  token: string,
  count: number,
  prefix: string,
): Promise<DeviceCredentials[]> {
  const registered: DeviceCredentials[] = [];
  for (let index = 0; index < count; index += 1) {
    const profile = mix[index % mix.length] ?? 'cold-room';
    const id = `${prefix}${profile}-${String(index + 1).padStart(4, '0')}`;
    registered.push(await registerDevice(api, token, id, profile));
  }
  return registered;
}

async function registerDevice(
  api: string,
  token: string,
  id: string,
  profile: ProfileName,
): Promise<DeviceCredentials> {
  const kind = profile === 'rapid-tester' ? 'rapid-tester' : 'sensor';
  const url = new URL('/api/v1/devices', api);
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ id, name: `Simulated ${profile} ${id}`, kind }),
      signal: AbortSignal.timeout(15_000),
    });
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    throw new UsageError(`cannot reach ${url}: ${cause instanceof Error ? cause.message : cause}`);
  }
  const answer = (await response.json().catch(() => ({}))) as { secret?: unknown; detail?: unknown };
  if (response.status === 409)
    throw new UsageError(`device ${id} exists already: use its --credentials, or another --prefix`);
  if (response.status !== 201 || typeof answer.secret !== 'string')
    throw new UsageError(`device ${id} could not be registered: HTTP ${response.status} ${answer.detail ?? ''}`.trim());
  return { id, secret: answer.secret, kind, site: profile };
}
