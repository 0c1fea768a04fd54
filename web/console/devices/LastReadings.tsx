import type { LastReading } from '../api/types.ts';
import { writeAmount, writeExactTime } from '../shared/format.ts';
import { useLanguage } from '../shared/texts.ts';
import { useMetricName } from './metrics.ts';

export function LastReadings({ readings }: { readings: LastReading[] }) {
  const language = useLanguage();
  const name = useMetricName();
  if (readings.length === 0) return null;
  return (
    <ul className="last-readings">
      {readings.map(({ metric, value, unit, at }) => (
        <li key={metric} title={writeExactTime(at, language)}>
          <span>{name(metric)}</span> <strong>{writeAmount(value, unit, language)}</strong>
        </li>
      ))}
    </ul>
  );
}
