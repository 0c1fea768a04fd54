import type { ApplicableLimit } from '../../api/types.ts';
import { Chip } from '../../shared/Chip.tsx';
import { Choice } from '../../shared/Choice.tsx';
import { DataTable, EmptyText } from '../../shared/DataTable.tsx';
import { useAddressFilters } from '../../shared/filters/address-filters.ts';
import { Filters } from '../../shared/filters/Filters.tsx';
import { InputBox } from '../../shared/InputBox.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { SearchBox } from '../../shared/SearchBox.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { useProductOptions } from '../products.ts';
import { useApplicableLimits } from './queries.ts';
import { useApplicableTexts, usePassedOverReason } from './texts.ts';

const allowed = { product: 'text', food: 'text', substance: 'text', on: 'text' } as const;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** Which limit a product is held against, and why that one. */
export function ApplicablePage() {
  const t = useApplicableTexts();
  const inLanguage = useBilingual();
  const products = useProductOptions();
  const { filters, setFilter, clear } = useAddressFilters<keyof typeof allowed>(allowed);
  const { on, ...rest } = filters;
  const list = useApplicableLimits({ ...rest, ...(on && day.test(on) && { on }) });
  const asked = Boolean(filters.product ?? filters.food);
  return (
    <>
      <PageHeading title={t('title')} />
      <p className="note">{t('about')}</p>
      <Filters>
        <Choice
          label={t('product')}
          value={filters.product}
          options={products}
          all={t('choose')}
          onChange={(value) => setFilter('product', value)}
        />
        {!filters.product && (
          <SearchBox label={t('food')} value={filters.food} onSearch={(value) => setFilter('food', value)} />
        )}
        <SearchBox
          label={t('substance')}
          value={filters.substance}
          onSearch={(value) => setFilter('substance', value)}
        />
        <InputBox label={t('on')} value={on} onChange={(value) => setFilter('on', value)} />
      </Filters>
      <DataTable
        caption={t('title')}
        testId="applicable-row"
        rows={list.items}
        rowKey={({ substance }) => substance}
        {...(asked && { list })}
        empty={
          asked ? (
            <EmptyText filtered={Boolean(filters.substance)} clear={clear} nothing={t('nothing')} />
          ) : (
            t('noProduct')
          )
        }
        columns={[
          { key: 'substance', title: t('substanceShort'), names: true, render: (row) => <Substance {...row} /> },
          { key: 'answer', title: t('answer'), render: (row) => <Answer {...row} /> },
          {
            key: 'where',
            title: t('where'),
            render: ({ limit, ban, exemption }) => clause(t, limit ?? ban ?? exemption),
          },
          {
            key: 'level',
            title: t('level'),
            render: ({ level, limit }) => level && t(level, { food: limit?.foodName ?? '' }),
          },
          { key: 'why', title: t('why'), render: ({ explanation }) => inLanguage(explanation) },
          { key: 'passed', title: t('passedOver'), render: (row) => <PassedOver {...row} /> },
        ]}
      />
    </>
  );
}

type Row = NonNullable<ApplicableLimit['limit']>;

function clause(t: ReturnType<typeof useApplicableTexts>, row: Row | undefined) {
  return row && t('clause', { standard: row.standard, clause: row.clause, version: row.version });
}

function Substance({ substance, residueOf }: ApplicableLimit) {
  const t = useApplicableTexts();
  return (
    <>
      {substance}
      {residueOf && <p className="note">{t('residueOf', { residue: residueOf })}</p>}
    </>
  );
}

function Answer({ answer, limit }: ApplicableLimit) {
  const t = useApplicableTexts();
  return (
    <>
      {answer === 'banned' && <Chip tone="bad">{t('banned')}</Chip>}{' '}
      {limit && t(limit.temporary ? 'temporary' : 'limit', { maximum: limit.maximum ?? '', unit: limit.unit })}
      {answer === 'no-limit' && <Chip tone="caution">{t('noLimit')}</Chip>}
    </>
  );
}

function PassedOver({ passedOver }: ApplicableLimit) {
  const t = useApplicableTexts();
  const reasonIs = usePassedOverReason();
  if (passedOver.length === 0) return null;
  return (
    <ul className="plain-list">
      {passedOver.map(({ limit, reason }) => (
        <li key={limit.id}>
          {t('passed', {
            food: limit.foodName ?? '',
            maximum: limit.maximum ?? '',
            unit: limit.unit,
            standard: limit.standard,
            clause: limit.clause,
            reason: reasonIs(reason),
          })}
        </li>
      ))}
    </ul>
  );
}
