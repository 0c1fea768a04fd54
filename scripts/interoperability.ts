import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startOpenBroker } from '../broker/testing-support/open-broker.ts';

/** The suite names its port in the program alone, since unittest takes all words for itself. */
const program = `
import sys
source = open('client_test.py').read().replace('port = 1883', 'port = ' + sys.argv.pop()).replace('"localhost"', '"127.0.0.1"')
exec(compile(source, 'client_test.py', 'exec'))
`;

/** Runs Eclipse Paho's interoperability suite for MQTT 3.1.1, whose folder is named, against the broker without its topic rules. */
async function main(): Promise<void> {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new Error('name the folder "interoperability" of eclipse-paho/paho.mqtt.testing');
  const broker = await startOpenBroker(0);
  const suite = spawn('python3', ['-W', 'ignore', '-c', program, String(broker.port)], {
    cwd: folder,
    stdio: 'inherit',
  });
  const [code] = await once(suite, 'exit');
  await broker.stop();
  process.exitCode = code;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
