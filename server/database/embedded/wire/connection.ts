import { once } from 'node:events';
import type { Socket } from 'node:net';
import { Command, type Reply } from '../commands/command.ts';
import { asEngineError, type Caller, dispatch } from '../commands/dispatch.ts';
import { nextHello } from '../commands/hello.ts';
import { codeName, EngineError, ProtocolError } from '../errors.ts';
import { maximumMessageSize } from '../limits.ts';
import { field } from '../values/bson.ts';
import { double } from '../values/build.ts';
import { encodeReply, type InvalidRequest, parseRequest, type Request } from './message.ts';

/** Requests waiting on one connection before reading from it pauses. */
const maximumWaiting = 64;

const handshakes = new Set(['ismaster', 'isMaster', 'hello']);

/** Cuts the stream into messages. */
class Framing {
  private chunks: Buffer[] = [];
  private length = 0;

  *push(chunk: Buffer): Generator<Buffer> {
    this.chunks.push(chunk);
    this.length += chunk.length;
    while (this.length >= 4) {
      const wanted = this.peekLength();
      if (wanted < 16 || wanted > maximumMessageSize) throw new ProtocolError(`message length ${wanted}`);
      if (this.length < wanted) return;
      yield this.take(wanted);
    }
  }

  private joined(): Buffer {
    const [first] = this.chunks;
    const whole = first && this.chunks.length === 1 ? first : Buffer.concat(this.chunks);
    this.chunks = [whole];
    return whole;
  }

  private peekLength(): number {
    const [first] = this.chunks;
    return first && first.length >= 4 ? first.readInt32LE(0) : this.joined().readInt32LE(0);
  }

  private take(length: number): Buffer {
    const whole = this.joined();
    const rest = whole.subarray(length);
    this.chunks = rest.length > 0 ? [rest] : [];
    this.length = rest.length;
    return whole.subarray(0, length);
  }
}

function refusal({ code, message }: EngineError): Reply {
  return { ok: double(0), errmsg: message, code, codeName: codeName(code) };
}

async function answer(caller: Caller, request: Request | InvalidRequest): Promise<Reply> {
  if ('error' in request) return refusal(request.error);
  let command: Command;
  try {
    command = new Command(request.body, request.sequences);
  } catch (error) {
    return refusal(asEngineError(error));
  }
  if (request.kind === 'query' && !handshakes.has(command.name)) {
    const errmsg = `Unsupported OP_QUERY command: ${command.name}. The client driver may require an upgrade.`;
    return refusal(new EngineError(352, errmsg));
  }
  return dispatch(caller, command);
}

/** A reply larger than the protocol allows is an error in its stead. */
function encoded(request: Request | InvalidRequest, reply: Reply): ReturnType<typeof encodeReply> {
  try {
    return encodeReply(request, reply, streams(request, reply));
  } catch (error) {
    return encodeReply(request, refusal(asEngineError(error)));
  }
}

/** Whether further answers follow this one: to a `hello` that waits for news, when its client lets it stream. */
function streams(request: Request | InvalidRequest, reply: Reply): request is Request {
  if (!request.mayStream || 'error' in request || reply.code !== undefined) return false;
  return reply.topologyVersion !== undefined && field(request.body, 'maxAwaitTimeMS') !== undefined;
}

/** Serves one connection: its requests one after the other; a malformed message closes it, and it alone. */
export function serveConnection(
  socket: Socket,
  client: Omit<Caller, 'ended'>,
): {
  /** Lets what is in flight finish and takes nothing more. */
  finish: () => Promise<void>;
} {
  const framing = new Framing();
  const end = new AbortController();
  const caller: Caller = { ...client, ended: end.signal };
  const waiting: (Request | InvalidRequest)[] = [];
  let serving: Promise<void> | undefined;

  /** Gives the number of the answer sent. */
  const send = (request: Request | InvalidRequest, reply: Reply): number => {
    const { id, bytes } = encoded(request, reply);
    socket.write(bytes);
    return id;
  };

  const handle = async (first: Request | InvalidRequest): Promise<void> => {
    let request = first;
    for (;;) {
      const reply = await answer(caller, request);
      if (request.wantsReply && !socket.destroyed) {
        const requestId = send(request, reply);
        // Who does not read gets no more: answers must not heap up here.
        if (socket.writableNeedDrain) await once(socket, 'drain', { signal: end.signal }).catch(() => undefined);
        if (streams(request, reply) && !end.signal.aborted) {
          request = { ...request, requestId, body: nextHello(request.body, caller.engine.topologyVersion) };
          continue;
        }
      }
      if ('error' in request) socket.destroySoon();
      return;
    }
  };

  const fail = (error: unknown): void => {
    if (!(error instanceof ProtocolError)) asEngineError(error);
    waiting.length = 0;
    socket.destroy();
  };

  const serveWaiting = async (): Promise<void> => {
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        await handle(next);
        if (socket.isPaused() && !end.signal.aborted && waiting.length < maximumWaiting) socket.resume();
      }
    } catch (error) {
      fail(error);
    } finally {
      serving = undefined;
    }
  };

  socket.setNoDelay(true);
  socket.on('data', (chunk: Buffer) => {
    try {
      for (const bytes of framing.push(chunk)) waiting.push(parseRequest(bytes));
    } catch (error) {
      fail(error);
    }
    if (waiting.length >= maximumWaiting) socket.pause();
    if (waiting.length > 0) serving ??= serveWaiting();
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => end.abort());
  return {
    async finish() {
      socket.pause();
      end.abort();
      await serving;
    },
  };
}
