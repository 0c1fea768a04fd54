import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { bilingual, instant, reason } from '../../http/fields.ts';

export const partyKinds = [
  'enterprise',
  'cooperative',
  'service-organization',
  'family-farm',
  'smallholder',
  'purchaser',
  'market',
  'laboratory',
  'other',
] as const;

/** 法人及非法人组织, 自然人, 个体工商户: as 双公示 tells them apart. */
export const legalForms = ['organization', 'natural-person', 'individual-business'] as const;

export const party = z
  .strictObject({ kind: z.enum(partyKinds), legalForm: z.enum(legalForms) })
  .meta({ id: 'PartyClass', description: 'What kind of party it is, and in which legal form' });

export const yuan = z
  .string()
  .regex(/^(0|[1-9]\d{0,11})(\.\d{1,2})?$/, 'must be an amount of yuan such as 50000 or 1234.50')
  .meta({ description: 'Yuan, as decimal text with at most two decimals' });

export const day = z.iso.date({ error: 'must be a day such as 2026-05-03' });

const multiple = z.string().regex(/^\d{1,4}(\.\d{1,4})?$/, 'must be a decimal number');
const lawCode = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+){0,6}$/, 'must be a code such as apqsl-71')
  .max(60);

const fine = z.union([
  z.strictObject({ from: yuan.optional(), to: yuan }),
  z.strictObject({ timesFrom: multiple, timesTo: multiple }),
]);

export const fineBand = z
  .strictObject({
    parties: z
      .strictObject({
        kinds: z.array(z.enum(partyKinds)).max(9).optional(),
        notKinds: z.array(z.enum(partyKinds)).max(9).optional(),
        legalForms: z.array(z.enum(legalForms)).max(3).optional(),
      })
      .optional()
      .meta({ description: 'Absent: any party' }),
    from: yuan.optional().meta({ description: 'The basis is at least this' }),
    below: yuan.optional().meta({ description: 'The basis is less than this' }),
    fine: fine.meta({ description: 'Between two amounts, or between two multiples of the basis; both ends included' }),
  })
  .meta({ id: 'FineBand' });

const common = {
  code: lawCode,
  statute: bilingual,
  article: z.string().trim().min(1, 'must not be empty').max(40),
  title: bilingual,
  effectiveFrom: day,
  effectiveTo: day.optional().meta({ description: 'The last day in force' }),
  source: z.string().trim().min(1, 'must not be empty').max(300).meta({ description: 'Where the text was read' }),
  sourceChecked: z.boolean().optional().meta({ description: 'false: not yet compared with the text itself' }),
  note: bilingual.optional(),
};

export const bases = ['value-of-goods', 'illegal-gains', 'fee', 'none'] as const;

const article = z.strictObject({
  kind: z.literal('article'),
  ...common,
  acts: z.array(lawCode).min(1).max(20),
  basis: z.enum(bases).meta({ description: 'What the bands and multiples are of: 货值金额, 违法所得, 检测费用' }),
  bands: z.array(fineBand).min(1).max(20),
  measures: z.array(bilingual).max(20),
  graveMeasures: z.array(bilingual).max(20),
  orderFirst: z
    .strictObject({ words: bilingual, unlessGrave: z.boolean().optional() })
    .optional()
    .meta({ description: 'A fine only after an order to correct was not heeded' }),
  optional: z.boolean().optional().meta({ description: '可以: the authority may fine, and need not' }),
});

export const figureUnits = ['CNY', '1/d', 'a', 'mo'] as const;

const figure = z.strictObject({
  kind: z.literal('figure'),
  ...common,
  values: z
    .array(
      z.strictObject({
        legalForms: z.array(z.enum(legalForms)).optional(),
        value: multiple.or(yuan),
        unit: z.enum(figureUnits),
      }),
    )
    .max(6)
    .meta({ description: 'By legal form; none: the figure is not known yet' }),
});

