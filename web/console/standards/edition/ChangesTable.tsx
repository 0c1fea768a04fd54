import type { ComponentProps } from 'react';
import type { StandardChange } from '../../api/types.ts';
import { Chip, type Tone } from '../../shared/Chip.tsx';
import { DataTable } from '../../shared/DataTable.tsx';
import { useChangeWord, useVersionsTexts } from './texts.ts';

const tones: Record<StandardChange['change'], Tone> = { removed: 'bad', changed: 'caution', added: 'good' };

type Props = Pick<ComponentProps<typeof DataTable<StandardChange>>, 'caption' | 'list' | 'empty'>;

/** What was removed, changed and added, with the old and the new. */
export function ChangesTable({ changes, ...props }: Props & { changes: StandardChange[] }) {
  const t = useVersionsTexts();
  const word = useChangeWord();
  return (
    <DataTable
      {...props}
      testId="change-row"
      rows={changes}
      rowKey={({ change, subject }) => `${change} ${subject}`}
      columns={[
        {
          key: 'change',
          title: t('change'),
          render: ({ change }) => <Chip tone={tones[change]}>{word(change)}</Chip>,
        },
        { key: 'subject', title: t('subject'), names: true, render: ({ subject }) => subject },
        { key: 'before', title: t('was'), render: ({ before }) => before ?? '—' },
        { key: 'after', title: t('is'), render: ({ after }) => after ?? '—' },
      ]}
    />
  );
}
