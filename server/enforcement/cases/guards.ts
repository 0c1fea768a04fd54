import { Decimal } from 'decimal.js';
import { addWorkingDays, type WorkCalendar } from '../../calendar/index.ts';
import type { Bilingual } from '../../http/fields.ts';
import { type CourtTerms, courtWindow } from '../rules/court.ts';
import { figureOn, type Law } from '../rules/law-in-force.ts';
import { isBarred, limitationEnds } from '../rules/periods.ts';
import { valueFor, whyDiscussion, whyHearing, whyLegalReview } from '../rules/procedure.ts';
import { creditClass, whyUnpublished } from '../rules/publication.ts';
import { lateSurcharge } from '../rules/surcharge.ts';
import type { CaseRecord } from './model.ts';

/** A case without what only its store needs. */
export type Judged = Omit<CaseRecord, '_id'>;

/** All that a guard may look at beside the case. */
export interface Asking {
  username: string;
  /** In China, `2026-05-03`. */
  today: string;
  law: Law;
  calendar: WorkCalendar;
  isSuspectedCrime(act: string): boolean;
  terms: Terms;
}

export interface Terms {
  /** Working days in which a statement or defence may be made, from the day on which the notice came. */
  statement: number;
  hearingRequest: number;
  /** Working days between the notice of a hearing and the hearing. */
  hearingNotice: number;
  reminder: number;
  court: CourtTerms;
}

type Guard = (found: Judged, asking: Asking) => Bilingual | null;

/** The first reason that speaks against it. */
export const all =
  (...guards: Guard[]): Guard =>
  (found, asking) => {
    for (const guard of guards) {
      const reason = guard(found, asking);
      if (reason) return reason;
    }
    return null;
  };

export const byItsOfficers: Guard = ({ officers }, { username }) =>
  officers.some((officer) => officer.username === username)
    ? null
    : { zh: '只有本案的执法人员可以办理', en: "only the case's own officers take this step" };

/** Whoever investigates does not also review, approve, decide or preside. Source: 行政处罚法 58, 64. */
export const notByItsOfficers: Guard = ({ officers }, { username }) =>
  officers.some((officer) => officer.username === username)
    ? {
        zh: '本案的执法人员不能审核、批准或者主持听证',
        en: "the case's own officers neither review nor approve nor preside",
      }
    : null;

/** Whoever reviewed the case does not decide it as well. Source: 行政处罚法 57, 58. */
export const notByItsReviewers: Guard = ({ reviews }, { username }) =>
  reviews.some(({ by }) => by === username)
    ? { zh: '审核本案的人员不能作出决定', en: 'whoever reviewed the case does not decide it' }
    : null;

export const partyNamed: Guard = ({ party }) =>
  party ? null : { zh: '尚未登记当事人', en: 'the party is not named yet' };

export const withinLimitation: Guard = ({ finding, clue }, { law, today }) => {
  if (!finding) return { zh: '尚未登记涉嫌违法行为', en: 'the suspected act is not recorded yet' };
  const code = finding.factors.includes('harm-to-health') ? 'limitation-harm' : 'limitation';
  const years = Number(figureOn(law, code, today)?.values[0]?.value ?? 0);
  if (!isBarred(finding.actOn, clue.foundOn, years)) return null;
  const last = limitationEnds(finding.actOn, years);
  return {
    zh: `已过追诉时效：${years} 年，至 ${last}（行政处罚法 36）`,
    en: `barred since ${last}: ${years} years (Administrative Penalty Law 36)`,
  };
};

export const investigated: Guard = ({ finding, evidence }) => {
  if (!finding?.facts) return { zh: '尚未登记查明的事实', en: 'the facts are not recorded yet' };
  return evidence > 0 ? null : { zh: '没有证据', en: 'there is no evidence' };
};

