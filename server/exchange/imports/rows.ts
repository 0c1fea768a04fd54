import type { AnyRowLoader } from '../../database/row-loader.ts';
import type { AgriTraceError, FieldError } from '../../errors.ts';
import { inBothLanguages, issueInBothLanguages } from '../../http/problem-words/in-chinese.ts';
import type { TableRow } from '../../http/tables/read-table.ts';
import type { RowReport } from './schema.ts';
import { bodyOf } from './table-form.ts';

type RowError = RowReport['errors'][number];
export type CheckedRow = { line: number; body: never } | { line: number; errors: RowError[] };

/** A row as its register takes it, or what is wrong with its cells. */
export function checkRow({ row }: AnyRowLoader, { line, cells }: TableRow<string>): CheckedRow {
  const parsed = row.safeParse(bodyOf(cells), { reportInput: true });
  if (parsed.success) return { line, body: parsed.data as never };
  const errors = parsed.error.issues.map((issue) =>
    told(issue.path.join('.'), issue.message, issueInBothLanguages(issue)),
  );
  return { line, errors };
}

/** Why the register did not take a row. */
export function errorsOf(error: AgriTraceError): RowError[] {
  if (error.errors.length === 0) return [told('', error.message, error.text ?? inBothLanguages(error.message))];
  return error.errors.map(({ pointer, message, text }) =>
    told(pointer.slice(1).replaceAll('/', '.'), message, text ?? inBothLanguages(message)),
  );
}

function told(column: string, message: string, text: FieldError['text']): RowError {
  return { column, message, ...(text && { text }) };
}
