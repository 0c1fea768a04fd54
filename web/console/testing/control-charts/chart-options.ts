import type { ControlChart } from '../../api/types.ts';

type Point = ControlChart['points'][number];
type State = Point['state'];

export interface ControlChartInput {
  chart: ControlChart;
  dark: boolean;
  name: string;
  meanWord: string;
  stateWord(state: State): string;
  writeTime(at: string): string;
}

/** Told by shape as well as by colour. */
const marks: Record<State, { symbol: string; size: number; light: string; dark: string }> = {
  'in-control': { symbol: 'circle', size: 6, light: '#0b6b4b', dark: '#4fc796' },
  warning: { symbol: 'triangle', size: 10, light: '#7c6300', dark: '#ffe58f' },
  'out-of-control': { symbol: 'diamond', size: 12, light: '#a8071a', dark: '#ff7875' },
  undecided: { symbol: 'emptyCircle', size: 6, light: '#3f4a45', dark: '#c3ccc7' },
};

/** The lines of a chart: of a material its mean and standard deviations (Levey-Jennings), of the others what they are held to. */
export function limitLines(criterion: ControlChart['criterion'], meanWord: string): { at: number; label: string }[] {
  const { mean, sd, atMost, differenceAtMost, recoveryFrom, recoveryTo } = criterion;
  if (mean !== undefined && sd !== undefined)
    return [-3, -2, -1, 0, 1, 2, 3].map((steps) => ({
      at: Number(mean) + steps * Number(sd),
      label: steps === 0 ? meanWord : `${steps > 0 ? '+' : '−'}${Math.abs(steps)}s`,
    }));
  return [atMost, differenceAtMost, recoveryFrom, recoveryTo].flatMap((limit) =>
    limit === undefined ? [] : [{ at: Number(limit), label: limit }],
  );
}

/** What is drawn of a control: of a material and a blank its value, of the others what it comes to in percent. */
export function heightOf(criterion: ControlChart['criterion'], { value, measure }: Point): number {
  const drawn = criterion.kind === 'material' || criterion.kind === 'blank' ? value : (measure ?? value);
  return Number(drawn.replace(/^<\s*/, ''));
}

export function controlChartOptions({ chart, dark, name, meanWord, stateWord, writeTime }: ControlChartInput) {
  const { criterion, points } = chart;
  const ink = dark ? '#c3ccc7' : '#3f4a45';
  const faint = dark ? '#2f3733' : '#dde3e0';
  const tone = dark ? 'dark' : 'light';
  const lines = limitLines(criterion, meanWord);
  const heights = [...lines.map(({ at }) => at), ...points.map((point) => heightOf(criterion, point))];
  const room = (Math.max(...heights) - Math.min(...heights)) * 0.05;
  return {
    animation: false,
    aria: { enabled: true },
    textStyle: { color: ink },
    grid: { left: 8, right: 44, top: 16, bottom: 8, outerBoundsMode: 'same' as const },
    tooltip: {
      trigger: 'item' as const,
      renderMode: 'richText' as const,
      confine: true,
      backgroundColor: dark ? '#1f2623' : '#ffffff',
      textStyle: { color: ink },
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const point = points[dataIndex];
        return point
          ? [
              writeTime(point.at),
              `${point.value} ${criterion.unit ?? ''}`,
              stateWord(point.state),
              ...point.rules,
            ].join('\n')
          : '';
      },
    },
    // One place for each control: two of one morning must not lie on each other.
    xAxis: {
      type: 'category' as const,
      data: points.map(({ at }) => writeTime(at)),
      axisLabel: { color: ink, hideOverlap: true },
      axisLine: { lineStyle: { color: ink } },
    },
    yAxis: {
      type: 'value' as const,
      scale: true,
      min: Math.min(...heights) - room,
      max: Math.max(...heights) + room,
      axisLabel: {
        color: ink,
        showMinLabel: false,
        showMaxLabel: false,
        formatter: (value: number) => String(Number(value.toPrecision(4))),
      },
      splitLine: { show: false },
    },
    series: [
      {
        type: 'line' as const,
        name,
        data: points.map((point) => ({
          value: heightOf(criterion, point),
          symbol: marks[point.state].symbol,
          symbolSize: marks[point.state].size,
          itemStyle: { color: marks[point.state][tone] },
        })),
        lineStyle: { width: 1, color: faint },
        markLine: {
          silent: true,
          symbol: 'none',
          // ECharts would round the place of a line to two decimals.
          precision: 12,
          data: lines.map(({ at, label }) => ({
            yAxis: at,
            lineStyle: { color: ink, type: label === meanWord ? ('solid' as const) : ('dashed' as const), width: 1 },
            label: { formatter: label, position: 'end' as const, color: ink },
          })),
        },
      },
    ],
  };
}
