import { convert } from './convert.ts';
import conversions from './data/conversions.json' with { type: 'json' };
import rows from './data/metrics.json' with { type: 'json' };
import other from './data/other-units.json' with { type: 'json' };
import senml from './data/senml-units.json' with { type: 'json' };

/** The unit in which a metric is kept (UCUM) and the values that nature or the metric itself allows in it. */
interface Metric {
  metric: string;
  unit: string;
  least?: number;
  most?: number;
}

const metrics = new Map((rows as Metric[]).map((row) => [row.metric, row]));

const knownUnits = new Set<string | null>([
  ...rows.map(({ unit }) => unit),
  ...conversions.flatMap(({ from, to }) => [from, to]),
  ...Object.values(senml.units),
  ...other.units,
]);

export type Quantity =
  | { ok: true; value: number; unit: string }
  | { ok: false; field: 'unit' | 'value'; reason: string };

/** Does the platform know in which unit this metric is kept? */
export function isKnownMetric(name: string): boolean {
  return metrics.has(name);
}

/** The unit in which a metric is kept; `null`: it keeps that which it comes with. */
export function keptUnit(name: string): string | null {
  return metrics.get(name)?.unit ?? null;
}

/**
 * The value in the canonical unit of its metric. A metric that the table does not know keeps the unit it came with.
 * @param unit a UCUM code; absent: the canonical one
 * @param shown the unit as the device wrote it, for the reason of a refusal
 */
export function canonical(metricName: string, value: number, unit: string | undefined, shown = unit): Quantity {
  if (!Number.isFinite(value)) return { ok: false, field: 'value', reason: 'must be a finite number' };
  const metric = metrics.get(metricName);
  if (!metric) return unknownMetric(metricName, value, unit, shown);
  const converted = convert(value, unit ?? metric.unit, metric.unit);
  if (converted === null)
    return {
      ok: false,
      field: 'unit',
      reason: `"${shown}" cannot be converted to ${metric.unit}, the unit of ${metricName}`,
    };
  if (converted < (metric.least ?? Number.NEGATIVE_INFINITY) || converted > (metric.most ?? Number.POSITIVE_INFINITY))
    return { ok: false, field: 'value', reason: `${value} ${shown ?? metric.unit} is impossible for ${metricName}` };
  return { ok: true, value: converted, unit: metric.unit };
}

function unknownMetric(
  metricName: string,
  value: number,
  unit: string | undefined,
  shown: string | undefined,
): Quantity {
  if (unit === undefined)
    return { ok: false, field: 'unit', reason: `is missing, and ${metricName} is not a metric with a known unit` };
  if (!knownUnits.has(unit)) return { ok: false, field: 'unit', reason: `"${shown}" is not a known UCUM unit` };
  return { ok: true, value, unit };
}
