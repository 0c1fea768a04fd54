import { Button, Skeleton } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { Device, WarningRule } from '../api/types.ts';
import { useAppearance } from '../app/appearance.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { writeAmount, writeExactTime, writeTime } from '../shared/format.ts';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { Section } from '../shared/Section.tsx';
import { useLanguage } from '../shared/texts.ts';
import { extentOf } from './chart-options.ts';
import { useMetricName } from './metrics.ts';
import { useReadings } from './queries.ts';
import { useDevicesTexts } from './texts.ts';
import { linesFor } from './thresholds.ts';

const Curve = lazy(async () => ({ default: (await import('./Curve.tsx')).Curve }));

const tableRows = 200;

interface Props {
  device: Device;
  metric: string;
  hours: number;
  rules: WarningRule[];
}

/** One metric of a device: a sentence, the curve with its limits, and the same as a table. */
export function MetricPanel({ device, metric, hours, rules }: Props) {
  const t = useDevicesTexts();
  const language = useLanguage();
  const name = useMetricName()(metric);
  const { appearance } = useAppearance();
  const [asTable, setAsTable] = useState(false);
  const { data, error, isPending, refetch } = useReadings(device.id, metric, hours);
  const readings = data?.items ?? [];
  const unit = readings.at(-1)?.unit ?? '';
  const extent = extentOf(readings);
  const amount = (value: number) => writeAmount(value, unit, language);
  const conclusion = extent
    ? t('conclusion', {
        count: extent.count,
        minimum: amount(extent.minimum),
        maximum: amount(extent.maximum),
        latest: amount(extent.latest),
      })
    : t('noReadings');
  const watched = useMemo(
    () =>
      linesFor(rules, device, metric).map((rule) => ({
        rule,
        label: t('threshold', {
          name: rule.name,
          side: t(rule.comparison),
          limit: writeAmount(rule.limit, rule.unit, language),
        }),
      })),
    [rules, device, metric, t, language],
  );
  const last = readings.at(-1);

  return (
    <Section
      title={name}
      actions={
        <Button aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? t('asChart') : t('asTable')}
        </Button>
      }
    >
      <p className="conclusion">{isPending ? ' ' : conclusion}</p>
      {data?.truncated && last && <p className="note">{t('truncated', { time: writeTime(last.at, language) })}</p>}
      {error && <ProblemNote error={error} retry={() => refetch()} />}
      {isPending && <Skeleton.Node active className="curve" />}
      {extent && !asTable && (
        <Suspense fallback={<Skeleton.Node active className="curve" />}>
          <Curve
            readings={readings}
            unit={unit}
            name={name}
            rules={watched}
            dark={appearance === 'dark'}
            language={language}
            description={t('chartLabel', { metric: name, conclusion })}
          />
        </Suspense>
      )}
      {extent && asTable && (
        <>
          {readings.length > tableRows && <p className="note">{t('tableRows', { count: tableRows })}</p>}
          <DataTable
            caption={name}
            rows={readings.slice(-tableRows).reverse()}
            rowKey={({ at }) => at}
            empty={t('noReadings')}
            columns={[
              { key: 'at', title: t('time'), names: true, render: ({ at }) => writeExactTime(at, language) },
              {
                key: 'value',
                title: t('value'),
                align: 'end',
                render: (row) => writeAmount(row.value, row.unit, language),
              },
            ]}
          />
        </>
      )}
    </Section>
  );
}
