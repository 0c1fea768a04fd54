import { Button } from 'antd';
import type { ControlCriterion } from '../../api/types.ts';
import { Choice } from '../../shared/Choice.tsx';
import { DataTable, EmptyText } from '../../shared/DataTable.tsx';
import { useAddressFilters } from '../../shared/filters/address-filters.ts';
import { Filters } from '../../shared/filters/Filters.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { SearchBox } from '../../shared/SearchBox.tsx';
import { Section } from '../../shared/Section.tsx';
import { Time } from '../../shared/Time.tsx';
import { useStandardKind } from '../../standards/texts.ts';
import { ControlChartView } from './ControlChartView.tsx';
import { useControlCriteria, useDefaultCriteria } from './queries.ts';
import { controlKinds, useControlKind, useControlTexts } from './texts.ts';

const allowed = { kind: controlKinds, analyte: 'text', method: 'text', show: 'text' } as const;

/** 质量控制图: what each laboratory holds its controls to, and the chart of one of them. */
export function ControlChartsPage() {
  const t = useControlTexts();
  const kindWord = useControlKind();
  const { filters, setFilter, clear, any } = useAddressFilters<keyof typeof allowed>(allowed);
  const { show, ...wanted } = filters;
  const list = useControlCriteria(wanted);
  const defaults = useDefaultCriteria();
  const standardKind = useStandardKind();
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={show && <Button onClick={() => setFilter('show', undefined)}>{t('close')}</Button>}
      />
      <p className="note">{t('about')}</p>
      {show && <ControlChartView id={show} />}
      <Filters>
        <SearchBox label={t('analyte')} value={filters.analyte} onSearch={(value) => setFilter('analyte', value)} />
        <SearchBox label={t('method')} value={filters.method} onSearch={(value) => setFilter('method', value)} />
        <Choice
          label={t('kind')}
          value={filters.kind}
          options={controlKinds.map((value) => ({ value, label: kindWord(value) }))}
          onChange={(value) => setFilter('kind', value)}
        />
      </Filters>
      <DataTable
        caption={t('title')}
        testId="criterion-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('nothing')} />}
        columns={[
          {
            key: 'kind',
            title: t('kind'),
            names: true,
            render: ({ id, kind }) => (
              <Button type="link" aria-current={id === show} onClick={() => setFilter('show', id)}>
                {kindWord(kind)}
              </Button>
            ),
          },
          { key: 'analyte', title: t('analyte'), render: ({ analyte }) => analyte ?? t('every') },
          { key: 'method', title: t('method'), render: ({ method }) => method },
          {
            key: 'material',
            title: t('material'),
            render: ({ material, lot }) => [material, lot].filter(Boolean).join(' · '),
          },
          { key: 'limits', title: t('limits'), render: (row) => limitsText(row) },
          { key: 'validFrom', title: t('validFrom'), render: ({ validFrom }) => <Time at={validFrom} /> },
          { key: 'source', title: t('source'), render: ({ source }) => source },
        ]}
      />
      <Section title={t('defaults')}>
        <p className="note">{t('defaultsHint')}</p>
        <DataTable
          caption={t('defaults')}
          rows={defaults.data ?? []}
          rowKey={({ kind, substances }) => `${kind} ${substances}`}
          list={defaults}
          empty={t('noDefaults')}
          columns={[
            { key: 'kind', title: t('kind'), names: true, render: ({ kind }) => kindWord(kind) },
            { key: 'analyte', title: t('analyte'), render: ({ substances }) => standardKind(substances) },
            { key: 'limits', title: t('limits'), render: (row) => limitsText(row) },
            { key: 'source', title: t('source'), render: ({ source }) => source },
          ]}
        />
      </Section>
    </>
  );
}

function limitsText({
  mean,
  sd,
  unit = '',
  atMost,
  differenceAtMost,
  recoveryFrom,
  recoveryTo,
}: Partial<ControlCriterion>): string {
  if (mean !== undefined) return `${mean} ± ${sd} ${unit}`;
  if (atMost !== undefined) return `≤ ${atMost} ${unit}`;
  if (differenceAtMost !== undefined) return `≤ ${differenceAtMost} %`;
  return `${recoveryFrom}–${recoveryTo} %`;
}
