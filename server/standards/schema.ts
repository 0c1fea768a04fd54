import { z } from 'zod';
import { pageQuery } from '../database/page.ts';
import { bilingual, instant, name, recordId } from '../http/fields.ts';
import { rowProblemSchema } from '../http/tables/row-problems.ts';
import { editionKinds } from './rules/editions.ts';
import { limitKinds, noLimitReasons } from './rules/match-limit.ts';

export const categorySchema = z
  .object({
    code: z.string(),
    name: z.string(),
    nameEn: z.string(),
    parentCode: z.string().nullable(),
  })
  .meta({ id: 'FoodCategory', description: 'A node of the food classification of GB 2763 appendix A' });

export const createProductBody = z.strictObject({
  name,
  nameEn: name.optional(),
  categoryCode: z.string().min(1, 'must not be empty').max(60),
});

export const productSchema = z
  .object({
    id: recordId,
    name: z.string(),
    nameEn: z.string().optional(),
    categoryCode: z.string(),
    /** Category names from the top group down. */
    categoryPath: z.array(z.string()),
    /** 承诺达标合格证 is compulsory for this product (order 4 of 2025, article 3). */
    conformityCertificateCovered: z.boolean(),
  })
  .meta({ id: 'Product' });

export const listProductsQuery = pageQuery.extend({ category: z.string().optional() });

export const limitSchema = z
  .object({
    id: z.string(),
    substance: z.string(),
    substanceEn: z.string(),
    casNumber: z.string().optional(),
    residue: z.string().optional().meta({ description: 'What is measured and compared' }),
    kind: z
      .enum([...limitKinds, 'banned', 'exempt'])
      .meta({ description: 'exempt: the standard sets no limit for it in any food, on purpose' }),
    foodCode: z.string().optional(),
    foodName: z.string().optional(),
    excluding: z.array(z.string()).meta({ description: 'Codes of foods' }),
    excludingNames: z.array(z.string()).meta({ description: 'The names of those foods' }),
    /** Decimal text, so that 0.10 stays 0.10. Absent for a banned or an exempt substance. */
    maximum: z.string().optional(),
    unit: z.string(),
    temporary: z.boolean(),
    comparison: z
      .enum(['full-value', 'rounded-value'])
      .optional()
      .meta({ description: 'How a result is compared (GB/T 8170, 4.3); absent: full value' }),
    standard: z.string(),
    version: z.number().int(),
    clause: z.string(),
    effectiveFrom: z.string().optional().meta({ description: 'Absent for an old ban whose first day no source gives' }),
    effectiveTo: z.string().optional(),
  })
  .meta({ id: 'Limit' });

export const listLimitsQuery = pageQuery.extend({
  substance: z.string().max(60).optional(),
  food: z
    .string()
    .max(60)
    .optional()
    .meta({ description: 'A code or name of the classification: all rows that reach this food, its own first' }),
});

export const applicableLimitsQuery = pageQuery
  .extend({
    product: recordId.optional().meta({ description: 'What applies to this product' }),
    food: z.string().max(60).optional().meta({ description: 'Or to a food: its code or name in the classification' }),
    substance: z
      .string()
      .min(1, 'must not be empty')
      .max(60)
      .optional()
      .meta({ description: 'A name or CAS number; absent: every substance that the standards speak of in this food' }),
    on: z.iso
      .date({ error: 'must be a day such as 2026-03-01' })
      .optional()
      .meta({ description: 'The day of sampling in China; absent: today' }),
  })
  .refine(({ product, food }) => (product === undefined) !== (food === undefined), {
    path: ['food'],
    error: 'must be given, or a product instead',
  });

export const applicableLimitSchema = z
  .object({
    substance: z.string(),
    answer: z
      .enum(['banned', 'limit', 'no-limit'])
      .meta({ description: 'banned: found at or above the LOQ it fails, whatever the limit' }),
    reason: z.enum(noLimitReasons).optional().meta({ description: 'Why there is no limit' }),
    limit: limitSchema.optional().meta({ description: 'The row that applies' }),
    level: z
      .enum(['own', 'category'])
      .optional()
      .meta({ description: "Whether the row is the food's own, or of a category above it" }),
    ban: limitSchema.optional(),
    exemption: limitSchema.optional(),
    residueOf: z
      .string()
      .optional()
      .meta({ description: 'The substance is judged as a part of the residue of this one, which is a sum' }),
    passedOver: z
      .array(z.object({ limit: limitSchema, reason: z.enum(['not-in-force', 'less-specific', 'excludes-the-food']) }))
      .meta({ description: 'Rows for the food, or a category above it, that do not apply, and why' }),
    explanation: bilingual,
  })
  .meta({ id: 'ApplicableLimit', description: 'What a substance in a food is held against on a day, and why' });

/** An edition whose rows are loaded. `rows` counts them; `rowsInStandard` is what the published text holds. */
export const standardSchema = z
  .object({
    id: recordId.optional().meta({ description: 'Absent for what comes with the platform' }),
    code: z.string(),
    version: z
      .number()
      .int()
      .meta({ description: '0 comes with the platform; each load of the same code counts one up' }),
    name: z.string(),
    nameEn: z.string(),
    kind: z.enum(editionKinds),
    effectiveFrom: z.string().optional(),
    effectiveTo: z.string().optional(),
    replaces: z.array(z.string()),
    rows: z.number().int(),
    exempt: z.number().int().meta({ description: 'Substances that it exempts from limits' }),
    rowsInStandard: z.number().int().optional(),
    complete: z.boolean().meta({ description: 'false: a food or substance without a row here may still have a limit' }),
    source: z.string(),
    digest: z.string().optional(),
    loadedBy: z.string().optional(),
    loadedAt: instant.optional(),
    state: z
      .enum(['in-force', 'not-yet', 'expired'])
      .meta({ description: 'Today in China, by its days in force; superseded data may be in force no more' }),
    replacedBy: z
      .string()
      .optional()
      .meta({ description: 'The code of the standard that names this one in `replaces`, and ends it' }),
    superseded: z.boolean().meta({ description: 'true: a later version of the same code stands in its place' }),
  })
  .meta({ id: 'Standard' });

