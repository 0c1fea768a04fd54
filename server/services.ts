import { keptUnit } from '../broker/units/canonical.ts';
import { createAssessmentService, type DivisionMap } from './assessment/index.ts';
import { createAttachmentsService, createEnclosedPhotos, createFilesFollow } from './attachments/index.ts';
import { createAuditService, openSeal } from './audit/index.ts';
import {
  certificationFacts,
  createApplications,
  createCertificates,
  createCertificatesOfLots,
  createConformity,
  createNumbers,
  createPublicCertificates,
} from './certification/index.ts';
import type { Context } from './context.ts';
import { requireGuards } from './database/guard.ts';
import { createDeadlinesService } from './deadlines/index.ts';
import {
  createCalibrationsService,
  createCommandsService,
  createDeviceImports,
  createDevicesService,
  createHistoryService,
  type RetentionPolicy,
} from './devices/index.ts';
import { createDisclosure } from './disclosure/index.ts';
import { createDivisionsService } from './divisions/index.ts';
import { createEnforcementService, createPublicPenalties, enforcementFacts } from './enforcement/index.ts';
import { InvalidInput } from './errors.ts';
import { createExchangeService } from './exchange/index.ts';
import { createAuthenticate, createIdentityService, type SingleSignOnSettings } from './identity/index.ts';
import { createOutbound, type Outbound } from './outbound/outbound.ts';
import { type DataKey, giveDataKeys, openDataKeys } from './privacy/index.ts';
import { createProducersService, createPublicProducers } from './producers/index.ts';
import { createStandardsService } from './standards/index.ts';
import { createSupervisionService, supervisionFacts } from './supervision/index.ts';
import { createPublicResults, createTestingService, testingFacts } from './testing/index.ts';
import {
  createBatchesToCertify,
  createBatchLabels,
  createCapture,
  createEnvironment,
  createEpcis,
  createPreHarvest,
  createPublicProofs,
  createPublicTrace,
  createRecallsService,
  createRecorder,
  createScans,
  createTrace,
  createTraceabilityService,
  createTraceExports,
  type PlaceOf,
  traceabilityFacts,
} from './traceability/index.ts';
import { createDeliveriesService, createWarningsService, type Mail, warningFacts } from './warnings/index.ts';

export interface Settings {
  traceUrl(code: string): string;
  /** The page of a test report, with the check code of its paper. */
  reportUrl?(number: string, checkCode: string): string;
  /** Where a calendar program reads somebody's deadlines. */
  feedUrl?: ((token: string) => string) | undefined;
  dataDirectory: string;
  dataKeys?: DataKey[] | undefined;
  singleSignOn?: SingleSignOnSettings | undefined;
  retention?: RetentionPolicy | undefined;
  map?: DivisionMap | undefined;
  /** Where the console opens one of its addresses. */
  consoleUrl?: ((path: string) => string) | undefined;
  /** The page of a certificate. */
  certificateUrl?(number: string): string;
  /** The page of a conformity certificate. */
  conformityUrl?(number: string): string;
  /** The platform's own address in front of a path. Absent: the path alone. */
  absolute?(path: string): string;
  /** Absent: to public addresses alone. */
  outbound?: Outbound | undefined;
  mail?: Mail | undefined;
  /** Absent: nobody knows where addresses are. */
  placeOf?: PlaceOf | undefined;
}

