import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { type Broker, startBroker } from '../broker/broker.ts';
import { fileOutlet, publishCheckpoints } from './audit/index.ts';
import { startBackground, stopBackground } from './background.ts';
import { startBridging } from './bridging.ts';
import { createBrokerPorts } from './broker-ports.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { type Database, openDatabase } from './database/connection.ts';
import { migrate, migrations } from './database/migrations/index.ts';
import { prepareCollections } from './database/prepare.ts';
import { requireFinishedRestore } from './database/unfinished-restore.ts';
import { createCommandsElsewhere, createCutOffsElsewhere } from './devices/index.ts';
import { selfAndAbove } from './divisions/rules.ts';
import { createEventBus } from './events.ts';
import { createApp } from './http/app.ts';
import { addConsole } from './http/console-files.ts';
import { addDocumentation } from './http/documentation.ts';
import { addFieldApp } from './http/field-files.ts';
import { addHealth } from './http/health.ts';
import { closeHttp, createHttpServer, listen, portOf } from './http/listening.ts';
import { createMetrics } from './http/metrics.ts';
import { createAuthenticate } from './identity/index.ts';
import { diskIsFull, storageLevels } from './levels.ts';
import { createLog } from './logging.ts';
import { createOutbound } from './outbound/outbound.ts';
import { watchFaults } from './platform-faults.ts';
import { encryptAgain, openDataKeys, requireDataKeys } from './privacy/index.ts';
import { publicPages } from './public-pages.ts';
import { allRoutes } from './routes.ts';
import { createServices, type Services } from './services.ts';
import { addEpcisOptions, epcisProblemType, openPlaces } from './traceability/index.ts';
import { createMail } from './warnings/index.ts';

export interface Platform {
  /** The ports in use. */
  http: number;
  mqtt: number;
  services: Services;
  /** What the services are made from. */
  context: Context;
  /** The first administrator's password, when it was made up at this start. */
  oneTimePassword?: string;
  mqtts?: number;
  /** New MQTT connections over TLS get this certificate from now on. */
  renewCertificate: Broker['renewCertificate'];
  /** Takes no more, finishes what is in flight, closes the database. */
  stop(): Promise<void>;
  /** Resolves with the reason when the platform cannot go on. */
  failed: Promise<string>;
}

