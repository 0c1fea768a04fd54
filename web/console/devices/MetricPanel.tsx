import { Button, Skeleton } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { Device, WarningRule } from '../api/types.ts';
import { useAppearance } from '../app/appearance.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { writeAmount, writeExactTime } from '../shared/format.ts';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { Section } from '../shared/Section.tsx';
import { useLanguage, useWithEnglish } from '../shared/texts.ts';
import { extentOf } from './chart-options.ts';
import { useMetricName } from './metrics.ts';
import { tableAddress, useSeries } from './queries.ts';
import { useDevicesTexts } from './texts.ts';
import { linesFor } from './thresholds.ts';

const Curve = lazy(async () => ({ default: (await import('./Curve.tsx')).Curve }));

const tableRows = 200;
const resolutionTexts = { reading: 'asReading', hour: 'asHour', day: 'asDay' } as const;

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
  const { data, error, isPending, refetch } = useSeries(device.id, metric, hours);
  const points = (data?.items ?? []).flatMap((point) =>
    point.value === undefined ? [] : [{ ...point, value: point.value }],
  );
  const unit = data?.unit ?? '';
  const extent = extentOf(data?.items ?? []);
  const amount = (value: number) => writeAmount(value, unit, language);
  const latest = device.lastReadings.find((reading) => reading.metric === metric)?.value;
  const conclusion = extent
    ? [
        t('conclusion', {
          count: data?.count ?? 0,
          minimum: amount(extent.minimum),
          maximum: amount(extent.maximum),
          latest: latest === undefined ? '—' : amount(latest),
        }),
        ...(extent.secondsBeyond > 0 ? [t('beyond', { hours: (extent.secondsBeyond / 3600).toFixed(1) })] : []),
      ].join(language === 'zh' ? '；' : '; ')
    : t('noReadings');
  const words = useWithEnglish();
  const watched = useMemo(
    () =>
      linesFor(rules, device, metric).map((rule) => ({
        rule,
        label: t('threshold', {
          name: words(rule.name, rule.nameEn),
          side: t(rule.comparison),
          limit: writeAmount(rule.limit, rule.unit, language),
        }),
      })),
    [rules, device, metric, t, language, words],
  );

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
      {data && extent && (
        <p className="note">
          {t(resolutionTexts[data.resolution])} · <a href={tableAddress(device.id, data)}>{t('download')}</a>
        </p>
      )}
      {error && <ProblemNote error={error} retry={() => refetch()} />}
      {isPending && <Skeleton.Node active className="curve" />}
      {extent && !asTable && (
        <Suspense fallback={<Skeleton.Node active className="curve" />}>
          <Curve
            points={points}
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
          {points.length > tableRows && <p className="note">{t('tableRows', { count: tableRows })}</p>}
          <DataTable
            caption={name}
            rows={points.slice(-tableRows).reverse()}
            rowKey={({ at }) => at}
            empty={t('noReadings')}
            columns={[
              { key: 'at', title: t('time'), names: true, render: ({ at }) => writeExactTime(at, language) },
              {
                key: 'value',
                title: t('value'),
                align: 'end',
                render: (row) => amount(row.value),
              },
            ]}
          />
        </>
      )}
    </Section>
  );
}