/** Banned substances point to a crime: to the police at once. Source: 农产品质量安全法 61; 刑法 144. */
export const crimeDealtWith: Guard = ({ finding, crimeCleared }, { isSuspectedCrime }) =>
  finding?.acts.some(isSuspectedCrime) && !crimeCleared
    ? {
        zh: '涉嫌犯罪：应当立即移送公安机关，或者记录不予移送的理由、公安机关不予立案的答复',
        en: 'a crime is suspected: transfer to the police at once, or record why not or that the police did not take it up',
      }
    : null;

export const noticeUnserved: Guard = ({ notice }) =>
  notice ? { zh: '告知书已经送达', en: 'the notice is served already' } : null;

export const noticeServed: Guard = ({ notice }) =>
  notice ? null : { zh: '告知书尚未送达', en: 'the notice is not served yet' };

export const hearingOpen: Guard = ({ proposal, hearing }) => {
  if (!proposal?.hearing) return { zh: '本案没有告知听证权利', en: 'no hearing was offered in this case' };
  return hearing ? { zh: '已经要求听证', en: 'a hearing was asked for already' } : null;
};

/** The day on which the party asked counts, not the one on which it was recorded. Source: 行政处罚法 64 (1). */
export function whyHearingTooLate(
  { notice }: Pick<Judged, 'notice'>,
  requestedOn: string,
  { calendar, terms }: Pick<Asking, 'calendar' | 'terms'>,
): Bilingual | null {
  const last = notice && addWorkingDays(notice.on, terms.hearingRequest, calendar);
  return last && requestedOn > last
    ? {
        zh: `已过要求听证的期限 ${last}（行政处罚法 64）`,
        en: `too late since ${last} (Administrative Penalty Law 64)`,
      }
    : null;
}

export const hearingDue: Guard = ({ hearing }) => {
  if (!hearing) return { zh: '当事人没有要求听证', en: 'the party did not ask for a hearing' };
  if (hearing.ended) return { zh: '听证已经终止', en: 'the hearing was ended' };
  return hearing.heldOn ? { zh: '听证已经举行', en: 'the hearing was held' } : null;
};

/** The party was heard, or let the time go by. Source: 行政处罚法 44, 45, 62, 64. */
export const partyHeard: Guard = ({ notice, proposal, hearing, waived }, { today, calendar, terms }) => {
  if (!notice) return noticeServed({ notice } as Judged, {} as Asking);
  if (hearing && !hearing.heldOn && !hearing.ended) return { zh: '听证尚未举行', en: 'the hearing was not held yet' };
  if (waived) return null;
  const days = proposal?.hearing && !hearing ? Math.max(terms.statement, terms.hearingRequest) : terms.statement;
  const last = addWorkingDays(notice.on, days, calendar);
  return today > last
    ? null
    : { zh: `当事人陈述、申辩和要求听证的期限至 ${last}`, en: `the party may still speak until ${last}` };
};

export const legallyReviewed: Guard = ({ finding, hearing, reviews }) => {
  const last = reviews.filter(({ kind }) => kind === 'legal-review').at(-1);
  if (last && !last.agrees) return { zh: '法制审核意见为不同意', en: 'the legal review does not agree' };
  const cause = whyLegalReview({
    majorPublicInterest: finding?.majorPublicInterest ?? false,
    manyLegalRelations: finding?.manyLegalRelations ?? false,
    otherwiseByLaw: finding?.otherwiseByLaw ?? false,
    hearingHeld: hearing?.heldOn !== undefined || hearing?.ended?.ground === 'left',
  });
  return cause && !last
    ? { zh: `应当先经法制审核：${cause.zh}（行政处罚法 58）`, en: `a legal review comes first: ${cause.en} (art. 58)` }
    : null;
};

