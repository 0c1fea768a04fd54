import { createServer } from 'node:net';

/**
 * The least a server must do for the driver: cut the stream into messages, find the command's name, send prepared
 * bytes. Run as a child; its parent sends the prepared replies (base64) and the socket's path.
 */
type Prepared = { path: string; replies: Record<string, string> };

const legacyQuery = 2004;

function nameOf(message: Buffer): string {
  // After header, flags and section kind: the body's length, its first element's type and name.
  const at = message.readInt32LE(12) === legacyQuery ? message.indexOf(0, 20) + 9 : 21;
  return message.toString('latin1', at + 5, message.indexOf(0, at + 5));
}

/** The prepared body within OP_MSG, or OP_REPLY for the first handshake. */
function answer(message: Buffer, body: Buffer): Buffer {
  const legacy = message.readInt32LE(12) === legacyQuery;
  const head = Buffer.alloc(legacy ? 36 : 21);
  head.writeInt32LE(head.length + body.length, 0);
  message.copy(head, 8, 4, 8);
  head.writeInt32LE(legacy ? 1 : 2013, 12);
  if (legacy) {
    head.writeInt32LE(8, 16);
    head.writeInt32LE(1, 32);
  }
  return Buffer.concat([head, body]);
}

process.once('message', ({ path, replies }: Prepared) => {
  const bodies = new Map(Object.entries(replies).map(([name, base64]) => [name, Buffer.from(base64, 'base64')]));
  const server = createServer((socket) => {
    let rest: Buffer = Buffer.alloc(0);
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      while (rest.length >= 4 && rest.length >= rest.readInt32LE(0)) {
        const message = rest.subarray(0, rest.readInt32LE(0));
        rest = rest.subarray(message.length);
        const body = bodies.get(nameOf(message));
        if (body) socket.write(answer(message, body));
      }
    });
  });
  server.listen(path, () => process.send?.('listening'));
});
process.once('disconnect', () => process.exit(0));
