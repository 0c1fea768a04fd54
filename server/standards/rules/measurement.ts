import type { FoodPlace } from './food.ts';

/** What a laboratory found in a food, and when the food was sampled. */
export interface Measurement {
  analyte: string;
  /** `0.05`, `<0.01`, `<LOQ` or `<LOD` */
  value: string;
  unit: string;
  /** The method's detection limit, in the unit of the value. */
  lod?: string | undefined;
  /** The method's quantification limit, in the unit of the value. */
  loq?: string | undefined;
  food: FoodPlace;
  sampledAt: Date;
}
