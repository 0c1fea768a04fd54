export { type ProductRecord, standardsModels } from './model.ts';
export { standardsRoutes } from './routes.ts';
export { decimalText } from './rules/decimal.ts';
export type { Judgement, Verdict } from './rules/judge.ts';
export { noLimitReasons } from './rules/match-limit.ts';
export { residueSchema } from './schema.ts';
export { createStandardsService, type LawNow, type StandardsService } from './service.ts';
