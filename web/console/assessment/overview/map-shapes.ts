type Position = [number, number];
/** Rings of positions: longitude and latitude. */
type Polygon = readonly (readonly (readonly number[])[])[];

export interface Shape {
  divisionCode: string;
  /** An SVG path in units of the box. */
  path: string;
  /** Where its name stands: the middle of its largest part. */
  middle: Position;
}

/** The map's width in units of the box; its height follows. */
const boxWidth = 1000;

/**
 * Divisions as SVG shapes: equirectangular, with degrees of longitude shortened as in the middle of the map. `null` where one of
 * the divisions is not on it: then it stands for nothing that can be relied on.
 */
export function shapesOf(
  divisions: readonly { divisionCode: string; polygons: readonly Polygon[] }[],
  wanted: readonly string[],
): { shapes: Shape[]; width: number; height: number } | null {
  const shown = divisions.filter(({ divisionCode }) => wanted.includes(divisionCode));
  if (wanted.length === 0 || shown.length < wanted.length) return null;
  const all = shown.flatMap(({ polygons }) => polygons.flat(2));
  const [west, east] = rangeOf(all.map(([longitude = 0]) => longitude));
  const [south, north] = rangeOf(all.map(([, latitude = 0]) => latitude));
  const shortened = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = boxWidth / ((east - west) * shortened);
  const place = ([longitude = 0, latitude = 0]: readonly number[]): Position => [
    (longitude - west) * shortened * scale,
    (north - latitude) * scale,
  ];
  const shapes = shown.map(({ divisionCode, polygons }) => {
    const placed = polygons.map((rings) => rings.map((ring) => ring.map(place)));
    const outer = placed.map(([ring = []]) => ring).toSorted((a, b) => areaOf(b) - areaOf(a))[0] ?? [];
    return { divisionCode, path: placed.flat().map(pathOf).join(''), middle: middleOf(outer) };
  });
  return { shapes, width: boxWidth, height: (north - south) * scale };
}

function rangeOf(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}

const pathOf = (ring: readonly Position[]) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;

/** Twice the signed area between each pair of neighbours (the shoelace formula). */
const crosses = (ring: readonly Position[]) =>
  ring.slice(1).map(([x, y], index) => {
    const [beforeX, beforeY] = ring[index] as Position;
    return { cross: beforeX * y - x * beforeY, x: beforeX + x, y: beforeY + y };
  });

const areaOf = (ring: readonly Position[]) => Math.abs(crosses(ring).reduce((sum, { cross }) => sum + cross, 0)) / 2;

/** The centre of gravity. */
function middleOf(ring: readonly Position[]): Position {
  const parts = crosses(ring);
  const whole = 3 * parts.reduce((sum, { cross }) => sum + cross, 0);
  if (whole === 0) return ring[0] ?? [0, 0];
  const weighted = (of: 'x' | 'y') => parts.reduce((sum, part) => sum + part[of] * part.cross, 0) / whole;
  return [weighted('x'), weighted('y')];
}
