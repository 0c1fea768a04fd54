import { Link } from 'react-router';
import type { RapidTest } from '../api/types.ts';
import { Standing } from '../devices/calibrations/Standing.tsx';
import { Chip } from '../shared/Chip.tsx';
import { DataTable, EmptyText } from '../shared/DataTable.tsx';
import { useAddressFilters } from '../shared/filters/address-filters.ts';
import { Filters } from '../shared/filters/Filters.tsx';
import { PageHeading } from '../shared/PageHeading.tsx';
import { SearchBox } from '../shared/SearchBox.tsx';
import { Time } from '../shared/Time.tsx';
import { useRapidTests } from './queries.ts';
import { useTestingTexts } from './texts.ts';

const allowedFilters = { batch: 'text', device: 'text' } as const;

export function RapidTestsPage() {
  const t = useTestingTexts();
  const { filters, setFilter, clear, any } = useAddressFilters(allowedFilters);
  const list = useRapidTests(filters);
  return (
    <>
      <PageHeading title={t('rapid')} />
      <Filters>
        <SearchBox label={t('batch')} value={filters.batch} onSearch={(value) => setFilter('batch', value)} />
        <SearchBox label={t('device')} value={filters.device} onSearch={(value) => setFilter('device', value)} />
      </Filters>
      <DataTable
        caption={t('rapid')}
        testId="rapid-test-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('noRapid')} />}
        columns={[
          {
            key: 'batch',
            title: t('batch'),
            names: true,
            render: ({ batchCode }) => <Link to={`/batches/${encodeURIComponent(batchCode)}`}>{batchCode}</Link>,
          },
          { key: 'analyte', title: t('analyte'), render: ({ analyte }) => analyte },
          { key: 'value', title: t('value'), align: 'end', render: ({ value, unit }) => `${value} ${unit}` },
          {
            key: 'positive',
            title: t('positive'),
            render: ({ positive, calibration, setAside }) => (
              <>
                {setAside && <Chip tone="neutral">{t('rapidSetAside')}</Chip>}
                <Outcome positive={positive} />
                {(calibration === 'overdue' || calibration === 'failed') && <Standing standing={calibration} />}
              </>
            ),
          },
          {
            key: 'device',
            title: t('device'),
            render: ({ device }) => <Link to={`/devices/${encodeURIComponent(device)}`}>{device}</Link>,
          },
          { key: 'at', title: t('at'), render: ({ at }) => <Time at={at} /> },
        ]}
      />
    </>
  );
}

function Outcome({ positive }: { positive: RapidTest['positive'] }) {
  const t = useTestingTexts();
  if (positive === null) return <Chip tone="caution">{t('positiveUnknown')}</Chip>;
  return positive ? <Chip tone="bad">{t('positiveYes')}</Chip> : <Chip tone="good">{t('positiveNo')}</Chip>;
}
