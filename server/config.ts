import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { BridgeSettings } from '../broker/bridge/bridge.ts';
import { type BrokerLimits, defaultLimits } from '../broker/limits.ts';
import { type DivisionMap, divisionMapFile } from './assessment/index.ts';
import { type RetentionPolicy, retentionPolicy } from './devices/index.ts';
import { type RateLimit, rateLimitRows } from './http/protection/rate-limits.ts';
import { isAddressOrNetwork } from './outbound/outbound.ts';
import { type DataKey, readDataKeys } from './privacy/data-keys.ts';
import type { MailSettings } from './warnings/index.ts';

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number from 0 to 65535')
  .transform(Number)
  .refine((value) => value <= 65535, 'must be a port number from 0 to 65535');

const url = (protocols: string[]) =>
  z.string().refine(
    (value) => {
      const parsed = URL.parse(value);
      return parsed !== null && protocols.includes(parsed.protocol);
    },
    `must be a URL that starts with ${protocols.map((name) => `${name}//`).join(' or ')}`,
  );

const mqttLimits = z.partialRecord(z.enum(Object.keys(defaultLimits) as (keyof BrokerLimits)[]), z.int().positive());

const proxyHelp = 'must be a number of proxies from 0 to 9, or addresses such as loopback, 10.1.2.3 or 10.0.0.0/8';

function isProxyAddress(value: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(value)) return true;
  return isAddressOrNetwork(value);
}

