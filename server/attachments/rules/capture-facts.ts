/** What a photograph tells of its own making (EXIF 2.32 / CIPA DC-008), as far as evidence needs it. */
export interface CaptureFacts {
  /** Local time of the camera, with its offset where the camera wrote one: `2026-05-03T08:00:00+08:00`. */
  takenAt?: string;
  /** WGS-84, degrees. */
  place?: { longitude: number; latitude: number };
}

/** Tags: EXIF 2.32, tables 4, 8 and 15. */
const exifPointer = 0x8769;
const gpsPointer = 0x8825;
const dateTimeOriginal = 0x9003;
const offsetTimeOriginal = 0x9011;
const [latitudeSide, latitude, longitudeSide, longitude] = [1, 2, 3, 4];

/** Bytes of one value by TIFF field type: BYTE, ASCII, SHORT, LONG, RATIONAL. */
const sizes: Record<number, number> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8 };

type Entry = { type: number; count: number; at: number };

/**
 * Reads the facts of an EXIF block. What is damaged, or cannot be true, is left out: the block comes from a stranger.
 * @param exif the block with or without its `Exif\0\0` in front
 */
export function captureFacts(exif: Buffer): CaptureFacts {
  const tiff = exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif;
  try {
    const read = reader(tiff);
    const main = read.directory(read.long(4));
    const pointed = (tag: number) => {
      const entry = main.get(tag);
      return entry ? read.directory(read.long(entry.at)) : new Map<number, Entry>();
    };
    const takenAt = timeIn(read, pointed(exifPointer));
    const place = placeIn(read, pointed(gpsPointer));
    return { ...(takenAt !== undefined && { takenAt }), ...(place && { place }) };
  } catch (error) {
    if (error instanceof RangeError) return {};
    throw error;
  }
}

type Reader = ReturnType<typeof reader>;

/** @throws RangeError wherever the block is not what it says it is */
function reader(tiff: Buffer) {
  const little = tiff.toString('latin1', 0, 2) === 'II';
  if (!little && tiff.toString('latin1', 0, 2) !== 'MM') throw new RangeError('no byte order');
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  if (short(2) !== 42) throw new RangeError('not TIFF');
  return {
    long,
    /** A directory's entries by tag; `at` is where the value stands, in the entry itself or elsewhere. */
    directory(start: number): Map<number, Entry> {
      const entries = new Map<number, Entry>();
      for (let index = 0; index < short(start); index++) {
        const at = start + 2 + index * 12;
        const [type, count] = [short(at + 2), long(at + 4)];
        const bytes = (sizes[type] ?? 0) * count;
        entries.set(short(at), { type, count, at: bytes > 4 ? long(at + 8) : at + 8 });
      }
      return entries;
    },
    text(entry: Entry | undefined): string | undefined {
      if (entry?.type !== 2 || entry.count > 100) return undefined;
      return tiff.toString('latin1', entry.at, entry.at + entry.count).split('\0')[0];
    },
    rationals(entry: Entry | undefined): number[] | undefined {
      if (entry?.type !== 5 || entry.count > 10) return undefined;
      return Array.from(
        { length: entry.count },
        (_, index) => long(entry.at + index * 8) / long(entry.at + index * 8 + 4),
      );
    },
  };
}

function timeIn(read: Reader, entries: Map<number, Entry>): string | undefined {
  const time = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(read.text(entries.get(dateTimeOriginal)) ?? '');
  if (!time) return undefined;
  const [, year, month, day, clock] = time;
  const local = `${year}-${month}-${day}T${clock}`;
  if (!new Date(`${local}Z`).toJSON()?.startsWith(local)) return undefined;
  const offset = /^[+-]\d\d:\d\d$/.exec(read.text(entries.get(offsetTimeOriginal)) ?? '')?.[0] ?? '';
  return local + offset;
}

function placeIn(read: Reader, entries: Map<number, Entry>): CaptureFacts['place'] {
  const degrees = (value: number, side: number, limit: number): number | undefined => {
    const parts = read.rationals(entries.get(value));
    const letter = read.text(entries.get(side));
    if (parts?.length !== 3 || !letter || !/^[NSEW]$/.test(letter)) return undefined;
    const [whole = Number.NaN, minutes = Number.NaN, seconds = Number.NaN] = parts;
    const angle = (whole + minutes / 60 + seconds / 3600) * (/[SW]/.test(letter) ? -1 : 1);
    return Math.abs(angle) <= limit ? Math.round(angle * 1e7) / 1e7 : undefined;
  };
  const [north, east] = [degrees(latitude, latitudeSide, 90), degrees(longitude, longitudeSide, 180)];
  return north === undefined || east === undefined ? undefined : { longitude: east, latitude: north };
}
