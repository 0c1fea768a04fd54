import { connect, type Socket } from 'node:net';
import { BSON } from 'bson';

export function socketPathOf(uri: string): string {
  return decodeURIComponent(/^mongodb:\/\/([^/]+)\//.exec(uri)?.[1] ?? '');
}

/** An OP_MSG with one body. */
export function message(body: Record<string, unknown>, flags = 0): Buffer {
  const document = BSON.serialize(body);
  const bytes = Buffer.alloc(21 + document.length);
  bytes.writeInt32LE(bytes.length, 0);
  bytes.writeInt32LE(1, 4);
  bytes.writeInt32LE(2013, 12);
  bytes.writeUInt32LE(flags, 16);
  bytes.set(document, 21);
  return bytes;
}

export function open(uri: string): Socket {
  const socket = connect(socketPathOf(uri));
  socket.on('error', () => undefined);
  return socket;
}

/** The next whole message from the socket, or undefined when it closes. */
export function nextMessage(socket: Socket): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    let chunks: Buffer[] = [];
    let length = 0;
    const onData = (chunk: Buffer): void => {
      chunks.push(chunk);
      length += chunk.length;
      if (length < 4) return;
      if (chunks[0] && chunks[0].length < 4) chunks = [Buffer.concat(chunks)];
      if (length >= (chunks[0]?.readInt32LE(0) ?? 0)) done(Buffer.concat(chunks));
    };
    const onClose = (): void => done(undefined);
    const done = (result: Buffer | undefined): void => {
      socket.off('data', onData);
      socket.off('close', onClose);
      resolve(result);
    };
    socket.on('data', onData);
    socket.on('close', onClose);
  });
}

/** Sends a command without a driver, so that its every field is ours. */
export async function rawCommand(uri: string, body: Record<string, unknown>): Promise<Record<string, unknown>> {
  const socket = open(uri);
  socket.write(message(body));
  const reply = await nextMessage(socket);
  socket.destroy();
  if (!reply) throw new Error('the connection was closed');
  return BSON.deserialize(reply.subarray(21));
}
