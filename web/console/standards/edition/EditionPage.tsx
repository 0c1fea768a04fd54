import { Skeleton } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { Standard } from '../../api/types.ts';
import { Chip } from '../../shared/Chip.tsx';
import { DataTable } from '../../shared/DataTable.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { ProblemNote } from '../../shared/ProblemNote.tsx';
import { Section } from '../../shared/Section.tsx';
import { Time } from '../../shared/Time.tsx';
import { Completeness, Export, State, Term } from '../facts.tsx';
import { Comparison } from './Comparison.tsx';
import { useAllVersions } from './queries.ts';
import { useVersionsTexts } from './texts.ts';
import { successor } from './versions.ts';

/** A standard with every version of its data that was loaded, and what they say differently. */
export function EditionPage() {
  const t = useVersionsTexts();
  const [query] = useSearchParams();
  const code = query.get('code') ?? '';
  const list = useAllVersions();
  const all = list.data ?? [];
  const versions = all.filter((each) => each.code === code);
  const [newest] = versions;
  if (list.isPending) return <Skeleton active />;
  if (list.error) return <ProblemNote error={list.error} retry={() => list.refetch()} />;
  return (
    <>
      <PageHeading
        title={newest ? `${code} ${newest.name}` : code}
        above={<Link to="/standards">{t('back')}</Link>}
        marks={newest && <State {...newest} />}
      />
      <Section title={t('versions')}>
        <p className="note">{t('standingHint')}</p>
        <DataTable
          caption={`${t('versions')} ${code}`}
          testId="version-row"
          rows={versions}
          rowKey={({ version }) => String(version)}
          list={list}
          empty={t('unknown')}
          columns={[
            {
              key: 'version',
              title: t('version'),
              names: true,
              render: ({ version }) => (version === 0 ? t('starter') : t('versionOf', { version })),
            },
            { key: 'standing', title: t('standing'), render: (edition) => <Standing {...edition} all={all} /> },
            { key: 'term', title: t('inForce'), render: (edition) => <Term {...edition} /> },
            { key: 'rows', title: t('rows'), render: (edition) => <Completeness {...edition} /> },
            { key: 'source', title: t('source'), render: ({ source }) => source },
            {
              key: 'loaded',
              title: t('loaded'),
              render: ({ loadedBy, loadedAt }) =>
                loadedAt && (
                  <>
                    <Time at={loadedAt} /> {t('loadedBy', { by: loadedBy ?? '' })}
                  </>
                ),
            },
            { key: 'export', title: t('export'), render: ({ version }) => <Export code={code} version={version} /> },
          ]}
        />
      </Section>
      {newest && <Comparison all={all} code={code} />}
    </>
  );
}

/** Whether results are judged by this version. */
function Standing({ all, ...edition }: Standard & { all: readonly Standard[] }) {
  const t = useVersionsTexts();
  if (!edition.superseded) return <Chip tone="good">{t('standing')}</Chip>;
  const next = successor(all, edition);
  return <Chip tone="neutral">{next === undefined ? t('superseded') : t('supersededBy', { version: next })}</Chip>;
}
