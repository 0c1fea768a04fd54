import { dayOf } from '../../calendar/index.ts';
import type { CaseRecord, HearingRecord, PenaltyRecord, ServedRecord } from '../cases/model.ts';
import words from '../data/words.json' with { type: 'json' };
import { penalizedActs } from '../law/library.ts';
import { amountInWords } from '../rules/amount-in-words.ts';

type Words = Readonly<Record<string, string>>;

const wordOf = (table: Words, key: string) => table[key] ?? key;
const inWords = (amount: string) => `${amount} 元（人民币${amountInWords(amount)}）`;
const money = (amount: string | undefined) => (amount === undefined ? undefined : `${amount} 元`);
const day = (at: Date | undefined) => at && dayOf(at);

/** What the places of a template stand for; the party in the clear, for the paper is addressed to it. */
export function caseFacts(
  found: CaseRecord,
  known: {
    authority: string;
    by: string;
    issuedOn: string;
    surcharge: string;
    nameOf(username: string): string;
    extra?: object | undefined;
  },
): Record<string, string | undefined> {
  const { party, finding, clue, decision, proposal, service, transfer, noPenalty } = found;
  const article = decision?.article ?? proposal?.article;
  return {
    authority: known.authority,
    by: known.nameOf(known.by),
    issuedOn: known.issuedOn,
    caseNumber: found.number,
    officers: found.officers
      .map(({ username, certificateNumber }) => `${known.nameOf(username)}（${certificateNumber}）`)
      .join('、'),
    clueKind: wordOf(words.clues, clue.kind),
    clueText: clue.text,
    clueReference: clue.reference,
    foundOn: clue.foundOn,
    partyName: party?.name ?? found.suspect,
    partyKind: party && `${wordOf(words.partyKinds, party.kind)}（${wordOf(words.legalForms, party.legalForm)}）`,
    creditCode: party?.creditCode,
    representative: party?.representative,
    idNumber: party?.idNumber,
    phone: party?.phone,
    address: party?.address,
    acts: finding?.acts.map((code) => penalizedActs.find((act) => act.code === code)?.title.zh ?? code).join('；'),
    actOn: finding?.actOn,
    facts: finding?.facts,
    valueOfGoods: money(finding?.valueOfGoods),
    illegalGains: money(finding?.illegalGains),
    clause: article?.clause.zh,
    range: article && `${article.from} 元至 ${article.to} 元`,
    proposal: proposal && penaltyText(proposal),
    proposalMeasures: proposal?.measures.join('；'),
    hearingOffer: proposal?.hearing
      ? '当事人有权自收到本告知书之日起五个工作日内要求听证（行政处罚法第六十三条、第六十四条）。'
      : undefined,
    noticeOn: found.notice?.on,
    defences: found.defences
      .map(({ on, accepted, answer }) => `${on} 陈述、申辩${accepted ? '，予以采纳' : '，不予采纳'}：${answer}`)
      .join('\n'),
    hearing: found.hearing && hearingText(found.hearing),
    hearingEnded: found.hearing && hearingEndText(found.hearing),
    penalty: decision && penaltyText(decision),
    measures: decision?.measures.join('；'),
    basis: decision?.basis.join('；'),
    decisionNumber: decision?.number,
    decidedOn: day(decision?.decidedAt),
    filedOn: day(found.filedAt),
    serviceOn: service?.on,
    payment: paymentText(found),
    surcharge: money(known.surcharge),
    noPenalty: noPenalty && `${wordOf(words.noPenaltyGrounds, noPenalty.ground)}：${noPenalty.reason}`,
    court: found.court?.name,
    correction: found.corrections.at(-1)?.text,
    transferTo: transfer?.authority,
    servedPaper: decision ? `行政处罚决定书 ${decision.number}` : `行政处罚事先告知书 ${proposal?.number ?? ''}`.trim(),
    execution: executionText(found),
    ...flat(known.extra),
  };
}

export const penaltyWord = (kind: string) => wordOf(words.penalties, kind);

export function penaltyText({ kinds, fine, confiscatedGains, confiscatedGoods }: PenaltyRecord): string {
  return kinds
    .map((kind) => {
      const amount = { fine, 'confiscate-gains': confiscatedGains, 'confiscate-goods': confiscatedGoods }[
        kind as string
      ];
      return `${penaltyWord(kind)}${amount === undefined ? '' : ` ${inWords(amount)}`}`;
    })
    .join('；');
}

function hearingText(hearing: HearingRecord): string | undefined {
  const what = hearing.heldOn ? `${hearing.heldOn} 举行听证` : hearingEndText(hearing);
  return what && `${what}：${hearing.result ?? ''}`;
}

const hearingEndText = ({ ended }: HearingRecord) =>
  ended && `${ended.on} ${wordOf(words.hearingEndings, ended.ground)}，终止听证（行政处罚法第六十四条）`;

function paymentText({ decision, instalments }: CaseRecord): string | undefined {
  if (decision?.fine === undefined) return decision && '自收到本决定书之日起履行。';
  if (instalments.length > 0)
    return instalments
      .filter(({ paidOn }) => !paidOn)
      .map(({ amount, dueOn }) => `${inWords(amount)}，应于 ${dueOn} 前（含当日）缴纳`)
      .join('；');
  return '自收到本决定书之日起十五日内到指定银行或者通过电子支付系统缴纳罚款（行政处罚法第六十七条）；逾期不缴纳的，每日按罚款数额的百分之三加处罚款，加处罚款不超过罚款数额（行政处罚法第七十二条）。';
}

function executionText({ instalments, surchargePaid, fulfilled, court }: CaseRecord): string {
  return [
    ...instalments.map(
      ({ amount, paidOn, receipt }) => `罚款 ${amount} 元，${paidOn ? `${paidOn} 缴纳，票据 ${receipt}` : '未缴'}`,
    ),
    ...(surchargePaid === '0' ? [] : [`加处罚款 ${surchargePaid} 元`]),
    ...fulfilled.map(({ on, text }) => `${on} ${text}`),
    ...(court ? [`${court.appliedOn} 申请 ${court.name} 强制执行`] : []),
  ].join('；');
}

export function servedFacts({ on, method, proof }: ServedRecord): object {
  return { served: { on, method: wordOf(words.serviceMethods, method), proof } };
}

/** `{ item: { name } }` → `item.name` */
function flat(value: object | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value ?? {}).flatMap(([name, part]): [string, string][] =>
      part !== null && typeof part === 'object'
        ? Object.entries(flat(part)).map(([inner, text]) => [`${name}.${inner}`, text])
        : [[name, String(part)]],
    ),
  );
}
