import { createServer } from 'node:net';
import { Aedes } from 'aedes';

/** Baseline (a): Aedes as it comes, which acknowledges and stores nothing. */
async function main(): Promise<void> {
  const aedes = await Aedes.createBroker({ concurrency: 100 });
  const server = createServer(aedes.handle);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    process.stdout.write(`${JSON.stringify({ ready: true, mqtt: port })}\n`);
  });
}

void main();
