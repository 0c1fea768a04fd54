import { z } from 'zod';
import { bilingual } from '../fields.ts';
import { inBothLanguages } from '../problem-words/in-chinese.ts';

/** What is wrong with a row of a table that somebody sent. */
export const rowProblemSchema = z
  .object({
    line: z.number().int().meta({ description: 'In the file, the headings being line 1' }),
    column: z.string().optional(),
    message: z.string(),
    text: bilingual.optional().meta({ description: 'The message in both languages' }),
  })
  .meta({ id: 'RowProblem' });

export type RowProblem = z.infer<typeof rowProblemSchema>;

/** A report with its problems in both languages. */
export function inWords<Report extends { problems: readonly RowProblem[] }>(report: Report) {
  const problems = report.problems.map((problem): RowProblem => {
    const text = problem.text ?? inBothLanguages(problem.message);
    return text ? { ...problem, text } : problem;
  });
  return { ...report, problems };
}
