import { InvalidConfiguration, readConfig } from './config.ts';
import { type Platform, startPlatform } from './platform.ts';

/** Starts the platform as a service; SIGTERM and SIGINT stop it gracefully, a second one ends it at once. */
async function main(): Promise<void> {
  const starting = startPlatform(readConfig(process.env));
  stopOnSignals(starting);
  const platform = await starting;
  renewCertificateOnHangup(platform);
  if (platform.oneTimePassword)
    process.stdout.write(`${JSON.stringify({ administrator: 'admin', oneTimePassword: platform.oneTimePassword })}\n`);
  process.stdout.write(`${JSON.stringify({ ready: true, http: platform.http, mqtt: platform.mqtt })}\n`);
  platform.failed.then((reason) => fail(reason));
}

function stopOnSignals(starting: Promise<Platform>): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    starting
      .then((platform) => platform.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => fail(error instanceof Error ? error.message : String(error)),
      );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** SIGHUP reads the MQTT certificate again; one that cannot be read leaves the old one in use. */
function renewCertificateOnHangup(platform: Platform): void {
  process.on('SIGHUP', () => {
    try {
      const { mqtts } = readConfig(process.env);
      if (mqtts) platform.renewCertificate(mqtts);
    } catch (error) {
      process.stderr.write(`agritrace: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  });
}

function fail(reason: string): never {
  process.stderr.write(`agritrace: ${reason.split('\n')[0]}\n`);
  process.exit(1);
}

main().catch((error: unknown) => {
  if (error instanceof InvalidConfiguration) fail(error.message);
  fail(error instanceof Error ? error.message : String(error));
});
