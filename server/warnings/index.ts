import passRateData from './data/pass-rate.json' with { type: 'json' };
import type { NewWarning } from './raise.ts';
import { type CertificateFacts, certificateExpiry } from './rules/certificate-expiry.ts';
import { type CertificateVisitFacts, certificateVisit } from './rules/certificate-visit.ts';
import { type LimitExceededFacts, limitExceeded } from './rules/limit-exceeded.ts';
import { type MassBalanceFacts, massBalance } from './rules/mass-balance.ts';
import { type FallenPassRate, type PassRateWatch, passRateFallen } from './rules/pass-rate-fall.ts';
import { type PreHarvestIntervalFacts, preHarvestInterval } from './rules/pre-harvest-interval.ts';
import { type RapidTestPositiveFacts, rapidTestPositive } from './rules/rapid-test-positive.ts';
import { type ScanAnomalyFacts, scanAnomaly } from './rules/scan-anomaly.ts';

/** What is usual, and which chart finds that it is not so any more. */
export const passRateWatch: PassRateWatch & { planKinds: readonly string[] } = passRateData;

export { createMail, type Mail, type MailSettings } from './deliveries/email.ts';
export { deliveriesRoutes } from './deliveries/routes.ts';
export { createDeliveriesService } from './deliveries/service.ts';
export type { DescribedDevice } from './device-places.ts';
export type { Follower as WarningFollower } from './happenings.ts';
export { type Level, warningModels } from './model.ts';
export type { NewWarning } from './raise.ts';
export { warningsRoutes } from './routes.ts';
export { isCluster } from './rules/complaint-cluster.ts';
export type { Baseline } from './rules/pass-rate.ts';
export { fallOf, type JudgedSample, passRateKey } from './rules/pass-rate-fall.ts';
export { scanAnomalyRule } from './rules/scan-anomaly.ts';
export { createWarningsService, type WarningsDependencies, type WarningsService } from './service.ts';
export type { EventStreamOptions } from './stream.ts';
export type { WarningView } from './view.ts';
export type { StillValid } from './warning-stream.ts';
export type { WatchedReading } from './watch.ts';

/** Where and when a finding was made, and what it belongs to. */
type Found = Pick<NewWarning, 'divisionCode' | 'at' | 'sampleId' | 'producerId' | 'siteId' | 'siteName' | 'deviceId'>;

/** The warning about a result above its limit, ready for `raise`. */
export function limitExceededWarning(facts: LimitExceededFacts & Found): NewWarning {
  return {
    kind: 'limit-exceeded',
    batchCode: facts.batchCode,
    hazard: facts.analyteKey,
    ...found(facts),
    ...limitExceeded(facts),
  };
}

/** The warning about a positive rapid test, ready for `raise`. */
export function rapidTestPositiveWarning(facts: RapidTestPositiveFacts & Found): NewWarning {
  return {
    kind: 'rapid-test-positive',
    batchCode: facts.batchCode,
    hazard: facts.analyte,
    ...found(facts),
    ...rapidTestPositive(facts),
  };
}

/** The warning about a code that is opened in many places; `null` when there is nothing to warn of. */
export function scanAnomalyWarning(facts: ScanAnomalyFacts & Found): NewWarning | null {
  const warning = scanAnomaly(facts);
  return warning && { kind: 'scan-anomaly', batchCode: facts.batchCode, ...found(facts), ...warning };
}

/** The warning about a harvest inside a pre-harvest interval, ready for `raise`. */
export function preHarvestIntervalWarning(facts: PreHarvestIntervalFacts & Found): NewWarning {
  return { kind: 'pre-harvest-interval', batchCode: facts.batchCode, ...found(facts), ...preHarvestInterval(facts) };
}

/** The warning about a pass rate that has fallen, ready for `raise`; the rule's numbers are data. */
export function passRateWarning(facts: FallenPassRate): NewWarning {
  const { division, fall } = facts;
  const level = passRateData.level as NewWarning['level'];
  return { kind: 'pass-rate', level, divisionCode: division.code, at: fall.at, ...passRateFallen(facts) };
}

/** The warning about a lot of which more was made than it came to, ready for `raise`. */
export function massBalanceWarning(facts: MassBalanceFacts & Found): NewWarning {
  return { kind: 'mass-balance', batchCode: facts.batchCode, ...found(facts), ...massBalance(facts) };
}

/** The warning about a certificate that ends soon; `null` when there is nothing to remind of on that day (YYYY-MM-DD in China). */
export function certificateExpiryWarning(facts: CertificateFacts & Found, today: string): NewWarning | null {
  const warning = certificateExpiry(facts, today);
  return warning && { kind: 'certificate-expiry', ...found(facts), ...warning };
}

/** The warning about a surveillance visit that is near or late; `null` while there is time. */
export function certificateVisitWarning(facts: CertificateVisitFacts & Found, today: string): NewWarning | null {
  const warning = certificateVisit(facts, today);
  return warning && { kind: 'certificate-visit', ...found(facts), ...warning };
}

function found({ divisionCode, at, sampleId, producerId, siteId, siteName, deviceId }: Found): Found {
  return { divisionCode, at, sampleId, producerId, siteId, siteName, deviceId };
}

export { warningFacts } from './facts.ts';
