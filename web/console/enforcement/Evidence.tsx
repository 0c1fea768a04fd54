import { DataTable, EmptyText } from '../shared/DataTable.tsx';
import { Section } from '../shared/Section.tsx';
import { useCaseEvidence } from './queries.ts';
import { useEnforcementTexts } from './texts.ts';

/** 证据 of a case, and until when goods may be held. */
export function Evidence({ caseId }: { caseId: string }) {
  const t = useEnforcementTexts();
  const list = useCaseEvidence(caseId);
  return (
    <Section title={t('evidence')}>
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
        ]}
      />
    </Section>
  );
}