export const listStandardsQuery = z.object({
  superseded: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: 'Also the versions that were superseded' }),
});

const day = z.iso.date({ error: 'must be a day such as 2026-03-01' });

const standardCode = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ./_-]{1,59}$/u, 'must be the code of a standard, e.g. GB 2763-2026');

export const importStandardQuery = z
  .strictObject({
    code: standardCode.meta({ description: 'E.g. GB 2763-2026; the same code again supersedes its version' }),
    name: name.meta({ description: 'In Chinese' }),
    nameEn: name.meta({ description: 'In English' }),
    kind: z.enum(editionKinds).meta({
      description: 'What the table holds: limits of a kind, banned substances, substances with their residues, foods',
    }),
    effectiveFrom: day.meta({ description: 'First day in force' }),
    effectiveTo: day.optional().meta({ description: 'Last day in force; absent: until another standard replaces it' }),
    replaces: z
      .string()
      .max(300)
      .optional()
      .meta({ description: 'Codes of the standards that end where this one begins, separated by commas' }),
    source: z
      .string()
      .trim()
      .min(3, 'must say where the rows are from')
      .max(500)
      .meta({ description: 'Where the rows are from, e.g. the announcement' }),
    unit: z.string().max(20).optional().meta({ description: 'Of limits, where the file has no column of units' }),
    rowsInStandard: z.coerce
      .number()
      .int()
      .positive()
      .max(1e6)
      .optional()
      .meta({ description: 'How many rows the published text has, to show what is missing' }),
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'must be the digest of a dry run')
      .optional()
      .meta({ description: 'Of the report of a dry run, whose rows are then loaded; absent: a dry run' }),
  })
  .refine(({ effectiveFrom, effectiveTo }) => effectiveTo === undefined || effectiveFrom <= effectiveTo, {
    path: ['effectiveTo'],
    error: 'must not lie before effectiveFrom',
  });

export const changeKinds = ['removed', 'changed', 'added'] as const;

const rowChange = z.object({
  subject: z.string().meta({ description: 'What the row is about, e.g. a substance and a food' }),
  before: z.string().optional(),
  after: z.string().optional(),
});

const comparison = {
  added: z.number().int(),
  removed: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  /** The first of each kind. */
  changes: z.object({ added: z.array(rowChange), removed: z.array(rowChange), changed: z.array(rowChange) }),
};

export const importReportSchema = z
  .object({
    digest: z.string(),
    rows: z.number().int().meta({ description: 'Rows read' }),
    entries: z.number().int().meta({ description: 'Rows that are limits, bans, substances or foods' }),
    exempt: z.number().int().meta({ description: 'Rows that exempt a substance from limits' }),
    headings: z.number().int().meta({ description: 'Rows that name a group of foods without a limit' }),
    problems: z.array(rowProblemSchema),
    ...comparison,
    version: z.number().int().optional().meta({ description: 'The version that was loaded; absent after a dry run' }),
  })
  .meta({
    id: 'StandardImportReport',
    description: 'What a file would change, against what is loaded of the same standard',
  });

export const exportStandardQuery = z.strictObject({
  code: standardCode,
  version: z.coerce.number().int().min(0).max(1e6).optional().meta({ description: 'Absent: the one that stands' }),
  form: z.enum(['csv', 'xlsx']).default('csv'),
});

const version = z.coerce.number().int().min(0).max(1e6);

export const compareStandardsQuery = z.strictObject({
  code: standardCode,
  from: version,
  to: version,
  toCode: standardCode.optional().meta({
    description: 'Where `to` is a version of another standard of the same kind, such as the one that replaces it',
  }),
});

export const standardChangesQuery = compareStandardsQuery.extend({
  ...pageQuery.shape,
  change: z.enum(changeKinds).optional().meta({ description: 'Absent: all three' }),
});

export const standardChangeSchema = rowChange
  .extend({ change: z.enum(changeKinds) })
  .meta({ id: 'StandardChange', description: 'What a row of one version says otherwise than another version' });

export const standardComparisonSchema = z
  .object({
    ...comparison,
    exempt: z
      .object({ added: z.array(z.string()), removed: z.array(z.string()) })
      .meta({ description: 'Substances exempt in one of the two alone' }),
  })
  .meta({ id: 'StandardComparison' });

export const residueSchema = z
  .object({
    substance: z.string(),
    substanceEn: z.string(),
    expressedAs: z.string(),
    unit: z.string(),
    lower: z.string().meta({ description: 'The sum with parts below their LOQ counted as nothing' }),
    upper: z.string().nullable().meta({ description: 'The sum with them at their LOQ; null: a part is not bounded' }),
    parts: z.array(
      z.object({
        analyte: z.string(),
        analyteEn: z.string(),
        factor: z.string().meta({ description: 'Turns an amount of the part into one of `expressedAs`' }),
        value: z.string().optional().meta({ description: 'As reported; absent: there is no result for this part' }),
        unit: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'Residue', description: 'A residue that its standard defines as a sum: one verdict for all its parts' });
