import { DataTable, EmptyText } from '../shared/DataTable.tsx';
import { useAddressFilters } from '../shared/filters/address-filters.ts';
import { Filters } from '../shared/filters/Filters.tsx';
import { SearchBox } from '../shared/SearchBox.tsx';
import { Section } from '../shared/Section.tsx';
import { useLimits } from './queries.ts';
import { useStandardsTexts } from './texts.ts';

const allowedFilters = { substance: 'text', food: 'text' } as const;

/** Looks limits up by what is measured and by what it is measured in. */
export function Limits() {
  const t = useStandardsTexts();
  const { filters, setFilter, clear, any } = useAddressFilters(allowedFilters);
  const list = useLimits(filters);
  return (
    <Section title={t('limits')}>
      <Filters>
        <SearchBox
          label={t('substance')}
          value={filters.substance}
          onSearch={(value) => setFilter('substance', value)}
        />
        <SearchBox label={t('food')} value={filters.food} onSearch={(value) => setFilter('food', value)} />
      </Filters>
      <DataTable
        caption={t('limits')}
        testId="limit-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('nothing')} />}
        columns={[
          {
            key: 'substance',
            title: t('substanceShort'),
            names: true,
            render: ({ substance, casNumber }) => `${substance}${casNumber ? ` (${casNumber})` : ''}`,
          },
          {
            key: 'food',
            title: t('foodShort'),
            render: ({ foodName, excludingNames }) =>
              `${foodName ?? ''}${excludingNames.length ? ` · ${t('excluding', { foods: excludingNames.join('、') })}` : ''}`,
          },
          {
            key: 'maximum',
            title: t('maximum'),
            render: ({ kind, maximum, unit, temporary }) =>
              kind === 'banned' || kind === 'exempt'
                ? t(kind)
                : `${maximum} ${unit}${temporary ? ` · ${t('temporary')}` : ''}`,
          },
          { key: 'clause', title: t('clause'), render: ({ standard, clause }) => `${standard} · ${clause}` },
        ]}
      />
    </Section>
  );
}
