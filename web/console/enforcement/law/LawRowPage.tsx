import { App, Button, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { PenaltyLaw } from '../../api/types.ts';
import { useMay } from '../../identity/session.ts';
import { Chip } from '../../shared/Chip.tsx';
import { Facts } from '../../shared/Facts.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { People } from '../../shared/People.tsx';
import { ProblemNote } from '../../shared/ProblemNote.tsx';
import { Section } from '../../shared/Section.tsx';
import { Time } from '../../shared/Time.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { Effective, Fines, Standing } from './facts.tsx';
import { useLawVersions } from './queries.ts';
import { useLawTexts } from './texts.ts';

const SupersedeLaw = lazy(async () => ({ default: (await import('./SupersedeLaw.tsx')).SupersedeLaw }));

/** One provision in all its versions, the newest first; an administrator of the city enters the next. */
export function LawRowPage() {
  const { code = '' } = useParams();
  const t = useLawTexts();
  const bilingual = useBilingual();
  const may = useMay();
  const { message } = App.useApp();
  const { data, error, refetch } = useLawVersions(code);
  const [entering, setEntering] = useState(false);
  const versions = data?.toSorted((a, b) => b.version - a.version);
  const newest = versions?.[0];
  return (
    <>
      <PageHeading
        title={newest ? bilingual(newest.title) : code}
        above={<Link to="/penalty-law">← {t('back')}</Link>}
        actions={
          newest && may('penalty-law:supersede') && <Button onClick={() => setEntering(true)}>{t('supersede')}</Button>
        }
      />
      {error && <ProblemNote error={error} retry={() => refetch()} />}
      {!data && !error && <Skeleton active />}
      {versions?.map((row) => (
        <Version key={row.version} row={row} />
      ))}
      <Suspense>
        {entering && newest && (
          <SupersedeLaw
            row={newest}
            onClose={() => setEntering(false)}
            onDone={() => message.success(t('superseded'))}
          />
        )}
      </Suspense>
    </>
  );
}

function Version({ row }: { row: PenaltyLaw }) {
  const t = useLawTexts();
  const bilingual = useBilingual();
  const article = row.kind === 'article' ? row : undefined;
  const list = (words: { zh: string; en: string }[] = []) => words.map(bilingual).join(' · ');
  return (
    <Section title={`${t('version')} ${row.version}`}>
      <p>
        <Chip tone={row.inForce ? 'good' : 'neutral'}>{t(row.inForce ? 'inForce' : 'notInForce')}</Chip>{' '}
        <Standing row={row} />
      </p>
      <Facts
        facts={[
          [t('provision'), `${bilingual(row.statute)} ${row.article}`],
          [t('effective'), <Effective key="effective" row={row} />],
          [row.kind === 'discretion' ? t('factors') : t('fines'), <Fines key="fines" row={row} />],
          [t('orderFirst'), article?.orderFirst && bilingual(article.orderFirst.words)],
          [t('measures'), list(article?.measures)],
          [t('graveMeasures'), list(article?.graveMeasures)],
          [t('note'), [row.note && bilingual(row.note), article?.optional && t('optional')].filter(Boolean).join(' ')],
          [t('source'), row.source],
          [
            t('enteredBy'),
            row.enteredBy === undefined ? (
              t('starter')
            ) : (
              <span key="by">
                <People usernames={[row.enteredBy]} /> {row.enteredAt && <Time at={row.enteredAt} />}
              </span>
            ),
          ],
          [t('reason'), row.reason],
        ]}
      />
    </Section>
  );
}
