import type { Law } from './law.ts';
import { partNamed } from './residue.ts';
import { isNamed, type NamedSubstance, nameKey } from './substance.ts';

/** What the standards call an analyte in English; `undefined` where they do not, or where it bears that name already. */
export function englishName(law: Law, analyte: string): string | undefined {
  const known: NamedSubstance[] = [
    ...law.residuesNamed(analyte).flatMap((sum) => partNamed(sum, analyte) ?? sum),
    ...law.limitsOf(analyte),
    ...law.bansOf(analyte),
    ...law.exemptionsOf(analyte),
  ];
  // A metabolite, or another name, is not the substance that it counts as.
  const bearer = known.find(
    ({ substance, substanceEn, casNumber }) => substanceEn && isNamed({ substance, substanceEn, casNumber }, analyte),
  );
  return bearer && nameKey(bearer.substanceEn ?? '') !== nameKey(analyte) ? bearer.substanceEn : undefined;
}
