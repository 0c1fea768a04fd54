import type { Client } from './entities.ts';
import type { Document, ExpectedEvents } from './format.ts';
import { isPlain, type MatchContext, mismatch } from './match.ts';

export interface Observed {
  /** As the format names it: `commandStartedEvent`. */
  name: string;
  fields: Document;
}

export interface ClientEvents {
  observed: Observed[];
  /** All started commands that carry a session, for the assertions about lsids. */
  started: Document[];
}

const kinds: Record<string, [driver: string, kind: 'command' | 'cmap' | 'sdam']> = {
  commandStartedEvent: ['commandStarted', 'command'],
  commandSucceededEvent: ['commandSucceeded', 'command'],
  commandFailedEvent: ['commandFailed', 'command'],
  poolCreatedEvent: ['connectionPoolCreated', 'cmap'],
  poolReadyEvent: ['connectionPoolReady', 'cmap'],
  poolClearedEvent: ['connectionPoolCleared', 'cmap'],
  poolClosedEvent: ['connectionPoolClosed', 'cmap'],
  connectionCreatedEvent: ['connectionCreated', 'cmap'],
  connectionReadyEvent: ['connectionReady', 'cmap'],
  connectionClosedEvent: ['connectionClosed', 'cmap'],
  connectionCheckOutStartedEvent: ['connectionCheckOutStarted', 'cmap'],
  connectionCheckOutFailedEvent: ['connectionCheckOutFailed', 'cmap'],
  connectionCheckedOutEvent: ['connectionCheckedOut', 'cmap'],
  connectionCheckedInEvent: ['connectionCheckedIn', 'cmap'],
  serverDescriptionChangedEvent: ['serverDescriptionChanged', 'sdam'],
  topologyDescriptionChangedEvent: ['topologyDescriptionChanged', 'sdam'],
  serverHeartbeatStartedEvent: ['serverHeartbeatStarted', 'sdam'],
  serverHeartbeatSucceededEvent: ['serverHeartbeatSucceeded', 'sdam'],
  serverHeartbeatFailedEvent: ['serverHeartbeatFailed', 'sdam'],
  topologyOpeningEvent: ['topologyOpening', 'sdam'],
  topologyClosedEvent: ['topologyClosed', 'sdam'],
};

/** Commands whose content is secret are not observed unless a test asks for it. */
const sensitive = new Set([
  'authenticate',
  'saslStart',
  'saslContinue',
  'getnonce',
  'createUser',
  'updateUser',
  'copydbgetnonce',
  'copydbsaslstart',
  'copydb',
]);

export const refusalPhrase = 'embedded engine does not support';

/** An event's documents as they are now: the driver goes on changing them. */
function copied(document: Document): Document {
  return Object.fromEntries(Object.entries(document).map(([name, value]) => [name, copyOf(value)]));
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, copyOf(each)]));
  return isPlain(value) ? copied(value) : value;
}

export function observe(client: Client, given: Document, refused: (message: string) => void): ClientEvents {
  const events: ClientEvents = { observed: [], started: [] };
  const wanted = (given.observeEvents ?? []) as string[];
  const ignored = new Set(['configureFailPoint', ...((given.ignoreCommandMonitoringEvents ?? []) as string[])]);
  const emitter = client as unknown as { on(name: string, listener: (event: Document) => void): void };
  emitter.on('commandStarted', (event) => events.started.push(copied(event.command as Document)));
  emitter.on('commandFailed', (event) => {
    const message = String((event.failure as Error | undefined)?.message ?? '');
    if (message.startsWith(refusalPhrase)) refused(message);
  });
  for (const name of wanted) {
    const [driver, kind] = kinds[name] ?? [];
    if (!driver) throw new Error(`the runner cannot observe ${name}`);
    emitter.on(driver, (event) => {
      const command = event.commandName as string | undefined;
      if (kind === 'command' && command !== undefined) {
        if (ignored.has(command)) return;
        if (sensitive.has(command) && given.observeSensitiveCommands !== true) return;
      }
      events.observed.push({ name, fields: kind === 'command' ? copied(event) : event });
    });
  }
  return events;
}

/** What differs between the events of a client and those expected. */
export function eventMismatch(
  expected: ExpectedEvents,
  observed: readonly Observed[],
  context: MatchContext,
): string | undefined {
  const kind = expected.eventType ?? 'command';
  const own = observed.filter(({ name }) => kinds[name]?.[1] === kind);
  const names = own.map(({ name, fields }) => `${name}(${fields.commandName ?? ''})`).join(', ');
  if (own.length < expected.events.length || (own.length > expected.events.length && !expected.ignoreExtraEvents))
    return `expected ${expected.events.length} ${kind} events, saw ${own.length}: ${names}`;
  for (const [index, each] of expected.events.entries()) {
    const [name, fields = {}] = Object.entries(each)[0] ?? [];
    const actual = own[index] as Observed;
    if (actual.name !== name) return `event ${index}: expected ${name}, saw ${actual.name}`;
    const found = fieldsMismatch(fields, actual.fields, context);
    if (found) return `event ${index} (${name})${found}`;
  }
  return undefined;
}

/**
 * Driver 7 adds its 10 s `wtimeout` to every commit and abort that has a write concern; the specification asks for it
 * only when a commit is sent again. No server can tell.
 */
function withoutOwnTimeout(command: Document, expected: Document): Document {
  const concern = command.writeConcern as Document | undefined;
  const wanted = expected.writeConcern as Document | undefined;
  const ends = command.commitTransaction !== undefined || command.abortTransaction !== undefined;
  if (!ends || concern?.wtimeout !== 10_000 || (wanted && 'wtimeout' in wanted)) return command;
  const { wtimeout: _, ...writeConcern } = concern;
  return { ...command, writeConcern };
}

function fieldsMismatch(expected: Document, actual: Document, context: MatchContext): string | undefined {
  for (const [name, value] of Object.entries(expected)) {
    if (name === 'hasServiceId') {
      if (Boolean(actual.serviceId) !== value) return '.hasServiceId';
      continue;
    }
    if (name === 'hasServerConnectionId') {
      if ((actual.serverConnectionId !== undefined && actual.serverConnectionId !== null) !== value)
        return '.hasServerConnectionId';
      continue;
    }
    const own =
      name === 'command' ? withoutOwnTimeout(actual.command as Document, expected.command as Document) : actual[name];
    const found = mismatch(value, own, context, true, `.${name}`);
    if (found) return found;
  }
  return undefined;
}
