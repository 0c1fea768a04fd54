import { createAttachmentsService } from './attachments/index.ts';
import { createAuditService, openSeal } from './audit/index.ts';
import type { Context } from './context.ts';
import { requireGuards } from './database/guard.ts';
import {
  createCalibrationsService,
  createDevicesService,
  createHistoryService,
  type RetentionPolicy,
} from './devices/index.ts';
import { createDivisionsService } from './divisions/index.ts';
import { createAuthenticate, createIdentityService, type SingleSignOnSettings } from './identity/index.ts';
import { type DataKey, giveDataKeys, openDataKeys } from './privacy/index.ts';
import { createProducersService } from './producers/index.ts';
import { createStandardsService } from './standards/index.ts';
import { createTestingService } from './testing/index.ts';
import {
  createCapture,
  createEnvironment,
  createPublicProofs,
  createPublicTrace,
  createTrace,
  createTraceabilityService,
} from './traceability/index.ts';
import { createWarningsService } from './warnings/index.ts';

export interface Settings {
  traceUrl(code: string): string;
  dataDirectory: string;
  dataKeys?: DataKey[] | undefined;
  singleSignOn?: SingleSignOnSettings | undefined;
  retention?: RetentionPolicy | undefined;
}

/** All elements, each given the others it needs. */
export function createServices(context: Context, settings: Settings) {
  const { dataDirectory, dataKeys } = settings;
  giveDataKeys(context.connection, () => openDataKeys({ given: dataKeys, dataDirectory, log: context.log }));
  const addresses = { traceUrl: settings.traceUrl };
  const divisions = createDivisionsService();
  const producers = createProducersService(context, { divisions });
  const identity = createIdentityService(context, { divisions, producers, singleSignOn: settings.singleSignOn });
  const devices = createDevicesService(context, { divisions, producers });
  const standards = createStandardsService(context);
  const warnings = createWarningsService(context, {
    describeDevices: devices.describeDevices,
    readingsBetween: devices.readingsBetween,
    heardIn: devices.heardIn,
    lastHeard: devices.lastHeard,
    divisionName: divisions.nameOf,
    stillValid: createAuthenticate(identity),
  });
  const history = createHistoryService(context, {
    due: devices.dueHours,
    boundsOf: async ({ device, metric }, unit, at) => {
      const permitted = await warnings.permittedRange(device, metric, unit, at);
      return {
        ...(permitted.below !== undefined && { upper: permitted.below }),
        ...(permitted.above !== undefined && { lower: permitted.above }),
      };
    },
    policy: settings.retention,
  });
  const calibrations = createCalibrationsService(context, { devices, warnings });
  const batches = createTraceabilityService(context, { producers, standards, ...addresses });
  const testing = createTestingService(context, { standards, traceability: batches, warnings, calibrations });
  const capture = createCapture(context, { producers });
  const traceSources = {
    capture,
    environment: createEnvironment(context, { devices, producers, permittedRange: warnings.permittedRange }),
    samplesOfBatches: testing.samplesOfBatches,
    warningsOfBatches: warnings.openForBatches,
  };
  const attachments = createAttachmentsService(context, {
    findRecord: {
      samples: testing.getSample,
      batches: batches.getBatch,
      events: capture.getEvent,
      producers: producers.getProducer,
      warnings: warnings.get,
    },
  });
  const audit = createAuditService(context, () => openSeal(dataDirectory));
  requireGuards(context.connection);
  return {
    attachments,
    audit,
    divisions,
    identity,
    producers,
    calibrations,
    devices,
    history,
    standards,
    warnings,
    batches,
    testing,
    capture,
    trace: createTrace(context, traceSources),
    publicProofs: createPublicProofs(context, { publicReports: testing.publicReports, audit }),
    publicTrace: createPublicTrace(context, { ...traceSources, producers, divisions, ...addresses }),
  };
}

export type Services = ReturnType<typeof createServices>;
