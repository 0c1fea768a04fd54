import { once } from 'node:events';
import type { Request, Response } from 'express';
import { TooManyRequests, Unavailable } from '../errors.ts';
import { leaveRequestScope } from '../http/request-scope.ts';

/** One open answer of server-sent events (WHATWG HTML, 9.2). */
export interface EventStream {
  readonly closed: boolean;
  /** Without an id: nothing from which to resume. */
  send(event: { event: string; id?: string; data: unknown }): void;
  /** Tells the client from where to resume, without an event. */
  mark(id: string): void;
  /** Resolves when the client has taken enough of what was sent that more makes sense. */
  drained(): Promise<void>;
  /** Breaks off; the client comes again with the last event it has. */
  destroy(): void;
  onClose(listener: () => void): void;
}

export interface EventStreamOptions {
  heartbeatMilliseconds?: number;
  /** How long a client waits before it comes again. */
  retryMilliseconds?: number;
  maximumPerUser?: number;
  maximumBufferedBytes?: number;
  /** A client that takes nothing for so long is given up. */
  stalledMilliseconds?: number;
}

/** Opens, counts, keeps alive and ends streams; what they say is the caller's affair. */
export function createEventStreams(options: EventStreamOptions = {}) {
  const {
    heartbeatMilliseconds = 20_000,
    retryMilliseconds = 3_000,
    maximumPerUser = 10,
    maximumBufferedBytes = 1_048_576,
    stalledMilliseconds = 30_000,
  } = options;
  const openResponses = new Set<Response>();
  const perUser = new Map<string, number>();
  let closing = false;

  const count = (userId: string, step: 1 | -1): void => {
    const streams = (perUser.get(userId) ?? 0) + step;
    if (streams === 0) perUser.delete(userId);
    else perUser.set(userId, streams);
  };

  return {
    /**
     * Answers the request with a stream. `mayGoOn` is asked at each heartbeat; `false` ends the stream.
     * @throws TooManyRequests when the user has too many streams, Unavailable while the platform stops
     */
    open(request: Request, response: Response, userId: string, mayGoOn: () => Promise<boolean>): EventStream {
      if (closing) throw new Unavailable('The platform is stopping');
      if ((perUser.get(userId) ?? 0) >= maximumPerUser)
        throw new TooManyRequests(`You have ${maximumPerUser} streams open already; close one first`);
      count(userId, 1);
      openResponses.add(response);
      begin(request, response, retryMilliseconds);

      const write = (text: string): void => {
        if (response.writableEnded || response.destroyed) return;
        response.write(text);
        if (response.writableLength > maximumBufferedBytes) response.destroy();
      };
      const heartbeat = setInterval(async () => {
        if (await mayGoOn()) write(': heartbeat\n\n');
        else response.end();
      }, heartbeatMilliseconds);
      response.once('close', () => {
        clearInterval(heartbeat);
        openResponses.delete(response);
        count(userId, -1);
      });
      // A client that vanishes while it is written to is a closed stream, not a fault.
      response.on('error', () => response.destroy());

      return {
        get closed() {
          return response.writableEnded || response.destroyed;
        },
        send: ({ event, id, data }) =>
          write(`event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`),
        mark: (id) => write(`id: ${id}\n\n`),
        async drained() {
          if (!response.writableNeedDrain || response.destroyed) return;
          const stalled = AbortSignal.timeout(stalledMilliseconds);
          await Promise.race([
            once(response, 'drain', { signal: stalled }),
            once(response, 'close', { signal: stalled }),
          ]).catch(() => response.destroy());
        },
        destroy: () => void response.destroy(),
        onClose: (listener) => void response.once('close', listener),
      };
    },

    /** Streams open at the moment. */
    get size(): number {
      return openResponses.size;
    },

    /** Ends all streams, and refuses new ones from now on. */
    close(): void {
      closing = true;
      for (const response of openResponses) response.end();
    },
  };
}

export type EventStreams = ReturnType<typeof createEventStreams>;

function begin(request: Request, response: Response, retryMilliseconds: number): void {
  request.socket.setTimeout(0);
  request.socket.setNoDelay(true);
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache, no-transform',
    // nginx would otherwise collect events before it passes them on.
    'X-Accel-Buffering': 'no',
  });
  response.write(`retry: ${retryMilliseconds}\n\n`);
  leaveRequestScope(response);
}
