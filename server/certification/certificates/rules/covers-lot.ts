/** A lot as certificates see it: who made it, of what food, on which day in China (YYYY-MM-DD). */
export interface MadeLot {
  producerId: string;
  /** The code of its food and those of all groups above it. */
  foods: ReadonlySet<string>;
  day: string;
}

/** What of a certificate decides; `withdrawnOn` is a day in China. */
export interface CoveringCertificate {
  producerId: string;
  categoryCode: string;
  validFrom: string;
  validTo?: string | undefined;
  withdrawnOn?: string | undefined;
}

/** Did the certificate hold for what was made that day? One that was suspended meanwhile is told with its standing, not hidden. */
export function coversLot(certificate: CoveringCertificate, lot: MadeLot): boolean {
  const { producerId, categoryCode, validFrom, validTo = lot.day, withdrawnOn } = certificate;
  return (
    producerId === lot.producerId &&
    lot.foods.has(categoryCode) &&
    validFrom <= lot.day &&
    lot.day <= validTo &&
    (withdrawnOn === undefined || lot.day < withdrawnOn)
  );
}
