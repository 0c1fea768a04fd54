import data from '../data/default-criteria.json' with { type: 'json' };
import type { DefaultCriterion } from '../rules/default-criterion.ts';

/** What the platform comes with: a laboratory's own criterion goes before it. */
export const defaultCriteria = data.criteria as readonly DefaultCriterion[];
