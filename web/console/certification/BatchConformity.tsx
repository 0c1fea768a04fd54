import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useMay } from '../identity/session.ts';
import { Section } from '../shared/Section.tsx';
import { ConformityTable } from './ConformityTable.tsx';
import { useConformityList } from './queries.ts';
import { useCertificationTexts } from './texts.ts';

const IssueDialog = lazy(async () => ({ default: (await import('./IssueDialog.tsx')).IssueDialog }));

/** The conformity certificates of a batch, for its page, and the button that issues one. */
export function BatchConformity({ batch }: { batch: string }) {
  const t = useCertificationTexts();
  const may = useMay();
  const [issuing, setIssuing] = useState(false);
  const readable = may('conformity-certificates:read');
  const list = useConformityList({ batch }, readable);
  if (!readable) return null;
  return (
    <Section
      title={t('title')}
      actions={may('conformity-certificates:create') && <Button onClick={() => setIssuing(true)}>{t('issue')}</Button>}
    >
      <ConformityTable list={list} empty={t('none')} />
      <Suspense>{issuing && <IssueDialog batch={batch} onClose={() => setIssuing(false)} />}</Suspense>
    </Section>
  );
}
