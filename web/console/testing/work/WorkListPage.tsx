import { Link } from 'react-router';
import type { WorkItem } from '../../api/types.ts';
import { Choice } from '../../shared/Choice.tsx';
import { DataTable } from '../../shared/DataTable.tsx';
import { useAddressFilters } from '../../shared/filters/address-filters.ts';
import { Filters } from '../../shared/filters/Filters.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { Time } from '../../shared/Time.tsx';
import { ProductName } from '../../standards/ProductName.tsx';
import { useSampleState } from '../words.ts';
import { useWorkList } from './queries.ts';
import { TakeTest } from './TakeTest.tsx';
import { useTestCause, useWhose, useWorkTexts, whoseNames } from './texts.ts';

const allowed = { whose: whoseNames } as const;

/** 检测任务: the open tests of whoever looks, the longest waiting first, or those that nobody has yet. */
export function WorkListPage() {
  const t = useWorkTexts();
  const stateWord = useSampleState();
  const cause = useTestCause();
  const whose = useWhose();
  const { filters, setFilter } = useAddressFilters<keyof typeof allowed>(allowed);
  const free = filters.whose === 'free';
  const list = useWorkList(free);
  return (
    <>
      <PageHeading title={t('title')} actions={<Link to="/work-list/entry">{t('grid')}</Link>} />
      <Filters>
        <Choice
          label={t('whose')}
          value={filters.whose ?? 'mine'}
          options={whoseNames.map((value) => ({
            value,
            label:
              value === 'free' && list.data ? t('freeCount', { count: list.data.waitingForAnalyst }) : whose(value),
          }))}
          onChange={(value) => setFilter('whose', value)}
        />
      </Filters>
      <DataTable
        caption={t('title')}
        testId="work-row"
        rows={list.data?.items ?? []}
        rowKey={({ test }) => test.id}
        list={list}
        empty={t(free ? 'nothingFree' : 'nothingMine')}
        columns={[
          {
            key: 'sample',
            title: t('sample'),
            names: true,
            render: ({ sampleId, sampleNumber, productName }) => (
              <>
                <Link to={`/samples/${sampleId}`}>{sampleNumber}</Link>
                <div className="under">
                  <ProductName name={productName} />
                </div>
              </>
            ),
          },
          { key: 'analyte', title: t('analyte'), render: ({ test }) => test.analyte },
          { key: 'method', title: t('method'), render: ({ test }) => test.method },
          { key: 'cause', title: t('cause'), render: ({ test }) => cause(test.cause) },
          { key: 'state', title: t('state'), render: ({ state }) => stateWord(state) },
          { key: 'askedAt', title: t('askedAt'), render: ({ test }) => <Time at={test.askedAt} /> },
          ...(free ? [{ key: 'take', title: t('take'), render: (item: WorkItem) => <TakeTest {...item} /> }] : []),
        ]}
      />
    </>
  );
}
