export interface Point {
  at: Date;
  value: number;
}

/** Thins a series to at most `most` points: each stretch keeps its lowest and highest, in order of time. */
export function thin(series: Point[], most: number): Point[] {
  if (series.length <= most) return series;
  const stretches = Math.max(1, Math.floor(most / 2));
  return Array.from({ length: stretches }, (_, index) =>
    series.slice(
      Math.floor((index * series.length) / stretches),
      Math.floor(((index + 1) * series.length) / stretches),
    ),
  ).flatMap(extremes);
}

function extremes(stretch: Point[]): Point[] {
  const [first] = stretch;
  if (!first) return [];
  let lowest = first;
  let highest = first;
  for (const point of stretch) {
    if (point.value < lowest.value) lowest = point;
    if (point.value > highest.value) highest = point;
  }
  if (lowest === highest) return [lowest];
  return lowest.at < highest.at ? [lowest, highest] : [highest, lowest];
}
