import { open } from 'lmdb';
import { encoded, reading } from './records.ts';

/** LMDB without an engine: the same documents, on the disk before they are acknowledged. */
export function openStorage(directory: string): {
  insert(from: number, count: number, withEntries: boolean): Promise<void>;
  close(): Promise<void>;
} {
  const binary = { encoding: 'binary', keyEncoding: 'binary', cache: false, compression: false } as const;
  const root = open({ path: directory, noSubdir: false, ...binary });
  let record = 0;
  const entry = (space: number, text: string, key: Buffer): Buffer =>
    Buffer.concat([Buffer.from([0, 0, 0, space, 15]), Buffer.from(text), Buffer.from([0, 0]), key]);
  return {
    async insert(from, count, withEntries) {
      for (let n = from; n < from + count; n++) {
        const key = Buffer.alloc(12);
        key.writeUInt32BE(1);
        key.writeUIntBE(++record, 6, 6);
        root.put(key, encoded(n));
        if (!withEntries) continue;
        const { _id, device, at, site } = reading(n);
        const own = key.subarray(4);
        root.put(entry(2, _id, Buffer.alloc(0)), own);
        root.put(entry(3, device + at.getTime(), own), own);
        root.put(entry(4, site, own), own);
      }
      await root.flushed;
    },
    close: () => root.close(),
  };
}
