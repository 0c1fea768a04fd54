import { Link } from 'react-router';
import { Choice } from '../shared/Choice.tsx';
import { DataTable, EmptyText } from '../shared/DataTable.tsx';
import { useAddressFilters } from '../shared/filters/address-filters.ts';
import { Filters } from '../shared/filters/Filters.tsx';
import { PageHeading } from '../shared/PageHeading.tsx';
import { DeadlineLeft } from './CaseChip.tsx';
import { useCases } from './queries.ts';
import { Sources } from './Sources.tsx';
import { useEnforcementTexts } from './texts.ts';
import { clueKindsShown, useClueKind } from './words.ts';

const allowedFilters = { clue: clueKindsShown } as const;

/** 线索 that wait to be verified. */
export function CluesPage() {
  const t = useEnforcementTexts();
  const clueWord = useClueKind();
  const { filters, setFilter, clear, any } = useAddressFilters<'clue'>(allowedFilters);
  const list = useCases({ ...filters, state: 'clue' });
  return (
    <>
      <PageHeading title={t('clues')} />
      <p className="note">{t('cluesHint')}</p>
      <Filters>
        <Choice
          label={t('clue')}
          value={filters.clue}
          options={clueKindsShown.map((value) => ({ value, label: clueWord(value) }))}
          onChange={(value) => setFilter('clue', value)}
        />
      </Filters>
      <DataTable
        caption={t('clues')}
        testId="clue-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('noClues')} />}
        columns={[
          {
            key: 'number',
            title: t('number'),
            names: true,
            render: ({ id, number }) => <Link to={`/cases/${id}`}>{number}</Link>,
          },
          {
            key: 'clue',
            title: t('clue'),
            render: ({ clue }) => (
              <>
                {clueWord(clue.kind)}
                <div className="under">{clue.text}</div>
              </>
            ),
          },
          { key: 'party', title: t('party'), render: ({ suspect }) => suspect },
          { key: 'source', title: t('source'), render: ({ clue }) => <Sources sources={clue.sources} /> },
          { key: 'foundOn', title: t('foundOn'), render: ({ clue }) => clue.foundOn },
          {
            key: 'deadline',
            title: t('deadline'),
            render: ({ line: { now } }) => now[0] && <DeadlineLeft deadline={now[0]} />,
          },
        ]}
      />
    </>
  );
}
