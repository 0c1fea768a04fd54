import mongoose, { type mongo } from 'mongoose';
import { type ClientEvents, observe } from './events.ts';
import type { Document } from './format.ts';

const { MongoClient, GridFSBucket } = mongoose.mongo;
type MongoClientOptions = mongo.MongoClientOptions;
export type Client = InstanceType<typeof MongoClient>;
export type Session = ReturnType<Client['startSession']>;

/** Steps that run one after the other, beside the test's own. */
export class Thread {
  private last: Promise<void> = Promise.resolve();
  private failure: { error: unknown } | undefined;

  run(step: () => Promise<void>): void {
    this.last = this.last.then(step).catch((error: unknown) => {
      this.failure ??= { error };
    });
  }

  /** @throws the first error of its steps */
  async end(): Promise<void> {
    await this.last;
    if (this.failure) throw this.failure.error;
  }
}

/** What a test has made and may name: clients, databases, collections, sessions, cursors, saved results. */
export class Entities {
  readonly byName = new Map<string, unknown>();
  readonly clients = new Map<string, Client>();
  readonly events = new Map<string, ClientEvents>();
  readonly lsids = new Map<string, unknown>();
  private readonly uri: string;
  private readonly refused: (message: string) => void;

  constructor(uri: string, refused: (message: string) => void) {
    this.uri = uri;
    this.refused = refused;
  }

  get<Kind>(name: string): Kind {
    if (!this.byName.has(name)) throw new Error(`there is no entity ${name}`);
    return this.byName.get(name) as Kind;
  }

  async createAll(specifications: readonly Record<string, Document>[]): Promise<void> {
    for (const specification of specifications) {
      const [kind, given] = Object.entries(specification)[0] ?? [];
      if (!kind || !given) continue;
      const id = given.id as string;
      if (this.byName.has(id)) throw new Error(`the entity ${id} exists`);
      this.byName.set(id, await this.create(kind, id, given));
    }
  }

  private async create(kind: string, id: string, given: Document): Promise<unknown> {
    switch (kind) {
      case 'client':
        return this.createClient(id, given);
      case 'database':
        return this.get<Client>(given.client as string).db(
          given.databaseName as string,
          optionsOf(given.databaseOptions),
        );
      case 'collection':
        return this.get<ReturnType<Client['db']>>(given.database as string).collection(
          given.collectionName as string,
          optionsOf(given.collectionOptions),
        );
      case 'session': {
        const session = this.get<Client>(given.client as string).startSession(
          sessionOptions(given.sessionOptions as Document),
        );
        this.lsids.set(id, session.id);
        return session;
      }
      case 'thread':
        return new Thread();
      case 'bucket':
        return new GridFSBucket(this.get(given.database as string), optionsOf(given.bucketOptions));
      default:
        throw new Error(`the runner cannot make a ${kind}`);
    }
  }

  private async createClient(id: string, given: Document): Promise<Client> {
    const [address, query = ''] = this.uri.split('?');
    const parameters = new URLSearchParams(query);
    // Between two checks of a server that has said it is no primary, the driver else lets half a second pass.
    parameters.set('minHeartbeatFrequencyMS', '10');
    for (const [name, value] of Object.entries((given.uriOptions ?? {}) as Document))
      parameters.set(name, uriValue(value));
    // Connecting waits for a member of the client's read preference, and a set of one has no secondary.
    if (parameters.get('readPreference') === 'secondary') parameters.set('directConnection', 'true');
    const client = new MongoClient(`${address}?${parameters}`, {
      monitorCommands: true,
      // The format's clients have no connection but those their operations ask for.
      __skipPingOnConnect: true,
      ...(given.serverApi ? { serverApi: given.serverApi as never } : {}),
      ...(given.autoEncryptOpts ? { autoEncryption: given.autoEncryptOpts as never } : {}),
    } as MongoClientOptions);
    this.clients.set(id, client);
    this.events.set(id, observe(client, given, this.refused));
    await client.connect();
    return client;
  }

  async close(): Promise<void> {
    for (const entity of this.byName.values()) {
      if (isSession(entity)) await entity.endSession().catch(() => undefined);
    }
    await Promise.all([...this.clients.values()].map((client) => client.close().catch(() => undefined)));
  }
}

function isSession(entity: unknown): entity is Session {
  return typeof entity === 'object' && entity !== null && 'endSession' in entity && 'inTransaction' in entity;
}

function uriValue(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Read and write concerns and preferences, as the driver names them. */
export function optionsOf(given: unknown): Document {
  const { readConcern, readPreference, timeoutMS, ...rest } = (given ?? {}) as Document;
  const preference = readPreference as { mode: string; maxStalenessSeconds?: number; tagSets?: never } | undefined;
  return {
    ...rest,
    ...(readConcern ? { readConcern } : {}),
    ...(timeoutMS === undefined ? {} : { timeoutMS }),
    ...(preference
      ? {
          readPreference: new mongoose.mongo.ReadPreference(
            asMode(preference.mode) as never,
            preference.tagSets,
            preference,
          ),
        }
      : {}),
  };
}

/** `secondaryPreferred` is written with a small letter in both; files older than 1.1 begin with a capital. */
function asMode(mode: string): string {
  return mode.charAt(0).toLowerCase() + mode.slice(1);
}

function sessionOptions(given: Document | undefined): Document {
  if (!given) return {};
  const { defaultTransactionOptions, ...rest } = given;
  return {
    ...rest,
    ...(defaultTransactionOptions ? { defaultTransactionOptions: optionsOf(defaultTransactionOptions) } : {}),
  };
}
