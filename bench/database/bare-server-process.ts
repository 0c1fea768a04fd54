import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';

const { BSON } = mongoose.mongo;

let started = 0;

/** One command's reply as the engine sends it. */
async function replyOf(socketPath: string, command: Record<string, unknown>): Promise<Uint8Array> {
  const body = BSON.serialize({ ...command, $db: 'agritrace' });
  const message = Buffer.alloc(21 + body.length);
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(2013, 12);
  message.set(body, 21);
  const socket = connect(socketPath);
  socket.write(message);
  let received: Buffer = Buffer.alloc(0);
  while (received.length < 4 || received.length < received.readInt32LE(0)) {
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    received = Buffer.concat([received, chunk]);
  }
  socket.destroy();
  return received.subarray(21);
}

/** Starts a server in its own process that answers the engine's own bytes to commands of these kinds. */
export async function startBareServer(
  engineSocket: string,
  directory: string,
  examples: Record<string, unknown>[],
): Promise<{ uri: string; stop(): Promise<void> }> {
  const path = join(directory, `bare-${++started}.sock`);
  const replies: Record<string, string> = {};
  for (const example of examples) {
    const [name = ''] = Object.keys(example);
    replies[name] = Buffer.from(await replyOf(engineSocket, example)).toString('base64');
  }
  // Without a topology version monitors poll: the bare server holds no answer back.
  const { topologyVersion, ...hello } = BSON.deserialize(await replyOf(engineSocket, { hello: 1 }));
  const handshake = { ...hello, ismaster: true, hosts: [path], primary: path, me: path };
  for (const name of ['hello', 'ismaster']) replies[name] = Buffer.from(BSON.serialize(handshake)).toString('base64');
  replies.endSessions = Buffer.from(BSON.serialize({ ok: 1 })).toString('base64');
  const child = fork(fileURLToPath(new URL('./bare-server.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] });
  child.send({ path, replies });
  const ready = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => undefined)]);
  if (!ready) throw new Error('the bare server did not start');
  return {
    uri: `mongodb://${encodeURIComponent(path)}/agritrace?directConnection=true`,
    async stop() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
