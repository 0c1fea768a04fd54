import { Button, Flex } from 'antd';
import { useState } from 'react';
import type { Checklist, Inspection } from '../../api/types.ts';
import { DataTable } from '../../shared/DataTable.tsx';
import { People } from '../../shared/People.tsx';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { Section } from '../../shared/Section.tsx';
import { Time } from '../../shared/Time.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { useChecklists, useDecideConflict } from './queries.ts';
import { type Told, twoStories } from './stories.ts';
import { useInspectionTexts } from './texts.ts';

type Conflict = Inspection['conflicts'][number];

/** Each other submission beside the one that holds, what differs first; a person decides, with a reason. */
export function Conflicts({ inspection }: { inspection: Inspection }) {
  const { data } = useChecklists();
  const checklist = data?.items.find(
    ({ checklist, version }) => checklist === inspection.checklist && version === inspection.checklistVersion,
  );
  if (!checklist) return null;
  return inspection.conflicts
    .filter(({ decided }) => !decided)
    .map((conflict) => (
      <TwoStories key={conflict.id} inspection={inspection} conflict={conflict} checklist={checklist} />
    ));
}

interface Props {
  inspection: Inspection;
  conflict: Conflict;
  checklist: Checklist;
}

function TwoStories({ inspection, conflict, checklist }: Props) {
  const t = useInspectionTexts();
  const bilingual = useBilingual();
  const decide = useDecideConflict(inspection.id);
  const [keep, setKeep] = useState<'stored' | 'submitted' | null>(null);
  const stored = inspection.submission;
  if (!stored) return null;
  const submitter = inspection.history.findLast(({ verb }) => verb === 'submit')?.by ?? '';
  const may = inspection.allowed.includes('close') || inspection.allowed.includes('order-rectification');
  const head = (title: string, { finishedAt, photos }: Conflict | typeof stored, by: string) => (
    <p>
      {title}: <People usernames={[by]} /> · <Time at={finishedAt} /> · {t('photoCount', { count: photos.length })}
    </p>
  );
  return (
    <Section title={t('twoStories')}>
      <p className="note">{t('twoStoriesHint')}</p>
      {head(t('stored'), stored, submitter)}
      {head(t('submitted'), conflict, conflict.by)}
      <DataTable
        caption={t('twoStories')}
        rows={twoStories(checklist, stored.answers, conflict.answers)}
        rowKey={({ item }) => item.item}
        empty={null}
        columns={[
          {
            key: 'item',
            title: t('checklist'),
            names: true,
            render: ({ item, differs }) => (differs ? <strong>≠ {bilingual(item.text)}</strong> : bilingual(item.text)),
          },
          { key: 'stored', title: t('stored'), render: ({ stored: told }) => <ToldAnswer told={told} /> },
          { key: 'submitted', title: t('submitted'), render: ({ submitted: told }) => <ToldAnswer told={told} /> },
        ]}
      />
      {may && (
        <Flex gap={8} wrap style={{ marginTop: 12 }}>
          <Button onClick={() => setKeep('stored')}>{t('keepStored')}</Button>
          <Button disabled={inspection.state !== 'submitted'} onClick={() => setKeep('submitted')}>
            {t('keepSubmitted')}
          </Button>
          {inspection.state !== 'submitted' && <span className="note">{t('actedUpon')}</span>}
        </Flex>
      )}
      {keep && (
        <ReasonDialog
          title={t(keep === 'stored' ? 'keepStored' : 'keepSubmitted')}
          onClose={() => setKeep(null)}
          onReason={({ reason }) => decide.mutateAsync({ conflict: conflict.id, keep, reason })}
        />
      )}
    </Section>
  );
}

function ToldAnswer({ told }: { told: Told | undefined }) {
  const t = useInspectionTexts();
  if (!told) return <>—</>;
  return (
    <>
      {t(told.answer)}
      {told.note && <div className="under">{told.note}</div>}
    </>
  );
}
