import type { Law } from './law.ts';
import { isWhole, partNamed } from './residue.ts';
import { isNamed, nameKey } from './substance.ts';

/** The same text for all names of one substance, part or sum; a sum is another thing than the part that bears its name. */
export function analyteKey(law: Law, analyte: string): string {
  for (const definition of law.residuesNamed(analyte)) {
    const part = partNamed(definition, analyte);
    if (part) return nameKey(part.substance);
    if (isWhole(definition, analyte)) return nameKey(`${definition.substance}之和`);
  }
  const known =
    law.limitsOf(analyte)[0] ??
    law.bansOf(analyte).find(({ alsoNamed, ...named }) => isNamed(named, analyte)) ??
    law.exemptionsOf(analyte)[0];
  return nameKey(known?.substance ?? analyte);
}
