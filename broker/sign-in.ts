import { setTimeout as wait } from 'node:timers/promises';
import type { AedesOptions, AuthenticateError, Client, ConnectPacket } from 'aedes';
import type { KeptSessions } from './kept-sessions.ts';
import type { BrokerLimits } from './limits.ts';
import type { Logger } from './log.ts';
import { type PeerCertificate, peerCertificateOf } from './peer-certificate.ts';
import type { BrokerPorts, Principal } from './ports.ts';
import type { Sessions } from './sessions.ts';
import { SignInDelay } from './sign-in-delay.ts';
import { mayPublish } from './topic-rules.ts';

/** CONNACK return codes (MQTT 3.1.1, table 3.1). */
const IDENTIFIER_REJECTED = 2;
const SERVER_UNAVAILABLE = 3;
const BAD_USERNAME_OR_PASSWORD = 4;
const NOT_AUTHORIZED = 5;

const LONGEST_CREDENTIAL = 1024;

interface Refusal {
  code: number;
  locked?: true;
  reason: string;
}

interface Asked {
  clientId: string;
  clean: boolean;
  will?: { topic: string; retain: boolean };
  address: string;
  certificate?: PeerCertificate;
}

export interface SignInOptions {
  ports: BrokerPorts;
  sessions: Sessions;
  keptSessions(): KeptSessions;
  limits: BrokerLimits;
  clock: () => Date;
  log: Logger;
  /** Aborted when the broker stops. */
  stopping: AbortSignal;
  onRefused(locked: boolean): void;
}

type SignIn = Required<Pick<AedesOptions, 'preConnect' | 'authenticate'>>;

/** Decides who may connect. */
export function createSignIn(options: SignInOptions): SignIn {
  const asked = new WeakMap<Client, Asked>();
  const delay = new SignInDelay(options.limits);
  return {
    preConnect(client, packet, done) {
      asked.set(client, prepare(client, packet, options.limits));
      done(null, true);
    },
    authenticate(client, username, password, done) {
      const wish = asked.get(client);
      const decision = wish
        ? decide(options, delay, client, wish, username, password)
        : Promise.resolve<Refusal>({ code: SERVER_UNAVAILABLE, reason: 'no CONNECT packet seen' });
      decision.then(
        (refusal) => {
          if (!refusal) return done(null, true);
          options.onRefused(refusal.locked === true);
          const { address, clientId } = wish ?? {};
          options.log.warn(
            { address, username: loggable(username, password), clientId, code: refusal.code, reason: refusal.reason },
            'sign-in refused',
          );
          return done(refused(refusal), null);
        },
        (error: unknown) => {
          options.log.error({ err: error, username: loggable(username, password) }, 'sign-in failed');
          done(refused({ code: SERVER_UNAVAILABLE, reason: 'sign-in is not possible at the moment' }), null);
        },
      );
    },
  };
}

/** Device ids and user names are shorter than any secret of ours, which has 43 characters. */
const longestName = 40;

/** A name alone may itself be the secret (an access token), and a name as long as one has been mistaken for it: they are cut. */
function loggable(username: string | undefined, password: Buffer | undefined): string | undefined {
  const whole = username === undefined || (Boolean(password?.length) && username.length <= longestName);
  return whole ? username : `${username.slice(0, 4)}…`;
}

/**
 * Client ids are the clients' own choice. Each is put under the name it signs in with, so that nobody can take over, or
 * occupy, the session of another by using its id. The length keeps the two parts apart.
 */
function prepare(client: Client, packet: ConnectPacket, limits: BrokerLimits): Asked {
  const clientId = packet.clientId;
  const certificate = peerCertificateOf(client.conn);
  const username = packet.username ?? certificate?.fingerprint ?? '';
  if (clientId !== '') packet.clientId = `${username.length}:${username}:${clientId}`;
  // MQTT 3.1.1, 3.1.2.10 lets a server drop an inactive client regardless of its keep alive: 0 would hold a dead one for ever.
  packet.keepalive = Math.min(packet.keepalive || limits.keepAliveSeconds, limits.keepAliveSeconds);
  const address = 'remoteAddress' in client.conn ? (client.conn.remoteAddress ?? 'unknown') : 'unknown';
  const will = packet.will && { topic: packet.will.topic, retain: packet.will.retain === true };
  return {
    clientId,
    clean: packet.clean !== false,
    address,
    ...(will && { will }),
    ...(certificate && { certificate }),
  };
}

