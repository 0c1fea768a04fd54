import { endOfDay } from '../../calendar/rules/calendar.ts';
import { noonOf } from './days.ts';
import { type Asking, courtTime, type Judged, publishable } from './guards.ts';

/** A deadline that is to run in the present state of a case. */
export interface DueStep {
  /** Of `data/deadlines.json`. */
  kind: string;
  /** The verb that it runs from. */
  startedBy: string;
  startedAt: Date;
  role: 'officer' | 'supervisor';
  /** One of several payments, counted from 1. */
  part?: string;
  /** The first moment that is too late, where a day was set. */
  setTo?: Date;
}

const underWay = ['filed', 'in-review', 'reviewed', 'notified', 'heard'];
const decided = ['decided', 'served', 'executed', 'closed'];

/** Which deadlines are to run; whatever else runs of a case has ended with the step that was just taken. */
export function dueSteps(found: Judged, asking: Asking): DueStep[] {
  return [...beforeDecision(found, asking), ...ofTheParty(found), ...afterDecision(found, asking)];
}

function beforeDecision(found: Judged, { isSuspectedCrime }: Asking): DueStep[] {
  const { state, createdAt, filedAt, transfer, finding, crimeCleared } = found;
  if (state === 'clue' || state === 'verified')
    return [
      { kind: 'case-clue-check', startedBy: 'create', startedAt: transfer?.returnedAt ?? createdAt, role: 'officer' },
    ];
  if (!filedAt || !underWay.includes(state)) return [];
  const filed = { startedBy: 'file', startedAt: filedAt, role: 'officer' } as const;
  const suspected = finding?.acts.some(isSuspectedCrime) && !crimeCleared;
  return [{ kind: 'case-decision', ...filed }, ...(suspected ? [{ kind: 'case-crime-decision', ...filed }] : [])];
}

/** What the party may do, and until when. */
function ofTheParty({ state, notice, proposal, hearing, service, reminder, remedies }: Judged): DueStep[] {
  const from = (kind: string, startedBy: string, day: string): DueStep => ({
    ...{ kind, startedBy, startedAt: noonOf(day) },
    role: 'officer',
  });
  if (state === 'notified' && notice)
    return [
      from('case-statement', 'serve-notice', notice.on),
      ...(proposal?.hearing && !hearing ? [from('case-hearing-request', 'serve-notice', notice.on)] : []),
    ];
  if (!service || !decided.includes(state)) return [];
  return [
    ...(remedies.length === 0 ? [from('case-reconsideration', 'serve', service.on)] : []),
    ...toCourt(remedies, service.on).map(([kind, verb, day]) => from(kind, verb, day)),
    ...(state === 'served' && reminder ? [from('case-reminder', 'remind', reminder.on)] : []),
  ];
}

/** A lawsuit that was begun leaves no term; a review that was decided, a shorter one. Source: 行政诉讼法 45, 46. */
function toCourt(remedies: Judged['remedies'], servedOn: string): [kind: string, startedBy: string, day: string][] {
  if (remedies.some(({ kind }) => kind === 'litigation')) return [];
  const review = remedies.findLast(({ to, outcome }) => to && outcome !== 'withdrawn-by-party');
  return review?.to
    ? [['case-litigation-after-review', 'end-remedy', review.to]]
    : [['case-litigation', 'serve', servedOn]];
}

function afterDecision(found: Judged, asking: Asking): DueStep[] {
  const { state, decision } = found;
  if (!decision || !decided.includes(state)) return [];
  const fromDecision = { startedBy: 'decide', startedAt: decision.decidedAt } as const;
  return [
    ...(state === 'decided' ? [{ kind: 'case-service', ...fromDecision, role: 'officer' } as const] : []),
    ...(state === 'served' ? [...payments(found), ...courtApplication(found, asking)] : []),
    ...(publishable(found, asking) ? [] : [{ kind: 'case-publication', ...fromDecision, role: 'supervisor' } as const]),
  ];
}

/** The fine within its term, or its parts on the days that were allowed. */
function payments({ service, instalments, history }: Judged): DueStep[] {
  const startedAt = noonOf(service?.on ?? '');
  const allowed = history.some(({ verb }) => verb === 'allow-instalments');
  const unpaid = instalments
    .map((each, index) => ({ ...each, part: String(index + 1) }))
    .filter(({ paidOn }) => !paidOn);
  return unpaid.map(({ part, dueOn }) =>
    allowed
      ? {
          ...{ kind: 'case-instalment', startedBy: 'allow-instalments', startedAt, part, setTo: endOfDay(dueOn) },
          role: 'officer',
        }
      : { kind: 'case-payment', startedBy: 'serve', startedAt, part, role: 'officer' },
  );
}

/** Runs from the day on which nothing is open to the party any more, as long as something is unpaid. */
function courtApplication(found: Judged, asking: Asking): DueStep[] {
  const time = found.court || found.instalments.every(({ paidOn }) => paidOn) ? null : courtTime(found, asking);
  if (!time) return [];
  return [{ kind: 'case-court-application', startedBy: 'serve', startedAt: noonOf(time.after), role: 'supervisor' }];
}
