import rows from '../data/registers.json' with { type: 'json' };
import type { RegisterName } from './schema.ts';

export interface ColumnRow {
  title: { zh: string; en: string };
  /** Of the record as its element shows it, and of the row as its element takes it. */
  field: string;
  /** Absent: an import passes it over. */
  takes?: 'needed' | 'optional';
  /** `false`: only an import knows it. */
  exported?: boolean;
}

export function columnsOfRegister(register: RegisterName): readonly ColumnRow[] {
  return (rows as { register: string; columns: ColumnRow[] }[]).find((row) => row.register === register)?.columns ?? [];
}
