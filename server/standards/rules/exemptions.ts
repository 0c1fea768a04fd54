import { isInForce } from './day.ts';
import { isNamed } from './substance.ts';

/** A pesticide for which a standard sets no limit in any food on purpose, as it prints it (GB 2763, appendix B). */
export interface PrintedExemption {
  substance: string;
  substanceEn: string;
  casNumber?: string | undefined;
  clause: string;
}

/** A printed exemption with what holds for its whole standard. */
export interface Exemption extends PrintedExemption {
  id: string;
  standard: string;
  /** Which version of the standard's data this row belongs to. */
  version: number;
  /** YYYY-MM-DD in China. */
  effectiveFrom: string;
  effectiveTo?: string | undefined;
}

/** @param day of sampling in China, YYYY-MM-DD */
export function findExemption(
  exemptions: readonly Exemption[],
  { analyte, day }: { analyte: string; day: string },
): Exemption | undefined {
  return exemptions.find((exemption) => isNamed(exemption, analyte) && isInForce(exemption, day));
}
