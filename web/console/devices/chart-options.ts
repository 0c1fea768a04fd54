import type { SeriesPoint, WarningRule } from '../api/types.ts';
import { writeAmount, writeTime } from '../shared/format.ts';
import type { Language } from '../shared/texts.ts';
import type { ThresholdRule } from './thresholds.ts';

/** A reading, or what an hour or a day of them comes to. */
export type Measured = Pick<SeriesPoint, 'at' | 'minimum' | 'maximum'> & { value: number };

export interface ChartInput {
  points: Measured[];
  unit: string;
  name: string;
  rules: { rule: ThresholdRule; label: string }[];
  dark: boolean;
  language: Language;
  description: string;
}

/** The warning colours that keep 3:1 on each background. */
const levelColors: Record<WarningRule['level'], { light: string; dark: string }> = {
  red: { light: '#a8071a', dark: '#ff7875' },
  orange: { light: '#ad5700', dark: '#ffa940' },
  yellow: { light: '#7c6300', dark: '#ffe58f' },
  blue: { light: '#0958d9', dark: '#69a7ff' },
};

const extremeNames = {
  minimum: { zh: '最低', en: 'lowest' },
  maximum: { zh: '最高', en: 'highest' },
};

/** A break in the curve where readings are missing: three times the usual distance, and a quarter of an hour at least. */
export function withGaps(
  measured: Measured[],
  amountOf: (point: Measured) => number = ({ value }) => value,
): [number, number | null][] {
  const times = measured.map(({ at }) => Date.parse(at));
  const distances = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const usual = [...distances].sort((a, b) => a - b)[Math.floor(distances.length / 2)] ?? 0;
  const gap = Math.max(usual * 3, 900_000);
  const points: [number, number | null][] = [];
  measured.forEach((point, index) => {
    const time = times[index] ?? 0;
    const before = times[index - 1];
    if (before !== undefined && time - before > gap) points.push([before + 1, null]);
    points.push([time, amountOf(point)]);
  });
  return points;
}

/** What ECharts draws: one curve over time, between the lowest and the highest of each hour or day, with a line for each limit that is watched. */
export function chartOptions({ points, unit, name, rules, dark, language, description }: ChartInput) {
  const ink = dark ? '#c3ccc7' : '#3f4a45';
  const faint = dark ? '#2f3733' : '#dde3e0';
  const curve = dark ? '#4fc796' : '#0b6b4b';
  const limits = rules.map(({ rule }) => rule.limit);
  return {
    animation: false,
    aria: { enabled: true, label: { description } },
    textStyle: { color: ink },
    grid: { left: 8, right: 16, top: 24, bottom: 8, outerBoundsMode: 'same' as const },
    tooltip: {
      trigger: 'axis' as const,
      // Markup with style attributes is not allowed by the content security policy.
      renderMode: 'richText' as const,
      confine: true,
      backgroundColor: dark ? '#1f2623' : '#ffffff',
      textStyle: { color: ink },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? writeAmount(value, unit, language) : '—'),
    },
    dataZoom: [{ type: 'inside' as const, zoomOnMouseWheel: 'ctrl' as const, moveOnMouseWheel: false }],
    xAxis: {
      type: 'time' as const,
      axisLine: { lineStyle: { color: ink } },
      axisLabel: { color: ink, hideOverlap: true },
      axisPointer: {
        label: {
          formatter: ({ value }: { value: unknown }) => writeTime(new Date(Number(value)).toISOString(), language),
        },
      },
    },
    yAxis: {
      type: 'value' as const,
      scale: true,
      min: ({ min }: { min: number }) => Math.floor(Math.min(min, ...limits)),
      max: ({ max }: { max: number }) => Math.ceil(Math.max(max, ...limits)),
      axisLabel: { color: ink },
      splitLine: { lineStyle: { color: faint } },
    },
    series: [
      {
        type: 'line' as const,
        name,
        data: withGaps(points),
        showSymbol: points.length < 60,
        symbolSize: 5,
        sampling: 'lttb' as const,
        connectNulls: false,
        lineStyle: { width: 2, color: curve },
        itemStyle: { color: curve },
        markLine: {
          silent: true,
          symbol: 'none',
          data: rules.map(({ rule, label }) => ({
            yAxis: rule.limit,
            lineStyle: { color: levelColors[rule.level][dark ? 'dark' : 'light'], type: 'dashed' as const, width: 1.5 },
            label: {
              formatter: label,
              position: 'insideStartTop' as const,
              color: levelColors[rule.level][dark ? 'dark' : 'light'],
            },
          })),
        },
      },
      ...(['minimum', 'maximum'] as const)
        .filter((extreme) => points.some((point) => point[extreme] !== undefined))
        .map((extreme) => ({
          type: 'line' as const,
          name: extremeNames[extreme][language],
          data: withGaps(points, (point) => point[extreme] ?? point.value),
          showSymbol: false,
          connectNulls: false,
          lineStyle: { width: 1, type: 'dotted' as const, color: curve },
          itemStyle: { color: curve },
        })),
    ],
  };
}

export interface Extent {
  minimum: number;
  maximum: number;
  /** Seconds beyond what the rules permit. */
  secondsBeyond: number;
}

export function extentOf(points: readonly SeriesPoint[]): Extent | null {
  const lows = points.flatMap(({ minimum, value }) => minimum ?? value ?? []);
  const highs = points.flatMap(({ maximum, value }) => maximum ?? value ?? []);
  if (lows.length === 0) return null;
  return {
    minimum: lows.reduce((a, b) => Math.min(a, b)),
    maximum: highs.reduce((a, b) => Math.max(a, b)),
    secondsBeyond: points.reduce((sum, { secondsAbove = 0, secondsBelow = 0 }) => sum + secondsAbove + secondsBelow, 0),
  };
}
