import { Choice } from '../shared/Choice.tsx';
import { EmptyText } from '../shared/DataTable.tsx';
import { useAddressFilters } from '../shared/filters/address-filters.ts';
import { Filters } from '../shared/filters/Filters.tsx';
import { PageHeading } from '../shared/PageHeading.tsx';
import { SearchBox } from '../shared/SearchBox.tsx';
import { ConformityTable } from './ConformityTable.tsx';
import { useConformityList } from './queries.ts';
import { conformityStates, useConformityState } from './StateChip.tsx';
import { useCertificationTexts } from './texts.ts';

const allowedFilters = { state: conformityStates, batch: 'text' } as const;

/** 承诺达标合格证 of the own division or producer. */
export function ConformityPage() {
  const t = useCertificationTexts();
  const stateWord = useConformityState();
  const { filters, setFilter, clear, any } = useAddressFilters(allowedFilters);
  const list = useConformityList(filters);
  return (
    <>
      <PageHeading title={t('title')} />
      <Filters>
        <SearchBox label={t('batch')} value={filters.batch} onSearch={(value) => setFilter('batch', value)} />
        <Choice
          label={t('state')}
          value={filters.state}
          options={conformityStates.map((value) => ({ value, label: stateWord(value) }))}
          onChange={(value) => setFilter('state', value)}
        />
      </Filters>
      <ConformityTable list={list} empty={<EmptyText filtered={any} clear={clear} nothing={t('nothing')} />} />
    </>
  );
}
