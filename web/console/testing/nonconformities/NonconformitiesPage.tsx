import { Link } from 'react-router';
import { Choice } from '../../shared/Choice.tsx';
import { DataTable, EmptyText } from '../../shared/DataTable.tsx';
import { useAddressFilters } from '../../shared/filters/address-filters.ts';
import { Filters } from '../../shared/filters/Filters.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { Time } from '../../shared/Time.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { useNonconformities } from './queries.ts';
import { StateChip } from './StateChip.tsx';
import {
  nonconformityCauses,
  nonconformityStates,
  useNonconformityCause,
  useNonconformityState,
  useNonconformityTexts,
} from './texts.ts';

const allowed = { state: nonconformityStates, cause: nonconformityCauses } as const;

/** 不符合工作 of the own division's laboratories. */
export function NonconformitiesPage() {
  const t = useNonconformityTexts();
  const bilingual = useBilingual();
  const stateWord = useNonconformityState();
  const causeWord = useNonconformityCause();
  const { filters, setFilter, clear, any } = useAddressFilters<keyof typeof allowed>(allowed);
  const list = useNonconformities(filters);
  return (
    <>
      <PageHeading title={t('title')} />
      <p className="note">{t('about')}</p>
      <Filters>
        <Choice
          label={t('state')}
          value={filters.state}
          options={nonconformityStates.map((value) => ({ value, label: stateWord(value) }))}
          onChange={(value) => setFilter('state', value)}
        />
        <Choice
          label={t('cause')}
          value={filters.cause}
          options={nonconformityCauses.map((value) => ({ value, label: causeWord(value) }))}
          onChange={(value) => setFilter('cause', value)}
        />
      </Filters>
      <DataTable
        caption={t('title')}
        testId="nonconformity-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('nothing')} />}
        columns={[
          {
            key: 'text',
            title: t('cause'),
            names: true,
            render: ({ id, text }) => <Link to={`/nonconformities/${id}`}>{bilingual(text)}</Link>,
          },
          { key: 'laboratory', title: t('laboratory'), render: ({ laboratory }) => laboratory },
          { key: 'count', title: t('doubtedCount'), align: 'end', render: ({ doubtedCount }) => doubtedCount },
          { key: 'state', title: t('state'), render: ({ state }) => <StateChip state={state} /> },
          { key: 'openedAt', title: t('openedAt'), render: ({ openedAt }) => <Time at={openedAt} /> },
        ]}
      />
    </>
  );
}
