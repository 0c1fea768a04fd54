import type { Request, Response } from 'express';
import type { Context } from '../context.ts';
import type { Caller } from '../identity/caller.ts';
import { credentialsOf } from '../identity/caller.ts';
import { holds } from '../identity/rights/ability.ts';
import { createEventStreams, type EventStream, type EventStreamOptions } from './stream.ts';
import type { WarningView } from './view.ts';

interface Follower {
  caller: Caller;
  stream: EventStream;
  /** Takes over the rights of now; `false` when there are none any more. */
  renew(): Promise<boolean>;
  /** Changes that came while the missed ones are still being sent; absent once the follower is live. */
  held?: WarningView[];
}

export type StillValid = (request: Request) => Promise<Caller | null>;

interface Dependencies {
  warnings: {
    changed(warningId: string): Promise<((caller: Caller) => WarningView | null) | null>;
    changesSince(caller: Caller, lastEventId: string): AsyncIterable<WarningView>;
  };
  stillValid: StillValid;
  /** This person was handed the warning as it stands. */
  handedOver(caller: Caller, warning: WarningView): void;
}

const heldAtMost = 1_000;
const noWarning = '0'.repeat(24);

/** 预警实时推送: tells each follower of the warnings of the own division, as they change. */
export function createWarningStreams(
  context: Pick<Context, 'bus' | 'clock' | 'log'>,
  deps: Dependencies,
  options: EventStreamOptions = {},
) {
  const streams = createEventStreams(options);
  const followers = new Set<Follower>();
  let turn: Promise<void> = Promise.resolve();
  /** What does not work at the moment. */
  let faults: readonly string[] = [];

  const send = ({ stream, caller }: Follower, warning: WarningView): void => {
    stream.send({ event: 'warning', id: `${Date.parse(warning.updatedAt)}-${warning.id}`, data: warning });
    if (!stream.closed) deps.handedOver(caller, warning);
  };

  const tell = (follower: Follower, warning: WarningView): void => {
    if (!follower.held) send(follower, warning);
    else if (follower.held.push(warning) > heldAtMost) follower.stream.destroy();
  };

  const pass = async (warningId: string): Promise<void> => {
    if (followers.size === 0) return;
    const seenBy = await deps.warnings.changed(warningId);
    const asked = [...followers].map(async (follower) => ({ follower, mayGoOn: await follower.renew() }));
    for (const { follower, mayGoOn } of await Promise.all(asked)) {
      const warning = mayGoOn && !follower.stream.closed && seenBy?.(follower.caller);
      if (warning) tell(follower, warning);
      else if (!mayGoOn) follower.stream.destroy();
    }
  };

  /** A change that cannot be read would be lost to whoever follows: they break off, come again and resume. */
  const breakOff = (error: unknown): void => {
    context.log.error({ err: error }, 'a changed warning could not be read for its followers');
    for (const { stream } of followers) stream.destroy();
  };

  const follow = ({ warningId }: { warningId: string }) => {
    turn = turn.then(() => pass(warningId)).catch(breakOff);
  };
  const forgetChanges = [
    context.bus.on('warning.changed', follow),
    context.bus.on('warning.changed-elsewhere', follow),
  ];

  const forgetFaults = context.bus.on('platform.faults', (told) => {
    faults = told.faults;
    for (const follower of followers) tellFaults(follower, faults);
  });

  const forgetEnded = context.bus.on('credentials.ended', ({ ids }) => {
    for (const { caller, stream } of followers)
      if (credentialsOf(caller).some((id) => ids.includes(id))) stream.destroy();
  });

  const catchUp = async (follower: Follower, lastEventId: string): Promise<void> => {
    for await (const warning of deps.warnings.changesSince(follower.caller, lastEventId)) {
      if (follower.stream.closed) return;
      send(follower, warning);
      await follower.stream.drained();
    }
    for (const warning of follower.held ?? []) send(follower, warning);
    delete follower.held;
  };

  /** A session that has ended, or lost the right, must not go on listening; one whose roles changed goes on with these. */
  const renew = async (follower: Follower, request: Request): Promise<boolean> => {
    try {
      const caller = await deps.stillValid(request);
      if (!caller || !holds(caller, 'warnings:read')) return false;
      follower.caller = caller;
      return true;
    } catch (error) {
      // While the database is away no change can be told either: ask again at the next heartbeat.
      context.log.warn({ err: error }, 'a stream’s session could not be checked');
      return true;
    }
  };

  return {
    /** @throws TooManyRequests, Unavailable */
    open(caller: Caller, request: Request, response: Response, lastEventId: string | undefined): void {
      const stream = streams.open(request, response, caller.userId, () => follower.renew());
      const follower: Follower = { caller, stream, renew: () => renew(follower, request) };
      followers.add(follower);
      stream.onClose(() => followers.delete(follower));
      if (faults.length > 0) tellFaults(follower, faults);
      if (lastEventId === undefined) {
        stream.mark(`${context.clock().getTime()}-${noWarning}`);
        return;
      }
      follower.held = [];
      catchUp(follower, lastEventId).catch((error: unknown) => {
        context.log.error({ err: error }, 'missed warnings could not be read');
        stream.destroy();
      });
    },

    openStreams: () => streams.size,

    /** Ends all streams when the platform stops. */
    close(): void {
      for (const forget of [...forgetChanges, forgetFaults]) forget();
      forgetEnded();
      streams.close();
    },
  };
}

function tellFaults({ stream }: Follower, faults: readonly string[]): void {
  stream.send({ event: 'platform', data: { faults } });
}
