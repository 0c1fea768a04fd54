import { Link } from 'react-router';
import { Division } from '../producers/Division.tsx';
import { Choice } from '../shared/Choice.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { useAddressFilters } from '../shared/filters/address-filters.ts';
import { Filters } from '../shared/filters/Filters.tsx';
import { PageHeading } from '../shared/PageHeading.tsx';
import { Time } from '../shared/Time.tsx';
import { useBilingual } from '../shared/texts.ts';
import { type RecordsQuery, useRecords, useSchemes } from './queries.ts';
import { RecordLink } from './RecordLink.tsx';
import { useAssessmentTexts, useFactWord } from './texts.ts';

const parts = ['denominator', 'numerator', 'missed'] as const;
const allowed = {
  indicator: 'text',
  division: 'text',
  period: 'text',
  asOf: 'text',
  knowledge: ['now', 'then'],
  part: parts,
} as const;

/** The records that a figure of the league table counts. */
export function RecordsPage() {
  const t = useAssessmentTexts();
  const bilingual = useBilingual();
  const word = useFactWord();
  const { filters, setFilter } = useAddressFilters<keyof typeof allowed>(allowed);
  const indicator = filters.indicator ?? 'plan-completion';
  const list = useRecords({ ...filters, indicator } as RecordsQuery);
  const schemes = useSchemes();
  const found = schemes.data?.items.at(-1)?.indicators.find(({ code }) => code === indicator);
  return (
    <>
      <PageHeading title={t('records')} above={<Link to="/assessment">{t('back')}</Link>} />
      {found && (
        <p className="note">
          {bilingual(found.title)} · {bilingual(found.formula)}
        </p>
      )}
      <Filters>
        <Choice
          label={t('part')}
          value={filters.part ?? 'denominator'}
          all={null}
          options={parts.map((value) => ({ value, label: t(value) }))}
          onChange={(value) => setFilter('part', value)}
        />
      </Filters>
      <DataTable
        caption={t('records')}
        testId="counted-row"
        rows={list.items}
        rowKey={({ resource, id, word: counted, knownFrom }) => `${resource}|${id}|${counted}|${knownFrom}`}
        list={list}
        empty={t('noRecords')}
        columns={[
          { key: 'record', title: t('record'), names: true, render: (row) => <RecordLink {...row} /> },
          { key: 'word', title: t('word'), render: (row) => word(row.word) },
          {
            key: 'division',
            title: t('division'),
            render: ({ divisionCode, divisionName }) => <Division code={divisionCode} name={divisionName} />,
          },
          { key: 'happened', title: t('happened'), render: ({ happenedAt }) => <Time at={happenedAt} /> },
          { key: 'known', title: t('known'), render: ({ knownFrom }) => <Time at={knownFrom} /> },
        ]}
      />
    </>
  );
}
