import { parseArgs } from 'node:util';
import { serve } from './serve.ts';

/** `npm run database [-- --port N]`: the embedded database alone on DATA_DIR; `--fail-points` is for driver tests. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string' }, 'fail-points': { type: 'boolean' } } });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65535)) {
    throw new Error(`--port must be a number from 0 to 65535, not ${values.port}`);
  }
  const dataDirectory = process.env.DATA_DIR || 'data';
  const serving = await serve({
    dataDirectory,
    ...(port === undefined ? {} : { port }),
    ...(values['fail-points'] ? { failPoints: true } : {}),
  });
  const stop = (): void => {
    void serving.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // As another program's child it ends with it.
  if (process.send) process.once('disconnect', stop);
  const { uri, tcpUri } = serving;
  process.stdout.write(
    `${JSON.stringify({ ready: true, uri: tcpUri ?? uri, ...(tcpUri ? { socketUri: uri } : {}) })}\n`,
  );
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
