import type { GradeScheme } from '../rules/grade.ts';
import rows from './data/schemes.json' with { type: 'json' };

/** All versions, the oldest first. */
export const schemes = rows as readonly unknown[] as readonly GradeScheme[];
