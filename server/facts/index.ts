export { byADay, type Fact, type FactKind, factKinds, inTurn, type Turn } from './rules/fact.ts';
export { type FactSource, type FactsOfRecord, factsOfModel } from './source.ts';
