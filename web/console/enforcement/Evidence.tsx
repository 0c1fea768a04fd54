import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '../identity/session.ts';
import { DataTable, EmptyText } from '../shared/DataTable.tsx';
import { Section } from '../shared/Section.tsx';
import { EvidenceStepDialog, NewEvidenceDialog } from './EvidenceDialog.tsx';
import { type EvidenceStep, evidenceVerbs } from './evidence-forms.ts';
import { useCaseEvidence } from './queries.ts';
import { useEnforcementTexts } from './texts.ts';
import { useEvidenceVerb } from './words.ts';

/** 证据 of a case, and until when goods may be held. */
export function Evidence({ caseId }: { caseId: string }) {
  const t = useEnforcementTexts();
  const may = useMay();
  const word = useEvidenceVerb();
  const [adding, setAdding] = useState(false);
  const [asked, setAsked] = useState<{ id: string; verb: EvidenceStep } | null>(null);
  const list = useCaseEvidence(caseId);
  return (
    <Section
      title={t('evidence')}
      actions={may('case-evidence:create') && <Button onClick={() => setAdding(true)}>{t('addEvidence')}</Button>}
    >
      <DataTable
        caption={t('evidence')}
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={false} nothing={t('noEvidence')} />}
        columns={[
          {
            key: 'name',
            title: t('evidenceName'),
            names: true,
            render: ({ number, name, description }) => (
              <>
                {number}. {name}
                <div className="under">{description}</div>
              </>
            ),
          },
          { key: 'obtainedOn', title: t('obtainedOn'), render: ({ obtainedOn }) => obtainedOn },
          {
            key: 'held',
            title: t('held'),
            render: ({ hold }) =>
              hold && (hold.released ? t('released') : hold.lastDay && t('heldUntil', { day: hold.lastDay })),
          },
          {
            key: 'next',
            title: t('next'),
            render: (piece) => (
              <span className="row-actions">
                {evidenceVerbs
                  .filter((verb) => piece.allowed.includes(verb))
                  .map((verb) => (
                    <Button key={verb} size="small" onClick={() => setAsked({ id: piece.id, verb })}>
                      {word(verb)}
                    </Button>
                  ))}
              </span>
            ),
          },
        ]}
      />
      {adding && <NewEvidenceDialog caseId={caseId} onClose={() => setAdding(false)} />}
      {asked && <EvidenceStepDialog {...asked} onClose={() => setAsked(null)} />}
    </Section>
  );
}
