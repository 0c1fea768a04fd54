import { createHash } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import type { z } from 'zod';
import { canonical } from '../../database/change-log/digest.ts';
import { AgriTraceError, Conflict, InvalidInput } from '../../errors.ts';
import type { Caller } from '../../identity/caller.ts';
import { externalKey } from '../rules.ts';
import { createDeviceBody } from '../schema.ts';
import type { DevicesService } from '../service.ts';
import { type ImportedRow, readRows } from './read-rows.ts';
import type { importReportSchema } from './schema.ts';

type ImportReport = z.infer<typeof importReportSchema>;
type RowReport = ImportReport['rows'][number];
type DeviceBody = z.output<typeof createDeviceBody>;
type Checked = { report: RowReport; body?: DeviceBody };

/** Registers many devices from one table: first a report, then, by its digest, all that it told of, or none. */
export function createDeviceImports(devices: Pick<DevicesService, 'createDevices' | 'checkDevice'>) {
  const check = async (caller: Caller, { row, id, body }: ImportedRow, names: Set<string>): Promise<Checked> => {
    const refused = (errors: RowReport['errors']): Checked => ({ report: { row, id, outcome: 'refused', errors } });
    const parsed = createDeviceBody.safeParse(body);
    if (!parsed.success)
      return refused(parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })));
    const twice = namesOf(parsed.data).find(({ name }) => names.has(name));
    if (twice) return refused([{ field: twice.field, message: 'stands in the table twice' }]);
    for (const { name } of namesOf(parsed.data)) names.add(name);
    try {
      await devices.checkDevice(caller, parsed.data);
    } catch (error) {
      return refused(faultsOf(error));
    }
    return { report: { row, id, outcome: 'ready', errors: [] }, body: parsed.data };
  };

  return {
    /**
     * A dry run, unless the digest of one is given. The secrets are in the answer, this once, as a table that a spreadsheet
     * opens without running anything in it.
     * @throws InvalidInput when the file cannot be read or, once it is to be done, for every bad row;
     *   Conflict when it is not the table that the report told of
     */
    async importDevices(caller: Caller, file: Buffer, wanted?: string): Promise<ImportReport> {
      const names = new Set<string>();
      const table = readRows(file);
      const checked: Checked[] = [];
      for (const row of table) checked.push(await check(caller, row, names));
      const digest = createHash('sha256').update(canonical(table)).digest('hex');
      const rows = checked.map(({ report }) => report);
      const refused = rows.filter(({ outcome }) => outcome === 'refused');
      if (wanted === undefined) return { digest, registered: 0, refused: refused.length, rows };
      if (wanted !== digest)
        throw new Conflict('The table is not what the report was about: ask for a new report', [
          { pointer: '/query/digest', message: 'is not the digest of this table' },
        ]);
      if (refused.length > 0) throw nothingDone(refused);
      const made = await devices.createDevices(
        caller,
        checked.flatMap(({ body }) => body ?? []),
      );
      return {
        digest,
        registered: made.length,
        refused: 0,
        rows: rows.map((report) => ({ ...report, outcome: 'registered' })),
        secrets: stringify(made, { header: true, columns: ['id', 'name', 'secret'], bom: true, escape_formulas: true }),
      };
    },
  };
}

export type DeviceImports = ReturnType<typeof createDeviceImports>;

function namesOf({ id, gatewayId, externalId }: DeviceBody): { field: string; name: string }[] {
  return [
    { field: 'id', name: id },
    ...(gatewayId !== undefined && externalId !== undefined
      ? [{ field: 'externalId', name: externalKey(gatewayId, externalId) }]
      : []),
  ];
}

function faultsOf(error: unknown): RowReport['errors'] {
  if (!(error instanceof AgriTraceError)) throw error;
  const named = error.errors.map(({ pointer, message }) => ({ field: pointer.slice(1), message }));
  return named.length > 0 ? named : [{ field: '', message: error.message }];
}

function nothingDone(refused: readonly RowReport[]): InvalidInput {
  return new InvalidInput(
    'Nothing was registered: rows of the table have faults',
    refused.flatMap(({ row, errors }) =>
      errors.map(({ field, message }) => ({ pointer: `/rows/${row}/${field}`, message })),
    ),
  );
}
