import { LineChartBox } from '../shared/LineChartBox.tsx';
import { type ChartInput, chartOptions } from './chart-options.ts';

export function Curve(input: ChartInput) {
  return <LineChartBox options={chartOptions(input)} description={input.description} />;
}
