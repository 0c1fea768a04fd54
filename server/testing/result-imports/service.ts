import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { eachInOneTransaction } from '../../database/transaction.ts';
import { Conflict, InvalidInput } from '../../errors.ts';
import { issueInBothLanguages } from '../../http/problem-words/in-chinese.ts';
import { readTable } from '../../http/tables/read-table.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { within } from '../../identity/rights/within.ts';
import { type SampleRecord, testingModels } from '../model.ts';
import { addResultBody } from '../result-schema.ts';
import type { ResultEntry } from '../results.ts';
import { writtenMoment } from '../rules/written-moment.ts';
import { resultTable } from './columns.ts';
import type { resultImportQuery, resultImportSchema } from './schema.ts';

type Report = z.infer<typeof resultImportSchema>;
type Problem = Report['problems'][number];
type Row = { line: number; sampleId: string; body: z.infer<typeof addResultBody> };

/** Results from a table: first tried and reported line by line, then, by the report's digest, stored whole or not at all. */
export function createResultImports(context: Context, { enterResult, prepare }: ResultEntry) {
  const { Sample } = testingModels(context.connection);

  const read = async (
    caller: Caller,
    content: Buffer,
  ): Promise<{ rows: Row[]; problems: Problem[]; count: number }> => {
    const filled = await readTable(content, resultTable);
    if (!filled.length) throw InvalidInput.field('', 'has no rows');
    const numbers = filled.flatMap(({ cells }) => cells.sample ?? []);
    const samples = await Sample.find({ number: { $in: numbers } }, null, within(caller, 'samples:read')).lean<
      SampleRecord[]
    >();
    const byNumber = new Map(samples.map((sample) => [sample.number, sample._id.toHexString()]));
    const rows: Row[] = [];
    const problems: Problem[] = [];
    for (const { line, cells } of filled) {
      const { sample, ...fields } = cells;
      const sampleId = sample === undefined ? undefined : byNumber.get(sample);
      if (sampleId === undefined)
        problems.push({ line, column: 'sample', message: `there is no sample ${sample ?? ''}` });
      const { measuredAt } = fields;
      const told = { ...fields, ...(measuredAt !== undefined && { measuredAt: writtenMoment(measuredAt) }) };
      const parsed = addResultBody.safeParse(told, { reportInput: true });
      if (!parsed.success)
        problems.push(
          ...parsed.error.issues.map((issue) => ({
            line,
            column: String(issue.path[0] ?? ''),
            message: issue.message,
            text: issueInBothLanguages(issue),
          })),
        );
      else if (sampleId !== undefined) rows.push({ line, sampleId, body: parsed.data });
    }
    return { rows, problems, count: filled.length };
  };

  /** Enters all rows in one transaction; what is refused, and the verdict on what is not, are told by line. */
  const enter = async (
    caller: Caller,
    rows: readonly Row[],
    keep: boolean,
  ): Promise<Pick<Report, 'problems' | 'verdicts'>> => {
    const law = await prepare();
    const outcomes = await eachInOneTransaction(context, actorOf(caller), rows, {
      keep,
      change: (work, { sampleId, body }) => enterResult(work, law, caller, sampleId, body),
    });
    return {
      problems: outcomes.flatMap(({ row: { line }, refused }) =>
        refused ? [{ line, message: refused.message, text: refused.text }] : [],
      ),
      verdicts: outcomes.flatMap(({ row: { line }, done }) =>
        done ? [{ line, verdict: done.verdict.verdict, explanation: done.verdict.explanation }] : [],
      ),
    };
  };

  return {
    /**
     * A dry run, unless the query bears the digest of one.
     * @param content .xlsx or CSV in UTF-8 or GB 18030
     * @throws Conflict when it is not the file that the report told of, or when a row cannot be stored any more
     */
    async importResults(
      caller: Caller,
      { digest: wanted }: z.output<typeof resultImportQuery>,
      content: Buffer,
    ): Promise<Report> {
      const digest = createHash('sha256').update(content).digest('hex');
      if (wanted !== undefined && wanted !== digest) throw new Conflict('This is not the file that the report told of');
      const { rows, problems: unreadable, count } = await read(caller, content);
      const keep = wanted !== undefined && !unreadable.length;
      const { problems: refused, verdicts } = await enter(caller, rows, keep);
      const problems = [...unreadable, ...refused].sort((a, b) => a.line - b.line);
      if (wanted !== undefined && problems.length)
        throw new Conflict(
          `Nothing is stored: ${problems.length} rows cannot be`,
          problems
            .slice(0, 500)
            .map(({ line, message, text }) => ({ pointer: `/rows/${line}`, message, ...(text && { text }) })),
        );
      return { digest, rows: count, loaded: wanted !== undefined, problems, verdicts };
    },
  };
}
