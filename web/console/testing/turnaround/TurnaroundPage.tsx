import type { Turnaround } from '../../api/types.ts';
import { DataTable, EmptyText } from '../../shared/DataTable.tsx';
import { useAddressFilters } from '../../shared/filters/address-filters.ts';
import { Filters } from '../../shared/filters/Filters.tsx';
import { InputBox } from '../../shared/InputBox.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { SearchBox } from '../../shared/SearchBox.tsx';
import { useTurnaround } from './queries.ts';
import { useTurnaroundTexts } from './texts.ts';
import { Waiting } from './Waiting.tsx';

type Row = Turnaround['items'][number];

const allowed = { since: 'text', laboratory: 'text', method: 'text', withinHours: 'text' } as const;
const month = /^\d{4}-(0[1-9]|1[0-2])$/;
const hours = /^[1-9]\d{0,3}$/;

/** 检测周期: how long samples took from receipt to report, and which still wait. */
export function TurnaroundPage() {
  const t = useTurnaroundTexts();
  const { filters, setFilter, clear, any } = useAddressFilters<keyof typeof allowed>(allowed);
  const since = month.test(filters.since ?? '') ? String(filters.since) : halfAYearAgo();
  const { withinHours: _, ...rest } = filters;
  const within = hours.test(filters.withinHours ?? '') && { withinHours: String(filters.withinHours) };
  const list = useTurnaround({ ...rest, since, ...within });
  const spread = (of: Row['whole'] | undefined) => of && t('spread', { ...of });
  return (
    <>
      <PageHeading title={t('title')} />
      <p className="note">{t('about')}</p>
      <Filters>
        <InputBox type="month" label={t('since')} value={since} onChange={(value) => setFilter('since', value)} />
        <SearchBox
          label={t('laboratory')}
          value={filters.laboratory}
          onSearch={(value) => setFilter('laboratory', value)}
        />
        <SearchBox label={t('method')} value={filters.method} onSearch={(value) => setFilter('method', value)} />
        <SearchBox
          label={t('withinHours')}
          value={filters.withinHours}
          onSearch={(value) => setFilter('withinHours', value)}
        />
      </Filters>
      <DataTable
        caption={t('title')}
        rows={list.data?.items ?? []}
        rowKey={({ laboratory, method, month: of }) => [laboratory, method, of].join('|')}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('nothing')} />}
        columns={[
          { key: 'month', title: t('month'), names: true, render: (row) => row.month },
          { key: 'laboratory', title: t('laboratory'), render: ({ laboratory }) => laboratory ?? t('noLaboratory') },
          { key: 'method', title: t('method'), render: ({ method }) => method ?? t('noMethod') },
          { key: 'reports', title: t('reports'), align: 'end', render: ({ reports }) => reports },
          {
            key: 'share',
            title: t('share', { hours: list.data?.withinHours ?? '' }),
            align: 'end',
            render: ({ shareWithin }) => `${shareWithin}%`,
          },
          { key: 'whole', title: t('whole'), render: ({ whole }) => spread(whole) },
          { key: 'waiting', title: t('waiting'), render: (row) => spread(row.waiting) },
          { key: 'testing', title: t('testing'), render: ({ testing }) => spread(testing) },
          { key: 'verification', title: t('verification'), render: ({ verification }) => spread(verification) },
        ]}
      />
      <Waiting laboratory={filters.laboratory} />
    </>
  );
}

function halfAYearAgo(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth() - 5, 1)).toISOString().slice(0, 7);
}
