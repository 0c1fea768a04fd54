import { Link } from 'react-router';
import { Choice } from '../../shared/Choice.tsx';
import { DataTable, EmptyText } from '../../shared/DataTable.tsx';
import { useAddressFilters } from '../../shared/filters/address-filters.ts';
import { Filters } from '../../shared/filters/Filters.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { Time } from '../../shared/Time.tsx';
import { ObjectionChip } from './ObjectionChip.tsx';
import { useObjections } from './queries.ts';
import { objectionStates, useObjectionState, useObjectionTexts } from './texts.ts';

const allowed = { state: objectionStates } as const;

/** 异议与复检 of the own division, or of the own results. */
export function ObjectionsPage() {
  const t = useObjectionTexts();
  const stateWord = useObjectionState();
  const { filters, setFilter, clear, any } = useAddressFilters<keyof typeof allowed>(allowed);
  const list = useObjections(filters);
  return (
    <>
      <PageHeading title={t('title')} />
      <Filters>
        <Choice
          label={t('state')}
          value={filters.state}
          options={objectionStates.map((value) => ({ value, label: stateWord(value) }))}
          onChange={(value) => setFilter('state', value)}
        />
      </Filters>
      <DataTable
        caption={t('title')}
        testId="objection-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('nothing')} />}
        columns={[
          {
            key: 'batch',
            title: t('batch'),
            names: true,
            render: ({ id, batchCode }) => <Link to={`/objections/${id}`}>{batchCode}</Link>,
          },
          { key: 'reason', title: t('reason'), render: ({ reason }) => reason },
          { key: 'term', title: t('term'), render: ({ inTime }) => t(inTime ? 'inTime' : 'late') },
          {
            key: 'state',
            title: t('state'),
            render: ({ state, overdue }) => (
              <>
                <ObjectionChip state={state} />
                {overdue && <div className="under">{t('overdue')}</div>}
              </>
            ),
          },
          { key: 'raisedAt', title: t('raisedAt'), render: ({ raisedAt }) => <Time at={raisedAt} /> },
        ]}
      />
    </>
  );
}
