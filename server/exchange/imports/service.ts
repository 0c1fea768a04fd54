import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { isDuplicateKey } from '../../database/duplicate-key.ts';
import type { AnyRowLoader } from '../../database/row-loader.ts';
import { eachInOneTransaction } from '../../database/transaction.ts';
import { type AgriTraceError, Conflict, type FieldError, InvalidInput } from '../../errors.ts';
import { inBothLanguages, issueInBothLanguages } from '../../http/problem-words/in-chinese.ts';
import { readTable, type TableRow } from '../../http/tables/read-table.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import type { ImportedRegister, registerImportQuery, registerImportSchema } from './schema.ts';
import { bodyOf, tableFormOf } from './table-form.ts';

type Report = z.infer<typeof registerImportSchema>;
type RowReport = Report['rows'][number];
type RowError = RowReport['errors'][number];
type Checked = { line: number; body: never } | { line: number; errors: RowError[] };

/** Each register's own way to take a row. */
export type RegisterLoaders = { [Register in ImportedRegister]: AnyRowLoader };

/** Registers from tables: first what would become of each row, then, by that report's digest, all of them or none. */
export function createRegisterImports(context: Context, loaders: RegisterLoaders) {
  const run = async (caller: Caller, register: ImportedRegister, checked: readonly Checked[], keep: boolean) => {
    const rows = checked.flatMap((row) => ('body' in row ? [row] : []));
    const unreadable = checked.flatMap((row): RowReport[] =>
      'errors' in row ? [refusedRow(row.line, row.errors)] : [],
    );
    const outcomes = await eachInOneTransaction(
      context,
      actorOf(caller),
      rows,
      keep && unreadable.length === 0,
      (work, { body }) => loaders[register].load(work, caller, body),
    );
    const tried = outcomes.map(
      ({ row: { line }, done, refused }): RowReport =>
        done ? { line, outcome: done, errors: [] } : refusedRow(line, refused ? errorsOf(refused) : []),
    );
    return [...unreadable, ...tried].sort((a, b) => a.line - b.line);
  };

  return {
    /**
     * A dry run, unless the query bears the digest of one. Each row is held to the caller's rights and division.
     * @param content .xlsx or CSV in UTF-8
     * @throws InvalidInput when the file cannot be read or, once it is to be stored, for every bad row;
     *   Conflict when it is not the file that the report told of
     */
    async importRegister(
      caller: Caller,
      { register, digest: wanted }: z.output<typeof registerImportQuery>,
      content: Buffer,
    ): Promise<Report> {
      const digest = createHash('sha256').update(content).digest('hex');
      if (wanted !== undefined && wanted !== digest)
        throw new Conflict('The table is not what the report was about: ask for a new report', [
          { pointer: '/query/digest', message: 'is not the digest of this table' },
        ]);
      const table = await readTable(content, tableFormOf(register));
      if (!table.length) throw InvalidInput.field('', 'has no rows');
      const stored = wanted !== undefined;
      const checked = table.map((row) => check(loaders[register], row));
      const rows = await run(caller, register, checked, stored).catch((error: unknown) => {
        if (isDuplicateKey(error))
          throw new Conflict('Somebody else has changed this register meanwhile: ask for a new report');
        throw error;
      });
      const refused = rows.filter(({ outcome }) => outcome === 'refused');
      if (stored && refused.length > 0) throw nothingStored(refused);
      const count = (outcome: RowReport['outcome']) => rows.filter((row) => row.outcome === outcome).length;
      const counts = {
        created: count('created'),
        updated: count('updated'),
        unchanged: count('unchanged'),
        refused: refused.length,
      };
      return { register, digest, stored, counts, rows };
    },
  };
}

export type RegisterImports = ReturnType<typeof createRegisterImports>;

function check({ row }: AnyRowLoader, { line, cells }: TableRow<string>): Checked {
  const parsed = row.safeParse(bodyOf(cells), { reportInput: true });
  if (parsed.success) return { line, body: parsed.data as never };
  const errors = parsed.error.issues.map((issue) =>
    told(issue.path.join('.'), issue.message, issueInBothLanguages(issue)),
  );
  return { line, errors };
}

function errorsOf(error: AgriTraceError): RowError[] {
  if (error.errors.length === 0) return [told('', error.message, error.text ?? inBothLanguages(error.message))];
  return error.errors.map(({ pointer, message, text }) =>
    told(pointer.slice(1).replaceAll('/', '.'), message, text ?? inBothLanguages(message)),
  );
}

function told(column: string, message: string, text: FieldError['text']): RowError {
  return { column, message, ...(text && { text }) };
}

function refusedRow(line: number, errors: RowError[]): RowReport {
  return { line, outcome: 'refused', errors };
}

function nothingStored(refused: readonly RowReport[]): InvalidInput {
  return new InvalidInput(
    'Nothing was stored: rows of the table have faults',
    refused
      .flatMap(({ line, errors }) =>
        errors.map(({ column, message, text }) => ({
          pointer: `/rows/${line}/${column}`,
          message,
          ...(text && { text }),
        })),
      )
      .slice(0, 500),
  );
}
