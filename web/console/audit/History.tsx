import { Button } from 'antd';
import { useId, useState } from 'react';
import type { AuditEntry } from '../api/types.ts';
import { useMay } from '../identity/session.ts';
import { DataTable } from '../shared/DataTable.tsx';
import { Section } from '../shared/Section.tsx';
import { Time } from '../shared/Time.tsx';
import { useWords } from '../shared/texts.ts';
import { writeValue } from './changed-value.ts';
import { exportAddress, type Subject, useHistory } from './queries.ts';
import { actions, useAuditTexts } from './texts.ts';

/** Who changed a record, or saw its personal data, when, from what to what and why; nothing for whoever may not read the log. */
export function History(subject: Subject) {
  const t = useAuditTexts();
  const may = useMay();
  const id = useId();
  const [open, setOpen] = useState(false);
  if (!may('audit-log:read')) return null;
  return (
    <Section
      title={t('history')}
      actions={
        <Button aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {t(open ? 'hide' : 'show')}
        </Button>
      }
    >
      <div id={id}>{open && <Entries {...subject} />}</div>
    </Section>
  );
}

function Entries(subject: Subject) {
  const t = useAuditTexts();
  const action = useWords(actions);
  const list = useHistory(subject, true);
  return (
    <>
      <p className="history-export">
        {t('export')}{' '}
        <a href={exportAddress(subject, 'csv')} download>
          CSV
        </a>{' '}
        <a href={exportAddress(subject, 'xlsx')} download>
          Excel
        </a>
      </p>
      <DataTable
        caption={t('history')}
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={t('nothing')}
        columns={[
          { key: 'at', title: t('at'), names: true, render: ({ at }) => <Time at={at} /> },
          { key: 'actor', title: t('actor'), render: ({ actor }) => actor.name },
          { key: 'action', title: t('action'), render: (entry) => action(entry.action) },
          { key: 'changes', title: t('changes'), render: (entry) => <Changes entry={entry} /> },
          { key: 'reason', title: t('reason'), render: ({ reason }) => reason },
        ]}
      />
    </>
  );
}

function Changes({ entry: { action, changes } }: { entry: AuditEntry }) {
  const t = useAuditTexts();
  return (
    <ul className="plain">
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          <code>{field}</code>
          {action === 'update' && before === undefined && after === undefined && ` ${t('secret')}`}
          {before !== undefined && ` ${writeValue(before)}`}
          {(before !== undefined || after !== undefined) && ' → '}
          {after === undefined ? before !== undefined && t('removed') : writeValue(after)}
        </li>
      ))}
    </ul>
  );
}
