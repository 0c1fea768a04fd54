import { everySpelledOut } from '../documents/index.ts';
import { InvalidInput } from '../errors.ts';
import { type Label, type Preset, presets, type Resolution, toMillimeters } from './label.ts';
import { type Drawing, LabelTooSmall, layOut } from './layout.ts';
import { pdfOf } from './pdf.ts';
import { tsplOf, zplOf } from './printers.ts';
import { bitmapOf, pngOf } from './raster.ts';
import { svgOf } from './svg.ts';

export { type Label, presetNames, resolutions } from './label.ts';

/** How labels leave the platform: as pages, as pictures, and in the languages of label printers. */
export const labelFormats = ['pdf', 'svg', 'png', 'tspl', 'zpl'] as const;
export type LabelFormat = (typeof labelFormats)[number];

export const labelMediaTypes: Record<LabelFormat, string> = {
  pdf: 'application/pdf',
  svg: 'image/svg+xml',
  png: 'image/png',
  tspl: 'application/octet-stream',
  zpl: 'text/plain',
};

export interface Printing {
  preset: string;
  format: LabelFormat;
  dpi: Resolution;
  copies: number;
  at: Date;
}

/**
 * The label, ready for a printer of that resolution.
 * @throws InvalidInput when it does not fit, or a label printer is asked for a sheet
 */
export async function printLabel(
  label: Label,
  { preset: name, format, dpi, copies, at }: Printing,
): Promise<Buffer | string> {
  const preset = presets.find((each) => each.name === name);
  if (!preset) throw InvalidInput.field('/preset', `must be one of ${presets.map((each) => each.name).join(', ')}`);
  if (preset.of && format !== 'pdf')
    throw InvalidInput.field('/format', 'must be pdf: only that prints sheets of labels');
  const size = preset.of ?? preset;
  const drawing = laidOut({ ...everySpelledOut(label), address: label.address }, size, dpi);
  const title = `${label.title} ${label.code}`;
  if (format === 'pdf') return pdfOf(drawing, { preset, dpi, copies, title, at });
  if (format === 'svg') return svgOf(drawing, inMillimeters(drawing, dpi), title);
  if (format === 'png') return pngOf(drawing, dpi);
  const bitmap = await bitmapOf(drawing);
  return format === 'tspl' ? tsplOf(bitmap, size, copies) : zplOf(bitmap, copies);
}

function laidOut(label: Label, size: Pick<Preset, 'width' | 'height'>, dpi: Resolution): Drawing {
  try {
    return layOut(label, size, dpi);
  } catch (error) {
    if (error instanceof LabelTooSmall) throw InvalidInput.field('/preset', `is too small: ${error.message}`);
    throw error;
  }
}

function inMillimeters({ width, height }: Drawing, dpi: Resolution): { width: string; height: string } {
  return { width: `${toMillimeters(width, dpi)}mm`, height: `${toMillimeters(height, dpi)}mm` };
}