const environment = z.object({
  HTTP_PORT: port.default(8080),
  MQTT_PORT: port.default(1883),
  MQTTS_PORT: port.optional(),
  MQTT_TLS_KEY: z.string().optional(),
  MQTT_TLS_CERT: z.string().optional(),
  MQTT_TLS_CLIENT_CA: z.string().optional(),
  MQTT_BRIDGE_URL: url(['mqtt:', 'mqtts:']).optional(),
  MQTT_BRIDGE_CA: z.string().optional(),
  MQTT_BRIDGE_CLIENT_ID: z.string().min(1, 'must not be empty').default('agritrace'),
  MQTT_BRIDGE_GROUP: z
    .string()
    .regex(/^[^/+#]+$/, 'must be a name without / + #')
    .default('agritrace'),
  MONGODB_URI: url(['mongodb:', 'mongodb+srv:']).optional(),
  DATA_KEYS: z
    .string()
    .transform((text, issues) => {
      const keys = readDataKeys(text);
      if (keys) return keys;
      issues.addIssue({ code: 'custom', message: 'must be keys of 32 bytes in base64, the newest first, with commas' });
      return z.NEVER;
    })
    .optional(),
  DATA_DIR: z.string().min(1, 'must name a folder').default('data'),
  CHECKPOINT_FILE: z.string().optional(),
  MAP_FILE: z.string().optional(),
  PLACES_FILE: z.string().refine(existsSync, 'must name a file').optional(),
  PUBLIC_URL: url(['http:', 'https:']).optional(),
  TRUST_PROXY: z
    .string()
    .transform((value) => (/^\d$/.test(value) ? Number(value) : value.split(',').map((part) => part.trim())))
    .refine((value) => typeof value === 'number' || value.every(isProxyAddress), proxyHelp)
    .default(['loopback']),
  RATE_LIMITS: z.string().optional(),
  MQTT_LIMITS: z.string().optional(),
  RETENTION: z.string().optional(),
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  SMTP_FROM: z
    .string()
    .regex(/^[^\r\n<>]*<?[^\s@<>]+@[^\s@<>]+>?$/, 'must be a mail address, or a name and a mail address in <>')
    .optional(),
  OUTBOUND_ALLOWED: z
    .string()
    .transform((value) => value.split(',').map((part) => part.trim()))
    .refine((parts) => parts.every(isAddressOrNetwork), 'must be addresses or networks such as 10.1.2.3, 10.1.0.0/16')
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ADMIN_PASSWORD: z.string().min(8, 'must have at least 8 characters').optional(),
  DEMO_PASSWORD: z.string().min(8, 'must have at least 8 characters').optional(),
  OIDC_ISSUER: url(['https:', 'http:'])
    .refine((value) => {
      const { protocol, hostname } = new URL(value);
      return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
    }, 'must be an https:// address, or http:// on this machine')
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_USERNAME_CLAIM: z.string().optional(),
  OIDC_NAME: z.string().max(40, 'must have at most 40 characters').default('统一身份认证'),
});

export interface Config {
  httpPort: number;
  mqttPort: number;
  mqtts?: { port: number; key: Buffer; cert: Buffer; clientCa?: Buffer };
  /** The broker to which devices are connected in the stead of, or beside, the platform's own. */
  bridge?: BridgeSettings;
  mongodbUri?: string;
  dataDirectory: string;
  /** Where each signed checkpoint of the audit log is written in addition: a share, a web server's folder. */
  checkpointFile?: string;
  /** Of divisions, in the stead of the overview's schematic. */
  map?: DivisionMap;
  /** Towns by network address, in MaxMind's DB format, to notice copied codes. Absent: codes are counted alone. */
  placesFile?: string;
  /** For personal data, the newest first. Absent: the key kept in the data folder. */
  dataKeys?: DataKey[];
  /** Base of the links in QR codes, without a trailing slash. Absent: the address the request came to. */
  publicUrl?: string;
  /** Proxies whose `X-Forwarded-*` is believed: addresses, or how many stand in front. */
  trustProxy?: string[] | number;
  /** Absent: those of `http/data/rate-limits.json`. */
  rateLimits?: readonly RateLimit[];
  /** In the stead of those in `broker/limits.ts`. */
  mqttLimits?: Partial<BrokerLimits>;
  /** Absent: that of `devices/history/data/retention.json`. */
  retention?: RetentionPolicy;
  /** The mail server that warnings are sent by. */
  mail?: MailSettings;
  /** Addresses and networks inside the own walls that webhooks may reach. */
  outboundAllowed?: string[];
  logLevel: string;
  adminPassword?: string;
  demoPassword?: string;
  singleSignOn?: { issuer: string; clientId: string; clientSecret: string; name: string; usernameClaim?: string };
}

/** A setting that stops the start; `message` is one line that names the variable. */
export class InvalidConfiguration extends Error {}

/**
 * Reads and checks the environment once.
 * @throws InvalidConfiguration naming the first variable that cannot be used
 */
export function readConfig(variables: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new InvalidConfiguration(`${issue?.path.join('.')} ${issue?.message}`);
  }
  const read = parsed.data;
  return {
    httpPort: read.HTTP_PORT,
    mqttPort: read.MQTT_PORT,
    ...mqtts(read),
    ...bridge(read),
    ...(read.MONGODB_URI && { mongodbUri: read.MONGODB_URI }),
    dataDirectory: read.DATA_DIR,
    ...(read.CHECKPOINT_FILE && { checkpointFile: read.CHECKPOINT_FILE }),
    ...(read.MAP_FILE && { map: readSettings('MAP_FILE', read.MAP_FILE, divisionMapFile) }),
    ...(read.PLACES_FILE && { placesFile: read.PLACES_FILE }),
    ...(read.DATA_KEYS && { dataKeys: read.DATA_KEYS }),
    ...(read.PUBLIC_URL && { publicUrl: read.PUBLIC_URL.replace(/\/+$/, '') }),
    trustProxy: read.TRUST_PROXY,
    ...(read.RATE_LIMITS && { rateLimits: readSettings('RATE_LIMITS', read.RATE_LIMITS, rateLimitRows) }),
    ...(read.MQTT_LIMITS && { mqttLimits: readSettings('MQTT_LIMITS', read.MQTT_LIMITS, mqttLimits) }),
    ...(read.RETENTION && { retention: readSettings('RETENTION', read.RETENTION, retentionPolicy) }),
    ...mail(read),
    ...(read.OUTBOUND_ALLOWED && { outboundAllowed: read.OUTBOUND_ALLOWED }),
    logLevel: read.LOG_LEVEL,
    ...(read.ADMIN_PASSWORD && { adminPassword: read.ADMIN_PASSWORD }),
    ...(read.DEMO_PASSWORD && { demoPassword: read.DEMO_PASSWORD }),
    ...singleSignOn(read),
  };
}

function bridge(read: z.output<typeof environment>): Pick<Config, 'bridge'> {
  const {
    MQTT_BRIDGE_URL: address,
    MQTT_BRIDGE_CA: ca,
    MQTT_BRIDGE_CLIENT_ID: clientId,
    MQTT_BRIDGE_GROUP: group,
  } = read;
  if (address === undefined) return {};
  return { bridge: { url: new URL(address), clientId, group, ...(ca && { ca: readPem('MQTT_BRIDGE_CA', ca) }) } };
}

function mqtts(read: z.output<typeof environment>): Pick<Config, 'mqtts'> {
  const { MQTTS_PORT: port, MQTT_TLS_KEY: keyPath, MQTT_TLS_CERT: certPath, MQTT_TLS_CLIENT_CA: clientCa } = read;
  if (port === undefined) return {};
  if (!keyPath) throw new InvalidConfiguration('MQTT_TLS_KEY must name a key file when MQTTS_PORT is set');
  if (!certPath) throw new InvalidConfiguration('MQTT_TLS_CERT must name a certificate file when MQTTS_PORT is set');
  return {
    mqtts: {
      port,
      key: readPem('MQTT_TLS_KEY', keyPath),
      cert: readPem('MQTT_TLS_CERT', certPath),
      ...(clientCa && { clientCa: readPem('MQTT_TLS_CLIENT_CA', clientCa) }),
    },
  };
}

function singleSignOn(read: z.output<typeof environment>): Pick<Config, 'singleSignOn'> {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = read;
  if (issuer === undefined) return {};
  if (!clientId) throw new InvalidConfiguration('OIDC_CLIENT_ID must be set when OIDC_ISSUER is');
  if (!clientSecret) throw new InvalidConfiguration('OIDC_CLIENT_SECRET must be set when OIDC_ISSUER is');
  const usernameClaim = read.OIDC_USERNAME_CLAIM;
  return {
    singleSignOn: { issuer, clientId, clientSecret, name: read.OIDC_NAME, ...(usernameClaim && { usernameClaim }) },
  };
}

function mail({ SMTP_URL: server, SMTP_FROM: from }: z.output<typeof environment>): Pick<Config, 'mail'> {
  if (server === undefined) return {};
  if (!from) throw new InvalidConfiguration('SMTP_FROM must be set when SMTP_URL is');
  return { mail: { server, from } };
}

function readPem(variable: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new InvalidConfiguration(`${variable} names a file that cannot be read: ${path}`);
  }
}

function readSettings<Settings>(variable: string, path: string, schema: z.ZodType<Settings>): Settings {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
    throw new InvalidConfiguration(
      issue
        ? `${variable} ${path}: ${issue.path.join('.')} ${issue.message}`
        : `${variable} names a file that cannot be read as JSON: ${path}`,
    );
  }
}
