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
  const body = { id, name: `Simulated ${profile} ${id}`, kind };
  const { status, answer } = await post(new URL('/api/v1/devices', api), body, token);
  if (status === 409) throw new UsageError(`device ${id} exists already: use its --credentials, or another --prefix`);
  if (status !== 201 || typeof answer.secret !== 'string')
    throw new UsageError(`device ${id} could not be registered: HTTP ${status} ${answer.detail ?? ''}`.trim());
  return { id, secret: answer.secret, kind, site: profile };
}

const claimText = /^agritrace:claim:([^:]+):([^:]+)$/;

/**
 * Claims devices by the texts of their QR codes, as an installer in the field does; each code is good once.
 * @param texts `agritrace:claim:{id}:{code}`
 */
export async function claimDevices(api: string, texts: readonly string[]): Promise<DeviceCredentials[]> {
  const claims = texts.map((text) => {
    const [, id, code] = claimText.exec(text.trim()) ?? [];
    if (id === undefined || code === undefined)
      throw new UsageError(`--claim cannot be ${text}: it is the text of a QR code, agritrace:claim:ID:CODE`);
    return { id, code };
  });
  const claimed: DeviceCredentials[] = [];
  for (const { id, code } of claims) {
    const { status, answer } = await post(new URL('/api/v1/device-claims', api), { id, code });
    if (status !== 200 || typeof answer.secret !== 'string')
      throw new UsageError(`device ${id} could not be claimed: HTTP ${status} ${answer.detail ?? ''}`.trim());
    claimed.push({ id, secret: answer.secret, kind: 'sensor' });
  }
  return claimed;
}

async function post(url: URL, body: object, token?: string) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    });
    const answer = (await response.json().catch(() => ({}))) as { secret?: unknown; detail?: unknown };
    return { status: response.status, answer };
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    throw new UsageError(`cannot reach ${url}: ${cause instanceof Error ? cause.message : cause}`);
  }
}
