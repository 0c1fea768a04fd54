import { Decimal } from 'decimal.js';
import { z } from 'zod';

/** A record of a SenML pack with the base fields worked in (RFC 8428, section 4.6). */
export interface ResolvedRecord {
  name: string;
  /** The record's own name without the base name. */
  ownName: string;
  unit?: string;
  /** Seconds: since 1970, or relative to now below 2^28. */
  time: number;
  timed: boolean;
  value?: number | boolean;
  /** What the record holds beside a number or a boolean. */
  unread: ('text' | 'data' | 'sum')[];
}

export type ResolvedPack = { ok: true; records: ResolvedRecord[] } | { ok: false; reason: string };

/** RFC 8428, section 4.4: a pack of a higher version must not be read. */
const VERSION = 10;

const number = z.number('must be a finite number');
const record = z.looseObject(
  {
    bn: z.string('must be text').optional(),
    bt: number.optional(),
    bu: z.string('must be text').optional(),
    bv: number.optional(),
    bs: number.optional(),
    bver: z.int('must be a whole number').positive('must be positive').optional(),
    n: z.string('must be text').optional(),
    u: z.string('must be text').optional(),
    v: number.optional(),
    vs: z.string('must be text').optional(),
    vb: z.boolean('must be true or false').optional(),
    vd: z.unknown().optional(),
    s: number.optional(),
    t: number.optional(),
    ut: number.optional(),
  },
  'must be an object',
);

type SenmlRecord = z.infer<typeof record>;

/** Section 4.5.1: starts with a letter or digit; letters, digits, `- : . / _`. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9\-:./_]*$/;

/**
 * Works the base fields into the records that follow them. One bad record makes the whole pack unreadable, as what stands
 * in a base field may concern all that follow.
 */
export function resolvePack(pack: readonly unknown[]): ResolvedPack {
  const records: ResolvedRecord[] = [];
  let base: Pick<SenmlRecord, 'bn' | 'bt' | 'bu' | 'bv' | 'bs'> = {};
  for (const [index, item] of pack.entries()) {
    const checked = record.safeParse(item);
    if (!checked.success)
      return refuse(index, checked.error.issues.map(({ path, message }) => `${path}: ${message}`).join('; '));
    const fault = faultOf(checked.data);
    if (fault) return refuse(index, fault);
    const { bn, bt, bu, bv, bs } = checked.data;
    base = { ...base, ...defined({ bn, bt, bu, bv, bs }) };
    const resolved = resolve(checked.data, base);
    if (resolved === null) continue;
    if (!NAME.test(resolved.name)) return refuse(index, `n: "${resolved.name}" is not a SenML name`);
    records.push(resolved);
  }
  return { ok: true, records };
}

function faultOf(item: SenmlRecord): string | null {
  // Section 4.4: a field whose name ends in _ and is not understood forbids reading the pack.
  const binding = Object.keys(item).find((key) => key.endsWith('_'));
  if (binding !== undefined) return `${binding}: is a field that must be understood, and is not`;
  if (item.bver !== undefined && item.bver > VERSION) return `bver: is ${item.bver}; version ${VERSION} is understood`;
  const values = [item.v, item.vs, item.vb, item.vd].filter((value) => value !== undefined);
  return values.length > 1 ? 'has more than one value' : null;
}

/** `null`: the record sets base fields and measures nothing. */
function resolve(item: SenmlRecord, base: Pick<SenmlRecord, 'bn' | 'bt' | 'bu' | 'bv'>): ResolvedRecord | null {
  const unread = [
    ...(item.vs === undefined ? [] : (['text'] as const)),
    ...(item.vd === undefined ? [] : (['data'] as const)),
    ...(item.s === undefined ? [] : (['sum'] as const)),
  ];
  const value = item.vb ?? (item.v === undefined ? undefined : sumOf(base.bv, item.v));
  const named = item.n !== undefined || item.t !== undefined;
  if (value === undefined && unread.length === 0 && !named) return null;
  const ownName = item.n ?? '';
  const unit = item.u ?? base.bu;
  return {
    name: (base.bn ?? '') + ownName,
    ownName,
    ...(unit !== undefined && { unit }),
    time: (base.bt ?? 0) + (item.t ?? 0),
    timed: base.bt !== undefined || item.t !== undefined,
    ...(value !== undefined && { value }),
    unread,
  };
}

/** Added as decimals: 20 and 0.1 are 20.1. */
function sumOf(base: number | undefined, value: number): number {
  return base === undefined ? value : new Decimal(base).plus(value).toNumber();
}

function defined<Fields extends object>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>;
}

function refuse(index: number, reason: string): ResolvedPack {
  return { ok: false, reason: `SenML record ${index}: ${reason}; no record of the pack is taken` };
}