export function hearingOwed(
  found: Judged,
  penalty: Omit<NonNullable<CaseRecord['proposal']>, 'at' | 'hearing'>,
  asking: Asking,
) {
  const confiscated = new Decimal(penalty.confiscatedGains ?? 0).plus(penalty.confiscatedGoods ?? 0);
  return whyHearing(
    {
      legalForm: found.party?.legalForm ?? 'natural-person',
      kinds: penalty.kinds,
      fine: penalty.fine,
      ...(confiscated.gt(0) && { confiscated: confiscated.toFixed() }),
    },
    {
      hearing: figureOn(asking.law, 'hearing-fine', asking.today),
      summary: figureOn(asking.law, 'summary-fine', asking.today),
    },
  );
}

export const discussedWhereGrave: Guard = (found, asking) => {
  const { discussion, finding, proposal } = found;
  if (discussion) return null;
  const cause = whyDiscussion(finding?.complex ?? false, proposal ? hearingOwed(found, proposal, asking) : null);
  return (
    cause && {
      zh: `应当先经集体讨论：${cause.zh}（行政处罚法 57）`,
      en: `a discussion comes first: ${cause.en} (art. 57)`,
    }
  );
};

/** The fine as it stands: decided, or changed by a review or a court. */
export const fineOf = ({ decision, remedies }: Pick<CaseRecord, 'decision' | 'remedies'>): string | undefined =>
  remedies.findLast(({ fine }) => fine !== undefined)?.fine ?? decision?.fine;

/** By what a surcharge is reckoned on this day. */
export const surchargeTerms = ({ remedies }: Judged, { law, today }: Pick<Asking, 'law' | 'today'>) => ({
  today,
  dailyShare: figureOn(law, 'late-surcharge', today)?.values[0]?.value ?? '0',
  suspensions: remedies.map(({ from, to }) => ({ from, to })),
});

export function surchargeDue(found: Judged, asking: Pick<Asking, 'law' | 'today'>): string {
  return lateSurcharge(found.instalments, surchargeTerms(found, asking));
}

export const paidInFull: Guard = (found, asking) => {
  const open = found.instalments.filter(({ paidOn }) => !paidOn).length;
  if (found.court) return null;
  if (open > 0) return { zh: `还有 ${open} 笔罚款未缴`, en: `${open} parts of the fine are unpaid` };
  const left = new Decimal(surchargeDue(found, asking)).minus(found.surchargePaid);
  return left.gt(0)
    ? { zh: `加处罚款 ${left.toFixed()} 元未缴`, en: `${left.toFixed()} yuan of surcharge are unpaid` }
    : null;
};

export const measuresDone: Guard = ({ decision, fulfilled }) =>
  (decision?.measures.length ?? 0) > 0 && fulfilled.length === 0
    ? { zh: '其他处罚、处理措施的履行情况尚未登记', en: 'that the other measures were carried out is not recorded yet' }
    : null;

export const fineUnpaid: Guard = ({ instalments }) =>
  instalments.some(({ paidOn }) => !paidOn) ? null : { zh: '没有未缴的罚款', en: 'no part of a fine is unpaid' };

const anyDueOfSurcharge = (found: Judged, asking: Asking) =>
  new Decimal(surchargeDue(found, asking)).gt(found.surchargePaid);

export const anyDue: Guard = (found, asking) =>
  !fineUnpaid(found, asking) || anyDueOfSurcharge(found, asking) ? null : { zh: '没有应缴款项', en: 'nothing is due' };

/** The term of payment, or of one of its parts, has passed, or a surcharge is left. */
export const overdue: Guard = (found, asking) => {
  const open = found.instalments.filter(({ paidOn }) => !paidOn);
  if (open.some(({ dueOn }) => dueOn < asking.today) || anyDueOfSurcharge(found, asking)) return null;
  const until = open.map(({ dueOn }) => dueOn).toSorted()[0];
  return { zh: `缴款期限至 ${until}`, en: `payment is due until ${until}` };
};