/** The composition root: configuration → database → services → broker → HTTP. */
export async function startPlatform(config: Config, clock: () => Date = () => new Date()): Promise<Platform> {
  const log = createLog(config.logLevel);
  const database = await openDatabase({ uri: config.mongodbUri, dataDirectory: config.dataDirectory, log });
  try {
    return await startOn(database, config, clock, log);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function startOn(database: Database, config: Config, clock: () => Date, log: Logger): Promise<Platform> {
  const context: Context = { connection: database.connection, bus: createEventBus(), clock, log };
  const http = createHttpServer();
  const publicUrl = () => config.publicUrl ?? `http://localhost:${portOf(http)}`;
  const { dataDirectory } = config;
  const dataKeys = openDataKeys({ given: config.dataKeys, dataDirectory, log });
  await requireDataKeys(database.connection, dataKeys, clock());
  const outbound = createOutbound({ allowed: config.outboundAllowed });
  const mail = config.mail && createMail(config.mail);
  const traceUrl = (code: string) => `${publicUrl()}/q/${encodeURIComponent(code)}`;
  const services = createServices(context, {
    traceUrl,
    reportUrl: (number, code) => `${publicUrl()}/reports/${number}/${code}`,
    certificateUrl: (number) => `${publicUrl()}/certificates/${number}`,
    absolute: (path) => `${publicUrl()}${path}`,
    conformityUrl: (number) => `${publicUrl()}/c/${number}`,
    feedUrl: (token) => `${publicUrl()}/api/v1/calendar-feeds/deadlines.ics?token=${token}`,
    dataDirectory,
    dataKeys,
    retention: config.retention,
    map: config.map,
    outbound,
    mail,
    ...(config.placesFile && { placeOf: await openPlaces(config.placesFile) }),
    consoleUrl: (path) => `${publicUrl()}/console/${path}`,
    ...(config.singleSignOn && {
      singleSignOn: {
        ...config.singleSignOn,
        redirectUri: () => `${publicUrl()}/api/v1/session/single-sign-on/callback`,
      },
    }),
  });
  await requireFinishedRestore(database.connection);
  await migrate({ connection: database.connection, migrations, holder: randomUUID(), clock: () => new Date(), log });
  await prepareCollections(database.connection);
  const oneTimePassword = await services.identity.users.ensureAdministrator(config.adminPassword);
  await services.warnings.ensureDefaultRules();
  await startBackground(services);
  let stopping = false;
  const encrypting = encryptAgain(context, dataKeys, () => !stopping).catch((error: unknown) =>
    log.error({ err: error }, 'personal data not encrypted with the newest key; the next start goes on'),
  );

  const broker = await startBroker({
    ports: createBrokerPorts(services),
    mqttPort: config.mqttPort,
    ...(config.mqtts && { mqtts: config.mqtts }),
    ...(config.mqttLimits && { limits: config.mqttLimits }),
    spoolDirectory: join(config.dataDirectory, 'spool'),
    clock,
    log,
  });
  publishWarnings(services, broker);
  const bridging = config.bridge && startBridging(context, broker, config.bridge);
  await publishCheckpoints(context, services.audit, [
    { name: 'MQTT', put: (note) => broker.publishCheckpoint(note) },
    ...(config.checkpointFile ? [fileOutlet(config.checkpointFile)] : []),
  ]);
  context.bus.on('credentials.ended', ({ ids }) => broker.endConnections(ids));
  context.bus.on('command.queued', ({ deviceId }) => broker.deliverCommands(deviceId));
  context.bus.on('device.cut-off', ({ deviceId }) => broker.endDevice(deviceId));
  const unready = () => notReady(database, broker, config.dataDirectory);
  const faults = watchFaults(context, unready);
  const elsewhere = [
    services.warnings.changesElsewhere,
    createCommandsElsewhere(context),
    createCutOffsElsewhere(context),
  ];
  if (config.mongodbUri) for (const looking of elsewhere) looking.start();
  const routes = allRoutes(services);
  const metrics = createMetrics();
  http.on(
    'request',
    createApp({
      routes,
      authenticate: createAuthenticate(services.identity),
      log,
      metrics: metrics.requests,
      trustProxy: config.trustProxy,
      publicUrl: config.publicUrl,
      rateLimits: config.rateLimits,
      problemType: epcisProblemType,
      pages: [
        (router) =>
          addHealth(router, metrics.registry, {
            notReady: unready,
            counters: () => brokerNumbers(broker).counters,
            levels: async () => ({
              ...brokerNumbers(broker).levels,
              warning_streams: services.warnings.openStreams(),
              ...(await storageLevels(database.connection, config.dataDirectory)),
            }),
          }),
        (router) => addDocumentation(router, routes, version),
        (router) => addConsole(router),
        (router) => addFieldApp(router),
        (router) => addEpcisOptions(router, routes),
        ...publicPages(services, { traceUrl, log }),
      ],
    }),
  );
  try {
    await listen(http, config.httpPort);
  } catch (error) {
    await broker.stop();
    throw error;
  }
  return {
    http: portOf(http),
    mqtt: broker.mqttPort,
    ...(broker.mqttsPort !== undefined && { mqtts: broker.mqttsPort }),
    renewCertificate: broker.renewCertificate,
    services,
    context,
    ...(oneTimePassword !== undefined && { oneTimePassword }),
    failed: database.lost,
    async stop() {
      stopping = true;
      const httpClosed = closeHttp(http);
      faults.stop();
      services.warnings.closeStreams();
      outbound.close();
      await bridging?.stop();
      await Promise.all([broker.stop(), httpClosed]);
      mail?.close();
      await encrypting;
      for (const looking of elsewhere) await looking.stop();
      await stopBackground(services);
      await database.close();
      log.flush();
    },
  };
}

const version: string = JSON.parse(readFileSync(packageFile(), 'utf8')).version;

/** One folder up from the sources, two from `dist/server`. */
function packageFile(): URL {
  return new URL(import.meta.url.includes('/dist/server/') ? '../../package.json' : '../package.json', import.meta.url);
}

/** Each warning goes to its division's topic and to those of the divisions above. */
function publishWarnings({ warnings, deliveries }: Services, broker: Broker): void {
  deliveries.publishBy(async (warningId) => {
    const warning = await warnings.forPublication(warningId);
    return warning && broker.publishWarning(selfAndAbove(warning.divisionCode), warning);
  });
}

/** The parts that do not work: `database`, `broker`, `spool` (filling), `disk` (full). */
async function notReady(database: Database, broker: Broker, dataDirectory: string): Promise<string[]> {
  const answers = await Promise.race([
    database.connection.db
      ?.admin()
      .ping()
      .then(
        () => true,
        () => false,
      ),
    new Promise<boolean>((resolve) => setTimeout(resolve, 2_000, false).unref()),
  ]);
  return [
    ...(answers ? [] : ['database']),
    ...(broker.connected ? [] : ['broker']),
    ...(broker.spoolFilling ? ['spool'] : []),
    ...((await diskIsFull(dataDirectory)) ? ['disk'] : []),
  ];
}

/** The broker's numbers under Prometheus' kind of name: readingsStored → mqtt_readings_stored. */
function named(numbers: object): Record<string, number> {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [
      `mqtt_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
      value,
    ]),
  );
}

function brokerNumbers(broker: Broker) {
  const { connections, queueLength, spoolBytes, spoolCapacityBytes, ...counted } = broker.metrics();
  return { counters: named(counted), levels: named({ connections, queueLength, spoolBytes, spoolCapacityBytes }) };
}
