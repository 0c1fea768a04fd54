import data from './data/presets.json' with { type: 'json' };

/** What a label says. Its address is what the QR code holds. */
export interface Label {
  title: string;
  /** The title in the other language. */
  subtitle?: string | undefined;
  facts: readonly { name: string; value: string }[];
  /** Typed in by whoever cannot scan. */
  code: string;
  /** Under the code: what one finds there. */
  hint: string;
  address: string;
}

/** Millimeters. */
export interface Size {
  width: number;
  height: number;
}

export interface Preset extends Size {
  name: string;
  /** A sheet of labels of one size. */
  of?: Size & { columns: number; rows: number };
}

export const presets: readonly Preset[] = data.presets;

export const presetNames = presets.map(({ name }) => name) as [string, ...string[]];

/** Dots per inch of the usual label printers: 8 and 12 dots a millimeter, near enough. */
export const resolutions = [203, 300] as const;
export type Resolution = (typeof resolutions)[number];

/** Whole dots, so that every module of a code is as wide as every other. */
export function toDots(millimeters: number, dpi: Resolution): number {
  return Math.floor((millimeters * dpi) / 25.4);
}

export function toMillimeters(dots: number, dpi: Resolution): number {
  return (dots * 25.4) / dpi;
}