/** When the court may be asked; `null` while a review or lawsuit is under way, or nothing was served. */
export function courtTime({ service, remedies, instalments, history }: Judged, { calendar, terms }: CourtAsking) {
  if (!service) return null;
  const allowed = history.some(({ verb }) => verb === 'allow-instalments');
  const allowedUntil = allowed
    ? (instalments
        .map(({ dueOn }) => dueOn)
        .toSorted()
        .at(-1) ?? '')
    : '';
  return courtWindow({ servedOn: service.on, remedies, allowedUntil }, terms.court, calendar);
}

type CourtAsking = Pick<Asking, 'calendar' | 'terms'>;

/**
 * Only once nothing is open to the party any more and for three months from then, after a reminder and ten working days.
 * Source: 行政强制法 53, 54, 69.
 */
export const ripeForCourt: Guard = (found, asking) => {
  const { reminder, remedies, court } = found;
  const { today, calendar, terms } = asking;
  if (court) return { zh: '已经申请强制执行', en: 'the court has been asked already' };
  if (remedies.some(({ to }) => !to)) return { zh: '复议或者诉讼尚未结束', en: 'a review or a lawsuit is under way' };
  const time = courtTime(found, asking);
  if (time && today < time.first)
    return {
      zh: `当事人申请复议、提起诉讼或者分期缴纳的期限至 ${time.after}（行政强制法 53）`,
      en: `the party has until ${time.after} to go to review or to court, or to pay (Administrative Compulsion Law 53)`,
    };
  if (time && today > time.last)
    return {
      zh: `已过申请强制执行的期限 ${time.last}（行政强制法 53）`,
      en: `too late since ${time.last} (Administrative Compulsion Law 53)`,
    };
  if (!reminder)
    return { zh: '须先催告（行政强制法 54）', en: 'a reminder comes first (Administrative Compulsion Law 54)' };
  const last = addWorkingDays(reminder.on, terms.reminder, calendar);
  return today > last
    ? null
    : {
        zh: `催告后的履行期限至 ${last}（行政强制法 54）`,
        en: `after the reminder the party has until ${last} (art. 54)`,
      };
};

/** A decision that a review or a court annulled is not carried out; what is left is to withdraw it. */
export const stands: Guard = ({ remedies }) =>
  remedies.some(({ outcome }) => outcome === 'annulled')
    ? { zh: '决定已被撤销，应当办理撤销手续', en: 'the decision was annulled: withdraw it' }
    : null;

export const remedyOpen: Guard = ({ remedies }) =>
  remedies.some(({ to }) => !to) ? null : { zh: '没有进行中的复议或者诉讼', en: 'no review or lawsuit is under way' };

export const noRemedyOpen: Guard = ({ remedies }) =>
  remedies.some(({ to }) => !to) ? { zh: '复议或者诉讼尚未结束', en: 'a review or a lawsuit is under way' } : null;

export const nothingHeld: Guard = ({ held }) =>
  held > 0
    ? { zh: `还有 ${held} 项登记保存或者查封扣押未处理`, en: `${held} goods are still preserved, sealed or seized` }
    : null;

export function creditOf(found: Judged, { law, today }: Pick<Asking, 'law' | 'today'>) {
  return creditClass({
    procedure: found.procedure,
    kinds: found.decision?.kinds ?? [],
    fine: found.decision?.fine,
    minorFine: valueFor(figureOn(law, 'minor-fine', today), found.party?.legalForm ?? 'natural-person'),
    repeated: found.finding?.repeated ?? false,
  });
}

export const publishable: Guard = (found, asking) => {
  if (!found.decision) return { zh: '没有处罚决定', en: 'there is no decision' };
  if (found.publication) return { zh: '已经公示过', en: 'it was published before' };
  return whyUnpublished(creditOf(found, asking), found.party?.legalForm ?? 'natural-person');
};

export const published: Guard = ({ publication }) =>
  publication && !publication.removedAt ? null : { zh: '没有正在公示的信息', en: 'nothing is published' };
