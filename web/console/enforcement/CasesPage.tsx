import { Link } from 'react-router';
import { Choice } from '../shared/Choice.tsx';
import { DataTable, EmptyText } from '../shared/DataTable.tsx';
import { useAddressFilters } from '../shared/filters/address-filters.ts';
import { Filters } from '../shared/filters/Filters.tsx';
import { PageHeading } from '../shared/PageHeading.tsx';
import { People } from '../shared/People.tsx';
import { useHolding } from '../shared/PeoplePicker.tsx';
import { SearchBox } from '../shared/SearchBox.tsx';
import { useBilingual } from '../shared/texts.ts';
import { CaseChip, DeadlineLeft } from './CaseChip.tsx';
import { useCases } from './queries.ts';
import { useEnforcementTexts } from './texts.ts';
import { caseStates, clueKindsShown, useCaseState, useClueKind, useProcedure } from './words.ts';

const procedures = ['ordinary', 'summary'] as const;
const allowedFilters = {
  state: caseStates,
  clue: clueKindsShown,
  procedure: procedures,
  officer: 'text',
  batch: 'text',
} as const;

/** 行政处罚案件 of the own division. */
export function CasesPage() {
  const t = useEnforcementTexts();
  const bilingual = useBilingual();
  const [stateWord, clueWord, procedureWord] = [useCaseState(), useClueKind(), useProcedure()];
  const { filters, setFilter, clear, any } = useAddressFilters<keyof typeof allowedFilters>(allowedFilters);
  const officers = useHolding('officer');
  const list = useCases(filters);
  return (
    <>
      <PageHeading title={t('cases')} />
      <Filters>
        <SearchBox label={t('batch')} value={filters.batch} onSearch={(value) => setFilter('batch', value)} />
        <Choice
          label={t('officers')}
          value={filters.officer}
          options={officers}
          onChange={(value) => setFilter('officer', value)}
        />
        <Choice
          label={t('state')}
          value={filters.state}
          options={caseStates.map((value) => ({ value, label: stateWord(value) }))}
          onChange={(value) => setFilter('state', value)}
        />
        <Choice
          label={t('clue')}
          value={filters.clue}
          options={clueKindsShown.map((value) => ({ value, label: clueWord(value) }))}
          onChange={(value) => setFilter('clue', value)}
        />
        <Choice
          label={t('procedure')}
          value={filters.procedure}
          options={procedures.map((value) => ({ value, label: procedureWord(value) }))}
          onChange={(value) => setFilter('procedure', value)}
        />
      </Filters>
      <DataTable
        caption={t('cases')}
        testId="case-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('noCases')} />}
        columns={[
          {
            key: 'number',
            title: t('number'),
            names: true,
            render: ({ id, number }) => <Link to={`/cases/${id}`}>{number}</Link>,
          },
          { key: 'party', title: t('party'), render: ({ party, suspect }) => party?.name ?? suspect },
          { key: 'clue', title: t('clue'), render: ({ clue }) => clueWord(clue.kind) },
          { key: 'procedure', title: t('procedure'), render: ({ procedure }) => procedureWord(procedure) },
          { key: 'state', title: t('state'), render: ({ state }) => <CaseChip state={state} /> },
          {
            key: 'deadline',
            title: t('deadline'),
            render: ({ line: { now } }) =>
              now[0] && (
                <>
                  {bilingual(now[0].title)} <DeadlineLeft deadline={now[0]} />
                </>
              ),
          },
          {
            key: 'officers',
            title: t('officers'),
            render: ({ officers }) => <People usernames={officers.map(({ username }) => username)} />,
          },
        ]}
      />
    </>
  );
}
