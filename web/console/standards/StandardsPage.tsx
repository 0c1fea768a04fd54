import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../identity/session.ts';
import { DataTable } from '../shared/DataTable.tsx';
import { PageHeading } from '../shared/PageHeading.tsx';
import { Section } from '../shared/Section.tsx';
import { Completeness, Export, State, Term } from './facts.tsx';
import { Limits } from './Limits.tsx';
import { useStandards } from './queries.ts';
import { useStandardKind, useStandardsTexts } from './texts.ts';

const LoadStandard = lazy(async () => ({ default: (await import('./LoadStandard.tsx')).LoadStandard }));

/** Which editions are loaded, how whole they are, and what they say. */
export function StandardsPage() {
  const t = useStandardsTexts();
  const may = useMay();
  const kindName = useStandardKind();
  const list = useStandards();
  const [loading, setLoading] = useState(false);
  const rows = list.data ?? [];
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          may('standards:import') && (
            <Button type="primary" onClick={() => setLoading(true)}>
              {t('load')}
            </Button>
          )
        }
      />
      <Section title={t('editions')}>
        {rows.some(({ complete }) => !complete) && <p className="note">{t('incompleteWhy')}</p>}
        <DataTable
          caption={t('editions')}
          testId="standard-row"
          rows={rows}
          rowKey={({ code }) => code}
          list={list}
          empty={t('nothing')}
          columns={[
            {
              key: 'code',
              title: t('code'),
              names: true,
              render: ({ code, name }) => (
                <Link to={`/standards/edition?${new URLSearchParams({ code })}`}>{`${code} ${name}`}</Link>
              ),
            },
            { key: 'kind', title: t('kind'), render: ({ kind }) => kindName(kind) },
            { key: 'term', title: t('inForce'), render: (edition) => <Term {...edition} /> },
            { key: 'state', title: t('today'), render: (edition) => <State {...edition} /> },
            { key: 'rows', title: t('rows'), render: (edition) => <Completeness {...edition} /> },
            {
              key: 'version',
              title: t('version'),
              render: ({ version, loadedBy }) =>
                loadedBy === undefined ? t('starter') : `${version} · ${t('loaded', { by: loadedBy })}`,
            },
            { key: 'export', title: t('export'), render: ({ code }) => <Export code={code} /> },
          ]}
        />
      </Section>
      <Limits />
      <Suspense>{loading && <LoadStandard onClose={() => setLoading(false)} />}</Suspense>
    </>
  );
}
