import { isWithin } from '../../divisions/rules.ts';
import { csvOf } from '../../http/tables/csv.ts';
import { xlsxOf } from '../../http/tables/xlsx.ts';
import type { Caller } from '../../identity/caller.ts';
import { cellOf } from '../rules/cells.ts';
import { columnsOfRegister } from './columns.ts';
import type { RegisterName } from './schema.ts';

type Page = { items: object[]; nextCursor: string | null };

/** Each register as its element lists it: in the caller's reach, and as the caller may see it. */
export type RegisterLists = Record<
  RegisterName,
  (caller: Caller, page: { limit: number; cursor?: string }) => Promise<Page>
>;

const readAtOnce = 500;

/** The registers as tables, for spreadsheets and other platforms. */
export function createRegisters(lists: RegisterLists) {
  /** All records of a register within a division, and what belongs to none, one after the other. */
  async function* records(
    caller: Caller,
    register: RegisterName,
    division = caller.divisionCode,
  ): AsyncGenerator<object> {
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await lists[register](caller, { limit: readAtOnce, ...(cursor && { cursor }) });
      for (const record of page.items) {
        const lies = cellOf(record, 'divisionCode');
        if (lies === '' || isWithin(lies, division)) yield record;
      }
      cursor = page.nextCursor;
    }
  }

  const rowsOf = async (caller: Caller, register: RegisterName): Promise<string[][]> => {
    const columns = columnsOfRegister(register).filter(({ exported }) => exported !== false);
    const table = [columns.map(({ title }) => `${title.zh} ${title.en}`)];
    for await (const record of records(caller, register)) table.push(columns.map(({ field }) => cellOf(record, field)));
    return table;
  };

  return {
    records,
    csv: async (caller: Caller, register: RegisterName): Promise<string> => csvOf(await rowsOf(caller, register)),
    xlsx: async (caller: Caller, register: RegisterName): Promise<Buffer> =>
      xlsxOf(register, await rowsOf(caller, register)),
  };
}

export type Registers = ReturnType<typeof createRegisters>;
