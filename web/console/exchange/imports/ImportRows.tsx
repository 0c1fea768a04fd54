import type { RegisterImport } from '../../api/types.ts';
import { Choice } from '../../shared/Choice.tsx';
import { DataTable, EmptyText } from '../../shared/DataTable.tsx';
import { useAddressFilters } from '../../shared/filters/address-filters.ts';
import { Filters } from '../../shared/filters/Filters.tsx';
import { Section } from '../../shared/Section.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { type Outcome, useImportRows } from './queries.ts';
import { rowOutcomes, useImportTexts, useOutcome } from './texts.ts';

const allowed = { outcome: rowOutcomes };

/** What became of each row, or would, with its faults in the reader's language. */
export function ImportRows({ of }: { of: RegisterImport }) {
  const t = useImportTexts();
  const outcomeName = useOutcome();
  const inLanguage = useBilingual();
  const { filters, setFilter, clear, any } = useAddressFilters<'outcome'>(allowed);
  const list = useImportRows(of, filters as { outcome?: Outcome });
  return (
    <Section title={t('rowsTitle')}>
      <Filters>
        <Choice
          label={t('outcome')}
          value={filters.outcome}
          options={rowOutcomes.map((value) => ({ value, label: outcomeName(value) }))}
          onChange={(value) => setFilter('outcome', value)}
        />
      </Filters>
      <DataTable
        caption={t('rowsTitle')}
        testId="imported-row"
        rows={list.items}
        rowKey={({ line }) => String(line)}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={of.state === 'checking' ? t('notYet') : t('noRows')} />}
        columns={[
          { key: 'line', title: t('line'), names: true, render: ({ line }) => line },
          { key: 'outcome', title: t('outcome'), render: ({ outcome }) => outcomeName(outcome) },
          { key: 'stored', title: t('state'), render: ({ stored }) => t(stored ? 'stored' : 'notStored') },
          {
            key: 'errors',
            title: t('errors'),
            render: ({ errors }) =>
              errors.map(({ column, title, text, message }) => (
                <div key={`${column} ${message}`}>
                  {[title ? inLanguage(title) : column, text ? inLanguage(text) : message].filter(Boolean).join(': ')}
                </div>
              )),
          },
        ]}
      />
    </Section>
  );
}
