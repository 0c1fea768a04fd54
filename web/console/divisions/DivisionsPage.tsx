import { Link } from 'react-router';
import { Division } from '../producers/Division.tsx';
import { useDivisionName, useDivisions } from '../producers/queries.ts';
import { Choice } from '../shared/Choice.tsx';
import { DataTable, EmptyText } from '../shared/DataTable.tsx';
import { useAddressFilters } from '../shared/filters/address-filters.ts';
import { Filters } from '../shared/filters/Filters.tsx';
import { PageHeading } from '../shared/PageHeading.tsx';
import { useLanguage } from '../shared/texts.ts';
import { levels, useDivisionsTexts, useLevelWord } from './texts.ts';

const allowed = { level: levels, county: 'text' } as const;

/** The city, its counties and towns: names in both languages, codes, and what lies under what. */
export function DivisionsPage() {
  const t = useDivisionsTexts();
  const levelWord = useLevelWord();
  const language = useLanguage();
  const nameOf = useDivisionName();
  const divisions = useDivisions();
  const all = divisions.data ?? [];
  const { filters, setFilter, clear, any } = useAddressFilters<'level' | 'county'>(allowed);
  const { level, county = '' } = filters;
  const counties = all.filter((division) => division.level === 'county');
  const rows = all.filter((division) => (!level || division.level === level) && division.code.startsWith(county));
  return (
    <>
      <PageHeading title={t('title')} />
      <p className="note">{t('hint')}</p>
      <Filters>
        <Choice
          label={t('county')}
          value={filters.county}
          options={counties.map(({ code, name }) => ({ value: code, label: nameOf(code, name) }))}
          onChange={(value) => setFilter('county', value)}
        />
        <Choice
          label={t('level')}
          value={level}
          options={levels.map((value) => ({ value, label: levelWord(value) }))}
          onChange={(value) => setFilter('level', value)}
        />
      </Filters>
      <DataTable
        caption={t('title')}
        testId="division-row"
        rows={rows}
        rowKey={({ code }) => code}
        list={divisions}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('nothing')} />}
        columns={[
          {
            key: 'name',
            title: t('name'),
            names: true,
            render: ({ code, name, nameEn, level: of }) => (
              <>
                {of === 'town' ? (
                  <Division code={code} name={name} />
                ) : (
                  <Link to={of === 'city' ? '/overview' : `/overview?division=${code}`}>
                    <Division code={code} name={name} />
                  </Link>
                )}
                <div className="under">{language === 'zh' ? nameEn : name}</div>
              </>
            ),
          },
          { key: 'code', title: t('code'), render: ({ code }) => code },
          { key: 'level', title: t('level'), render: (division) => levelWord(division.level) },
          {
            key: 'above',
            title: t('above'),
            render: ({ parentCode }) => parentCode && <Division code={parentCode} name={parentCode} />,
          },
        ]}
      />
    </>
  );
}