/** All elements, each given the others it needs. */
export function createServices(context: Context, settings: Settings) {
  const { dataDirectory, dataKeys, consoleUrl = (path) => `/console/${path}` } = settings;
  giveDataKeys(context.connection, () => openDataKeys({ given: dataKeys, dataDirectory, log: context.log }));
  const addresses = { traceUrl: settings.traceUrl };
  const divisions = createDivisionsService();
  const standards = createStandardsService(context);
  const producers = createProducersService(context, { divisions, productsById: standards.productsById });
  const identity = createIdentityService(context, { divisions, producers, singleSignOn: settings.singleSignOn });
  const devices = createDevicesService(context, { divisions, producers });
  const outbound = settings.outbound ?? createOutbound();
  const deliveries = createDeliveriesService(context, {
    outbound,
    mail: settings.mail,
    divisionName: divisions.nameOf,
    isDivision: divisions.has,
    warningUrl: (id) => consoleUrl(`warnings${id && `?show=${id}`}`),
    chance: Math.random,
  });
  const warnings = createWarningsService(context, {
    describeDevices: devices.describeDevices,
    readingsBetween: devices.readingsBetween,
    heardIn: devices.heardIn,
    keptUnit,
    lastHeard: devices.lastHeard,
    gatewayOf: devices.gatewayOf,
    divisionName: divisions.nameOf,
    isDivision: divisions.has,
    siteDivision: async (id) => (await producers.sitesById([id])).get(id)?.divisionCode ?? null,
    callerByName: identity.callerByName,
    stillValid: createAuthenticate(identity),
    announce: deliveries.announce,
    handedOver: deliveries.handedOver,
  });
  const deadlines = createDeadlinesService(context, {
    warnings,
    callerById: identity.callerById,
    deadlineUrl: (id) => consoleUrl(`deadlines?show=${id}`),
    feedUrl: settings.feedUrl ?? ((token) => `/api/v1/calendar-feeds/deadlines.ics?token=${token}`),
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
  const nextNumber = createNumbers(context.connection);
  const certificates = createCertificates(context, {
    producers,
    standards,
    divisions,
    warnings,
    nextNumber,
    addresses: { certificateUrl: settings.certificateUrl ?? ((number) => `/certificates/${number}`) },
  });
  const namesOf = async (usernames: readonly string[]) => {
    const people = await identity.people.named(usernames);
    return new Map(people.map(({ username, displayName }) => [username, displayName]));
  };
  const enforcement = createEnforcementService(context, {
    deadlines,
    certificates,
    divisionName: divisions.nameOf,
    namesOf,
    hasDivision: divisions.has,
    findProducer: producers.findProducer,
    producerName: async (id) => (await producers.producerById(id))?.name,
    sampleNumber: async (caller, id) => (await testing.getSample(caller, id)).number,
    async fileDigest(caller, id, caseId) {
      const { resource, record, file, original } = await attachments.get(caller, id);
      if (resource !== 'cases' || record !== caseId)
        throw InvalidInput.field('/attachmentId', 'is not a file of this case');
      return (original ?? file).sha256;
    },
  });
  warnings.follow(enforcement.followWarning);
  const testing = createTestingService(context, {
    clues: enforcement.clues,
    standards,
    traceability: batches,
    warnings,
    deadlines,
    calibrations,
    certificates,
    addresses: { reportUrl: settings.reportUrl ?? ((number, code) => `/reports/${number}/${code}`) },
    divisionName: divisions.nameOf,
    namesOf,
    deviceKind: devices.kindOf,
  });
  calibrations.follow(testing.calibrationRecorded);
  const assessment = createAssessmentService(context, {
    testing,
    divisions,
    producers,
    openWarnings: warnings.openByDivision,
    warnings,
    deviceCounts: devices.countByDivision,
    map: settings.map ?? null,
    facts: [
      testingFacts,
      supervisionFacts,
      warningFacts,
      enforcementFacts,
      certificationFacts,
      traceabilityFacts,
    ].flatMap((factsOf) => factsOf(context.connection)),
  });
  const supervision = createSupervisionService(context, {
    producers,
    deadlines,
    warnings,
    openClue: enforcement.clues.openClue,
    findBatch: batches.findBatch,
    takePhotos: createEnclosedPhotos(context),
    filesFollow: createFilesFollow(context),
    drawFactors: assessment.grades.drawFactors,
    isDivision: divisions.has,
    divisionName: divisions.nameOf,
    cityCode: divisions.cityCode,
  });
  const recorder = createRecorder(context, { producers, warnings });
  const capture = createCapture(context, { producers, recorder });
  const epcis = createEpcis(context, { producers, recorder, outbound, ...addresses });
  const recalls = createRecallsService(context, { producers });
  const conformity = createConformity(context, {
    traceability: createBatchesToCertify(context),
    testing,
    standards,
    producers,
    divisions,
    openIntervals: createPreHarvest(context).openIntervals,
    nextNumber,
    addresses: { conformityUrl: settings.conformityUrl ?? ((number) => `/c/${number}`) },
  });
  const traceSources = {
    capture,
    recallsOfBatches: recalls.recallsOfBatches,
    environment: createEnvironment(context, { devices, history, producers, permittedRange: warnings.permittedRange }),
    samplesOfBatches: testing.samplesOfBatches,
    certificatesOfBatches: conformity.certificatesOfBatches,
    warningsOfBatches: warnings.openForBatches,
  };
  const scans = createScans(context, { placeOf: settings.placeOf, warnings, producers });
  const publicTrace = createPublicTrace(context, {
    ...traceSources,
    producers,
    divisions,
    scansOf: scans.of,
    mustCertify: conformity.mustIssue,
    certificatesOfLots: createCertificatesOfLots(context, standards),
    ...addresses,
  });
  const applications = createApplications(context, {
    producers,
    standards,
    nextNumber,
    deadlines,
    certificates,
    attachment: (caller, id) => attachments.get(caller, id),
  });
  const attachments = createAttachmentsService(context, {
    findRecord: {
      samples: testing.getSample,
      batches: batches.getBatch,
      events: capture.getEvent,
      producers: producers.getProducer,
      warnings: warnings.get,
      'certification-applications': applications.get,
      cases: enforcement.cases.getCase,
      inspections: supervision.inspections.getInspection,
      complaints: supervision.complaints.getComplaint,
    },
  });
  const publicProducers = createPublicProducers(context);
  const audit = createAuditService(context, () => openSeal(dataDirectory), { batches: batches.recordIdOf });
  requireGuards(context.connection);
  return {
    assessment,
    attachments,
    audit,
    disclosure: createDisclosure(context, {
      producers: publicProducers,
      certificates: createPublicCertificates(context, publicProducers),
      results: createPublicResults(context),
      passRates: assessment.publicPassRates,
      penalties: createPublicPenalties(context),
      divisions,
      absolute: settings.absolute ?? ((path) => path),
    }),
    divisions,
    enforcement,
    exchange: createExchangeService(context, {
      lists: {
        producers: producers.listProducers,
        sites: producers.listSites,
        products: (_caller, page) => standards.listProducts(page),
        'officer-certificates': enforcement.officers.listCertificates,
        samples: testing.listSamples,
        certificates: certificates.list,
        'conformity-certificates': conformity.list,
        inspections: supervision.inspections.listInspections,
        assessments: assessment.grades.listAssessments,
      },
      loaders: {
        ...producers.loaders,
        products: standards.productLoader,
        'officer-certificates': enforcement.certificateLoader,
      },
      cityCode: divisions.cityCode,
      isDivision: divisions.has,
      divisionName: divisions.nameOf,
      outbound,
      chance: Math.random,
      async addressOf(resource, id) {
        const name = resource === 'batches' ? await batches.codeOfRecord(id) : id;
        const { absolute = (path: string) => path } = settings;
        return name && absolute(`/api/v1/${resource}/${encodeURIComponent(name)}`);
      },
    }),
    identity,
    producers,
    calibrations,
    commands: createCommandsService(context, devices),
    deviceImports: createDeviceImports(devices),
    devices,
    history,
    standards,
    warnings,
    deliveries,
    deadlines,
    supervision,
    batches,
    testing,
    conformity,
    certificates,
    applications,
    capture,
    epcis,
    recalls,
    traceExports: createTraceExports(context, { capture, names: epcis.names }),
    trace: createTrace(context, traceSources),
    publicProofs: createPublicProofs(context, { publicReports: testing.publicReports, audit }),
    publicTrace,
    batchLabels: createBatchLabels(context, { batches, publicTrace }),
    scans,
  };
}

export type Services = ReturnType<typeof createServices>;
