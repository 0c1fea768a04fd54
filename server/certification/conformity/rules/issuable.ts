import type { BasisCode, Duty, Form, FormKind } from './forms.ts';
import { sellersThatMustIssue } from './forms.ts';

interface Text {
  zh: string;
  en: string;
}

export const refusalCodes = [
  'held',
  'recalled',
  'not-covered',
  'party-does-not-issue',
  'other-form-needed',
  'inside-pre-harvest-interval',
  'test-failed',
  'basis-not-in-form',
  'own-test-missing',
  'commissioned-test-missing',
  'unit-differs',
  'quantity-used-up',
  'source-without-certificate',
  'nothing-received',
  'received-not-valid',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Why no certificate may be issued: a stable code, the reason in both languages, and the clause where there is one. */
export interface Refusal {
  code: RefusalCode;
  text: Text;
  clause?: string;
}

/** A treatment after which the crop must not have been harvested yet. */
export interface OpenInterval {
  input: string;
  days: number;
  /** The first day on which it may be harvested, YYYY-MM-DD. */
  until: string;
  /** The batch, or one that it was made of. */
  lot?: string;
  /** When it was harvested inside the interval, YYYY-MM-DD. */
  harvestedOn?: string;
}

export interface TestFact {
  number: string;
  kind: 'self-check' | 'commissioned' | 'rapid' | 'official';
  verdict: 'pass' | 'fail' | 'open';
}

/** A lot of another party that this batch was made of. */
export interface SourceFact {
  batchCode: string;
  sellerKind: string;
  sellerName: string;
  /** The number of its valid certificate. */
  certificate?: string;
}

export interface BatchFacts {
  status: 'normal' | 'held' | 'recalled';
  quantity: { value: number; unit: string };
  covered: boolean;
  coverageClause: string;
  intervals: readonly OpenInterval[];
  tests: readonly TestFact[];
  sources: readonly SourceFact[];
  /** What valid certificates of this batch say already, in its unit. */
  certified: number;
}

export interface PartyFacts {
  form: FormKind;
  /** The text in force; absent where none is. */
  text: Form | undefined;
  duty: Duty | undefined;
}

export interface Asked {
  bases: readonly BasisCode[];
  quantity: { value: number; unit: string };
  /** Certificates handed over with the goods. */
  received: readonly { number: string; valid: boolean }[];
  /** Certificates or other proofs from outside this platform. */
  receivedElsewhere: number;
}

/** What stands against any certificate for this batch, whatever it would say. */
export function batchRefusals(batch: BatchFacts, { form, text, duty }: PartyFacts): Refusal[] {
  return [
    ...when(batch.status === 'held', 'held', {
      zh: '该批次已暂停销售，不能开具合格证',
      en: 'the batch is on hold: no certificate is issued for it',
    }),
    ...when(batch.status === 'recalled', 'recalled', {
      zh: '该批次正在召回，不能开具合格证',
      en: 'the batch is recalled: no certificate is issued for it',
    }),
    ...when(
      !batch.covered,
      'not-covered',
      { zh: '该产品不在承诺达标合格证的产品范围内', en: 'the product is not among those that the certificate is for' },
      batch.coverageClause,
    ),
    ...when(text === undefined || duty === undefined, 'party-does-not-issue', {
      zh: '该类主体不开具此样式的合格证',
      en: 'this kind of party issues no certificate of this form',
    }),
    ...when(form === 'producer' && batch.sources.length > 0, 'other-form-needed', {
      zh: `本批次含其他主体的产品（${batch.sources.map(({ batchCode }) => batchCode).join('、')}），应使用收购者样式`,
      en: `the batch holds lots of other parties (${batch.sources.map(({ batchCode }) => batchCode).join(', ')}): the form for purchasers is needed`,
    }),
    ...batch.intervals.flatMap(({ input, days, until, lot, harvestedOn }) =>
      when(
        true,
        'inside-pre-harvest-interval',
        {
          zh: `${input} 的安全间隔期为 ${days} 天，${until} 前采收的产品不能开具合格证${harvestedOn === undefined ? '' : `（批次 ${lot} 于 ${harvestedOn} 采收）`}`,
          en: `${input} has a pre-harvest interval of ${days} days: what was harvested before ${until} gets no certificate${harvestedOn === undefined ? '' : ` (of lot ${lot}, on ${harvestedOn})`}`,
        },
        '农药管理条例 34',
      ),
    ),
    ...batch.tests
      .filter(({ verdict }) => verdict === 'fail')
      .flatMap(({ number }) =>
        when(true, 'test-failed', { zh: `样品 ${number} 检测不合格`, en: `sample ${number} failed its test` }),
      ),
  ];
}

/** What stands against one basis: a test that is named must be there, of its kind, verified and passed. */
export function basisRefusals(basis: BasisCode, tests: readonly TestFact[], text: Form | undefined): Refusal[] {
  if (!text?.bases.some(({ code }) => code === basis))
    return when(true, 'basis-not-in-form', {
      zh: '现行样式没有这一承诺依据',
      en: 'the form in force has no such basis',
    });
  const passed = (...kinds: TestFact['kind'][]) =>
    tests.some(({ kind, verdict }) => kinds.includes(kind) && verdict === 'pass');
  if (basis === 'own-test')
    return when(
      !passed('self-check', 'rapid'),
      'own-test-missing',
      {
        zh: '没有本批次自行检测合格的记录（自检样品或快检）',
        en: 'there is no own test of this batch that passed (a self-check sample or a rapid test)',
      },
      text.clause,
    );
  if (basis === 'commissioned-test')
    return when(
      !passed('commissioned'),
      'commissioned-test-missing',
      {
        zh: '没有本批次委托检测合格且已审核的报告',
        en: 'there is no commissioned test of this batch that passed and was verified',
      },
      text.clause,
    );
  return [];
}

/** How much of the batch has no certificate yet, in its unit. */
export function quantityLeft({ quantity, certified }: Pick<BatchFacts, 'quantity' | 'certified'>): number {
  return Math.max(0, rounded(quantity.value - certified));
}

export function quantityRefusals(
  asked: Asked['quantity'],
  batch: Pick<BatchFacts, 'quantity' | 'certified'>,
): Refusal[] {
  const { unit } = batch.quantity;
  if (asked.unit !== unit)
    return when(true, 'unit-differs', {
      zh: `数量单位须与批次一致（${unit}）`,
      en: `the quantity must be in the unit of the batch (${unit})`,
    });
  const left = quantityLeft(batch);
  return when(asked.value > left || left === 0, 'quantity-used-up', {
    zh: `批次 ${batch.quantity.value} ${unit} 中尚可开具 ${left} ${unit}`,
    en: `of the ${batch.quantity.value} ${unit} of the batch, ${left} ${unit} have no certificate yet`,
  });
}

/** A purchaser promises to have collected what the sellers had to give: each source is looked at. */
export function receivedRefusals(form: FormKind, sources: readonly SourceFact[], asked: Asked): Refusal[] {
  const notValid = asked.received
    .filter(({ valid }) => !valid)
    .flatMap(({ number }) =>
      when(true, 'received-not-valid', {
        zh: `收取的合格证 ${number} 不存在或已失效`,
        en: `the certificate received, ${number}, does not exist or holds no more`,
      }),
    );
  if (form !== 'purchaser') return notValid;
  const bare = sources.filter(
    ({ sellerKind, certificate }) =>
      certificate === undefined && sellersThatMustIssue.kinds.includes(sellerKind) && asked.receivedElsewhere === 0,
  );
  const nothing = sources.length + asked.received.length + asked.receivedElsewhere === 0;
  return [
    ...notValid,
    ...bare.flatMap(({ batchCode, sellerName }) =>
      when(
        true,
        'source-without-certificate',
        {
          zh: `来源批次 ${batchCode}（${sellerName}）没有有效的承诺达标合格证`,
          en: `the source batch ${batchCode} (${sellerName}) has no valid conformity certificate`,
        },
        sellersThatMustIssue.clause,
      ),
    ),
    ...when(nothing, 'nothing-received', {
      zh: '没有收取的合格证或其他质量安全合格证明，也没有来源批次',
      en: 'no certificate or other proof was received, and no source batch is on record',
    }),
  ];
}

/** All that stands against the certificate as it is asked for; empty: it may be issued. */
export function refusals(batch: BatchFacts, party: PartyFacts, asked: Asked): Refusal[] {
  return [
    ...batchRefusals(batch, party),
    ...asked.bases.flatMap((basis) => basisRefusals(basis, batch.tests, party.text)),
    ...quantityRefusals(asked.quantity, batch),
    ...receivedRefusals(party.form, batch.sources, asked),
  ];
}

function when(applies: boolean, code: RefusalCode, text: Text, clause?: string): Refusal[] {
  return applies ? [{ code, text, ...(clause !== undefined && { clause }) }] : [];
}

/** Kilograms are weighed, not computed: sums of decimal fractions are cut to the milligram. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