const share = z.string().regex(/^(0(\.\d{1,4})?|1)$/, 'must be a share between 0 and 1');
const shares = z.tuple([share, share]);
const bands = z.strictObject({ light: shares, ordinary: shares, heavy: shares });

const discretion = z.strictObject({
  kind: z.literal('discretion'),
  ...common,
  factors: z
    .array(z.strictObject({ code: lawCode, weight: z.enum(['lighter', 'heavier']), words: bilingual }))
    .min(1)
    .max(50),
  bands: z.strictObject({ range: bands, 'maximum-only': bands }).meta({
    description: 'Which part of the range each band is: of one with two ends, and of one with a maximum alone',
  }),
});

/** One row of the law on penalties, as it comes in. */
export const lawRow = z.discriminatedUnion('kind', [article, figure, discretion]);
export type Article = z.infer<typeof article>;
export type Figure = z.infer<typeof figure>;
export type Discretion = z.infer<typeof discretion>;
export type FineBand = z.infer<typeof fineBand>;
export type LawRow = z.infer<typeof lawRow>;

/** 0: came with the platform. */
export type Versioned<Row> = Row & { version: number };

const entered = {
  version: z.int().meta({ description: '0: came with the platform' }),
  enteredBy: z.string().optional(),
  enteredAt: instant.optional(),
  reason: z.string().optional(),
  inForce: z.boolean().meta({ description: 'On the day asked about' }),
};

export const lawRowSchema = z
  .discriminatedUnion('kind', [
    article.extend(entered).strip(),
    figure.extend(entered).strip(),
    discretion.extend(entered).strip(),
  ])
  .meta({
    id: 'PenaltyLaw',
    description: 'An article with its fines, a figure of procedure, or the table of discretion',
  });

export const listLawQuery = pageQuery.extend({
  kind: z.enum(['article', 'figure', 'discretion']).optional(),
  act: lawCode.optional(),
  on: day.optional().meta({ description: 'Those in force on this day alone; absent: all versions' }),
});

export const byCode = z.object({ code: lawCode });

export const supersedeBody = z.strictObject({ row: lawRow, reason });

export const actSchema = z
  .object({
    code: z.string(),
    title: bilingual,
    suspectedCrime: z.boolean().meta({ description: 'To be transferred to the police at once, whatever the amount' }),
  })
  .meta({ id: 'PenalizedAct' });

export const situationFields = {
  party,
  valueOfGoods: yuan.optional(),
  illegalGains: yuan.optional(),
  fee: yuan.optional(),
  orderUnheeded: z.boolean().default(false).meta({ description: 'An order to correct is on file and was not heeded' }),
  grave: z.boolean().default(false),
};

export const fineRangeBody = z.strictObject({
  acts: z.array(lawCode).min(1).max(10),
  actOn: day.meta({ description: 'When the act was done, or ended' }),
  decidedOn: day.optional().meta({ description: 'Absent: today' }),
  ...situationFields,
  factors: z.array(lawCode).max(20).default([]).meta({ description: 'Factors of discretion that hold' }),
  fine: yuan.optional().meta({ description: 'A fine to be tried against the range' }),
});

const range = z.object({
  code: z.string(),
  clause: bilingual,
  from: yuan,
  to: yuan,
  explained: bilingual,
});

export const fineRangeSchema = z
  .object({
    range: range.optional().meta({ description: 'The one that binds: of several articles the highest fine alone' }),
    others: z.array(range),
    without: z
      .array(z.object({ code: z.string(), reason: bilingual }))
      .meta({ description: 'Articles that allow no fine here' }),
    measures: z.array(bilingual),
    graveMeasures: z.array(bilingual),
    guide: z
      .object({ band: z.enum(['light', 'ordinary', 'heavy']), from: yuan, to: yuan, explained: z.array(bilingual) })
      .optional(),
    refusal: bilingual.optional().meta({ description: 'Why the fine that was asked about is refused' }),
  })
  .meta({ id: 'FineRange' });
