import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { csvOf } from '../../http/tables/csv.ts';
import type { Caller } from '../../identity/caller.ts';
import mapping from '../data/province.json' with { type: 'json' };
import { registerNames } from '../registers/schema.ts';
import type { Registers } from '../registers/service.ts';
import { cellOf } from '../rules/cells.ts';

export interface Made {
  mappingVersion: number;
  files: { name: string; rows: number; sha256: string }[];
  content: Buffer;
  size: number;
  sha256: string;
}

const digestOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** The tables of the mapping in CSV and a manifest with their digests, in one ZIP file. */
export async function makePackage(
  registers: Pick<Registers, 'records'>,
  caller: Caller,
  { division, day }: { division: string; day: string },
): Promise<Made> {
  const contents: Record<string, Uint8Array> = {};
  const files: Made['files'] = [];
  for (const { file, register, columns } of mapping.tables) {
    const name = registerNames.find((known) => known === register);
    if (!name) throw new Error(`the mapping names ${register}, which is no register`);
    const rows = [columns.map((column) => column.name)];
    for await (const record of registers.records(caller, name, division))
      rows.push(columns.map(({ field }) => cellOf(record, field)));
    const content = strToU8(csvOf(rows));
    contents[file] = content;
    files.push({ name: file, rows: rows.length - 1, sha256: digestOf(content) });
  }
  const manifest = { division, day, mappingVersion: mapping.version, files };
  contents['manifest.json'] = strToU8(JSON.stringify(manifest, null, 2));
  const content = Buffer.from(zipSync(contents, { mtime: new Date(`${day}T00:00:00+08:00`) }));
  return { mappingVersion: mapping.version, files, content, size: content.length, sha256: digestOf(content) };
}
