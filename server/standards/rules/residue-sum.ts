import { type DecimalNumber, decimal, readReported, zero } from './decimal.ts';
import type { Measurement } from './measurement.ts';
import { partNamed, type ResidueDefinition, type ResiduePart } from './residue.ts';
import { convert } from './units.ts';

type Found = Pick<Measurement, 'analyte' | 'value' | 'unit' | 'lod' | 'loq'>;

/** The least and the most that a result leaves possible; `null`: nothing bounds it from above. */
export interface Bounds {
  lower: DecimalNumber;
  upper: DecimalNumber | null;
}

export interface SummedPart extends Bounds {
  part: ResiduePart;
  /** The result that the bounds are read from; absent: the part is missing. */
  found?: Found | undefined;
}

export interface ResidueSum extends Bounds {
  parts: readonly SummedPart[];
  missing: readonly ResiduePart[];
}

/**
 * The sum of a residue's parts between its bounds, in `unit`, each part converted by its factor. A part below its
 * quantification limit counts as nothing at the lower bound and as that limit at the upper one; a part without a result,
 * or with one that nobody can read or convert, leaves the sum without an upper bound. Of several results for one part the
 * worse counts.
 */
export function sumOfParts(definition: ResidueDefinition, results: readonly Found[], unit: string): ResidueSum {
  const parts = definition.parts.map((part): SummedPart => {
    const [first, ...more] = results
      .filter(({ analyte }) => partNamed(definition, analyte) === part)
      .map((found) => ({ found, ...boundsOf(found, part, unit) }));
    return { part, ...(first ? more.reduce(worse, first) : unknown) };
  });
  const upper = definition.unlisted
    ? null
    : parts.reduce<DecimalNumber | null>((sum, part) => sum && part.upper && sum.plus(part.upper), zero);
  return {
    lower: parts.reduce((sum, part) => sum.plus(part.lower), zero),
    upper,
    parts,
    missing: parts.filter(({ found }) => !found).map(({ part }) => part),
  };
}

type Determination = Bounds & { found: Found };

/** Of two determinations of one part the worse counts, at either bound. */
function worse(one: Determination, other: Determination): Determination {
  const { found } = other.lower.gt(one.lower) ? other : one;
  return {
    found,
    lower: other.lower.gt(one.lower) ? other.lower : one.lower,
    upper: one.upper && other.upper && (other.upper.gt(one.upper) ? other.upper : one.upper),
  };
}

const unknown: Bounds = { lower: zero, upper: null };

function boundsOf({ value, unit, lod, loq }: Found, { factor }: ResiduePart, into: string): Bounds {
  const reported = readReported(value, lod);
  const times = decimal(factor);
  const limit = loq === undefined ? null : decimal(loq);
  if (!reported || !times) return unknown;
  const expressed = (amount: DecimalNumber | null) => (amount && convert(amount, unit, into)?.times(times)) ?? null;
  if (reported.kind === 'below') return { lower: zero, upper: expressed(reported.bound ?? limit) };
  if (limit && reported.number.lt(limit)) return { lower: zero, upper: expressed(limit) };
  if (reported.number.isZero()) return unknown;
  const amount = expressed(reported.number);
  return amount ? { lower: amount, upper: amount } : unknown;
}
