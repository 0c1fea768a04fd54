import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '../identity/session.ts';
import { DataTable, EmptyText } from '../shared/DataTable.tsx';
import { Section } from '../shared/Section.tsx';
import { Time } from '../shared/Time.tsx';
import { useBilingual } from '../shared/texts.ts';
import { PaperDialog } from './PaperDialog.tsx';
import { useCasePapers } from './queries.ts';
import { useEnforcementTexts } from './texts.ts';

/** 文书 of a case; opening one is on record, for it names the party. */
export function Papers({ caseId }: { caseId: string }) {
  const t = useEnforcementTexts();
  const bilingual = useBilingual();
  const may = useMay();
  const [writing, setWriting] = useState(false);
  const list = useCasePapers(caseId);
  return (
    <Section
      title={t('papers')}
      actions={may('case-documents:create') && <Button onClick={() => setWriting(true)}>{t('writePaper')}</Button>}
    >
      <DataTable
        caption={t('papers')}
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={false} nothing={t('noPapers')} />}
        columns={[
          { key: 'title', title: t('paper'), names: true, render: ({ title }) => bilingual(title) },
          { key: 'number', title: t('paperNumber'), render: ({ number }) => number },
          { key: 'issuedAt', title: t('issuedAt'), render: ({ issuedAt }) => <Time at={issuedAt} /> },
          {
            key: 'open',
            title: t('openPaper'),
            render: ({ id, number }) => (
              <a href={`/api/v1/case-documents/${id}/document.pdf`} target="_blank" rel="noreferrer">
                {t('openPaper')}
                <span className="hidden"> {number}</span>
              </a>
            ),
          },
        ]}
      />
      {writing && <PaperDialog caseId={caseId} onClose={() => setWriting(false)} />}
    </Section>
  );
}
