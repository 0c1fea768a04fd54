import { useAddressFilters } from '../shared/address-filters.ts';
import { Choice } from '../shared/Choice.tsx';
import { EmptyText } from '../shared/DataTable.tsx';
import { PageHeading } from '../shared/PageHeading.tsx';
import { SearchBox } from '../shared/SearchBox.tsx';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { ConformityTable } from './ConformityTable.tsx';
import { useConformityList } from './queries.ts';
import { conformityStates, useConformityState } from './StateChip.tsx';
import { useCertificationTexts } from './texts.ts';

const allowedFilters = { state: conformityStates, batch: 'text' } as const;

/** 承诺达标合格证 of the own division or producer. */
export function ConformityPage() {
  const t = useCertificationTexts();
  const shared = useSharedTexts();
  const stateWord = useConformityState();
  const { filters, setFilter, clear, any } = useAddressFilters(allowedFilters);
  const list = useConformityList(filters);
  return (
    <>
      <PageHeading title={t('title')} />
      <search className="filters" aria-label={shared('filters')}>
        <SearchBox label={t('batch')} value={filters.batch} onSearch={(value) => setFilter('batch', value)} />
        <Choice
          label={t('state')}
          value={filters.state}
          options={conformityStates.map((value) => ({ value, label: stateWord(value) }))}
          onChange={(value) => setFilter('state', value)}
        />
      </search>
      <ConformityTable list={list} empty={<EmptyText filtered={any} clear={clear} nothing={t('nothing')} />} />
    </>
  );
}
