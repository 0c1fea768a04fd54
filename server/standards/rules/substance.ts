/** A substance as data name it, so that a laboratory's own writing finds it. */
export interface NamedSubstance {
  substance: string;
  substanceEn?: string | undefined;
  casNumber?: string | undefined;
  /** Metabolites and isomers that count as the substance, and other names. */
  alsoNamed?: readonly string[] | undefined;
}

/** Chinese or English name, CAS number or another name; case, width, spaces and the kind of dash do not matter. */
export function isNamed(named: NamedSubstance, analyte: string): boolean {
  const asked = nameKey(analyte);
  return namesOf(named).some((name) => nameKey(name) === asked);
}

export function namesOf({ substance, substanceEn, casNumber, alsoNamed }: NamedSubstance): string[] {
  return [substance, substanceEn, casNumber, ...(alsoNamed ?? [])].filter((name) => name !== undefined);
}

/** The form in which two writings of one name are equal. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .replaceAll(/[’′]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .trim();
}
