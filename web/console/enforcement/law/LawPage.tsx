import { Link } from 'react-router';
import type { PenaltyLaw } from '../../api/types.ts';
import { Choice } from '../../shared/Choice.tsx';
import { DataTable, EmptyText } from '../../shared/DataTable.tsx';
import { useAddressFilters } from '../../shared/filters/address-filters.ts';
import { Filters } from '../../shared/filters/Filters.tsx';
import { InputBox } from '../../shared/InputBox.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { Effective, Fines, Standing } from './facts.tsx';
import { useLaw } from './queries.ts';
import { useLawTexts } from './texts.ts';

const kinds = ['article', 'figure', 'discretion'] as const;
const allowed = { kind: kinds, on: 'text' } as const;

/** 处罚依据: articles with their fines, figures of procedure and the table of discretion, in all versions. */
export function LawPage() {
  const t = useLawTexts();
  const bilingual = useBilingual();
  const { filters, setFilter, clear, any } = useAddressFilters<'kind' | 'on'>(allowed);
  const list = useLaw(filters);
  return (
    <>
      <PageHeading title={t('title')} />
      <p className="note">{t('hint')}</p>
      <Filters>
        <Choice
          label={t('kind')}
          value={filters.kind}
          options={kinds.map((value) => ({ value, label: t(value) }))}
          onChange={(value) => setFilter('kind', value)}
        />
        <InputBox label={t('on')} value={filters.on} onChange={(value) => setFilter('on', value)} />
      </Filters>
      <DataTable<PenaltyLaw>
        caption={t('title')}
        testId="law-row"
        rows={list.items}
        rowKey={({ code, version }) => `${code} ${version}`}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('nothing')} />}
        columns={[
          {
            key: 'provision',
            title: t('provision'),
            names: true,
            render: ({ code, title, statute, article }) => (
              <>
                <Link to={`/penalty-law/${code}`}>{bilingual(title)}</Link>
                <div className="under">
                  {bilingual(statute)} {article}
                </div>
              </>
            ),
          },
          { key: 'fines', title: t('fines'), render: (row) => <Fines row={row} /> },
          { key: 'effective', title: t('effective'), render: (row) => <Effective row={row} /> },
          { key: 'version', title: t('version'), align: 'end', render: ({ version }) => version },
          { key: 'standing', title: t('standing'), render: (row) => <Standing row={row} /> },
        ]}
      />
    </>
  );
}