async function decide(
  options: SignInOptions,
  delay: SignInDelay,
  client: Client,
  wish: Asked,
  username: string | undefined,
  password: Buffer | undefined,
): Promise<Refusal | null> {
  const malformed = malformedCredentials(wish, username, password, options.limits);
  const name = username || wish.certificate?.fingerprint;
  if (malformed || name === undefined) return malformed;
  if (wish.certificate?.distrust)
    return { code: NOT_AUTHORIZED, reason: `the client certificate is not trusted: ${wish.certificate.distrust}` };
  const locked = delay.lockedFor(wish.address, name, options.clock().getTime());
  if (locked > 0)
    return {
      code: NOT_AUTHORIZED,
      locked: true,
      reason: `too many failures; locked for ${Math.ceil(locked / 1000)} s`,
    };
  const patience = delay.before(wish.address, name, options.clock().getTime());
  if (patience > 0) await wait(patience, undefined, { signal: options.stopping, ref: false });
  if (client.closed) return { code: SERVER_UNAVAILABLE, reason: 'the client left before it was signed in' };
  const principal = await authenticate(options, () =>
    wish.certificate && !password?.length
      ? options.ports.authenticateCertificate(wish.certificate.fingerprint, username || undefined)
      : options.ports.authenticate(name, password),
  );
  if (!principal) {
    delay.failed(wish.address, name, options.clock().getTime());
    return { code: NOT_AUTHORIZED, reason: 'wrong name or secret, or the account is disabled' };
  }
  delay.succeeded(wish.address, name);
  const refusal = refusalOf(principal, client, wish, options);
  if (refusal) return refusal;
  options.sessions.begin(client, { principal, clientId: wish.clientId, address: wish.address });
  if (principal.kind !== 'user' && principal.until) endAt(principal.until, client, options);
  await options.keptSessions().signedIn(principal, client.id, wish.clean);
  return null;
}

/** Judged again when sign-ins were ended meanwhile: this one may be among them. */
async function authenticate(
  { sessions }: SignInOptions,
  ask: () => Promise<Principal | null>,
): Promise<Principal | null> {
  for (;;) {
    const before = sessions.endings;
    const principal = await ask();
    if (before === sessions.endings) return principal;
  }
}

const longestTimer = 2 ** 31 - 1;

/** The secret it came with is good until then, and so is the connection. */
function endAt(until: Date, client: Client, { sessions, clock }: SignInOptions): void {
  const session = sessions.of(client);
  const left = Math.min(Math.max(until.getTime() - clock().getTime(), 0), longestTimer);
  const timer = setTimeout(() => sessions.end((other) => other === session), left).unref();
  client.conn.once('close', () => clearTimeout(timer));
}

function malformedCredentials(
  wish: Asked,
  username: string | undefined,
  password: Buffer | undefined,
  limits: BrokerLimits,
): Refusal | null {
  if (wish.clientId.length > limits.clientIdLength)
    return { code: IDENTIFIER_REJECTED, reason: `the client id is longer than ${limits.clientIdLength} characters` };
  // MQTT 3.1.1, 3.1.3-8
  if (wish.clientId === '' && !wish.clean)
    return { code: IDENTIFIER_REJECTED, reason: 'a kept session (clean session = 0) needs a client id' };
  if (!username && !wish.certificate) return { code: BAD_USERNAME_OR_PASSWORD, reason: 'no user name given' };
  if ((username?.length ?? 0) > LONGEST_CREDENTIAL || (password?.length ?? 0) > LONGEST_CREDENTIAL)
    return { code: BAD_USERNAME_OR_PASSWORD, reason: 'the user name or the password is too long' };
  return null;
}

function refusalOf(principal: Principal, client: Client, wish: Asked, options: SignInOptions): Refusal | null {
  if (options.stopping.aborted || client.closed)
    return { code: SERVER_UNAVAILABLE, reason: 'the connection is closing' };
  const will = wish.will && mayPublish(principal, wish.will.topic, wish.will.retain);
  if (will && !will.allowed) return { code: NOT_AUTHORIZED, reason: `the last will is refused. ${will.reason}` };
  if (options.sessions.othersOf(principal, client) >= options.limits.connectionsPerPrincipal)
    return {
      code: SERVER_UNAVAILABLE,
      reason: `more than ${options.limits.connectionsPerPrincipal} connections at once under one name`,
    };
  return null;
}

function refused({ code, reason }: Refusal): AuthenticateError {
  return Object.assign(new Error(reason), { returnCode: code });
}
