import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import type { RapidTest } from '../api/types.ts';
import { Standing } from '../devices/calibrations/Standing.tsx';
import { useMay } from '../identity/session.ts';
import { Chip } from '../shared/Chip.tsx';
import { Choice } from '../shared/Choice.tsx';
import { DataTable, EmptyText } from '../shared/DataTable.tsx';
import { useAddressFilters } from '../shared/filters/address-filters.ts';
import { Filters } from '../shared/filters/Filters.tsx';
import { PageHeading } from '../shared/PageHeading.tsx';
import { SearchBox } from '../shared/SearchBox.tsx';
import { Time } from '../shared/Time.tsx';
import { useBilingual } from '../shared/texts.ts';
import { ConfirmationOf } from './ConfirmationOf.tsx';
import { useRapidTests } from './queries.ts';
import { useTestingTexts } from './texts.ts';
import { confirmationNames, useConfirmationWord } from './words.ts';

const EnterRapidTest = lazy(async () => ({ default: (await import('./EnterRapidTest.tsx')).EnterRapidTest }));

const DrawSample = lazy(async () => ({ default: (await import('./DrawSample.tsx')).DrawSample }));

const allowedFilters = { batch: 'text', device: 'text', confirmation: confirmationNames } as const;

export function RapidTestsPage() {
  const t = useTestingTexts();
  const may = useMay();
  const confirmationWord = useConfirmationWord();
  const [entering, setEntering] = useState(false);
  const [confirming, setConfirming] = useState<RapidTest>();
  const { filters, setFilter, clear, any } = useAddressFilters(allowedFilters);
  const list = useRapidTests(filters);
  return (
    <>
      <PageHeading
        title={t('rapid')}
        actions={
          may('rapid-tests:create') && (
            <Button type="primary" onClick={() => setEntering(true)}>
              {t('enterRapid')}
            </Button>
          )
        }
      />
      <Filters>
        <SearchBox label={t('batch')} value={filters.batch} onSearch={(value) => setFilter('batch', value)} />
        <SearchBox label={t('device')} value={filters.device} onSearch={(value) => setFilter('device', value)} />
        <Choice
          label={t('confirmation')}
          value={filters.confirmation}
          options={confirmationNames.map((value) => ({ value, label: confirmationWord(value) }))}
          onChange={(value) => setFilter('confirmation', value)}
        />
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
            render: ({ positive, invalid, calibration, setAside, evidence }) => (
              <>
                {setAside && <Chip tone="neutral">{t('rapidSetAside')}</Chip>}
                <Outcome positive={positive} invalid={invalid} />
                {(calibration === 'overdue' || calibration === 'failed') && <Standing standing={calibration} />}
                {positive && <Evidence evidence={evidence} />}
              </>
            ),
          },
          {
            key: 'confirmation',
            title: t('confirmation'),
            render: (test) => <ConfirmationOf test={test} onDraw={() => setConfirming(test)} />,
          },
          {
            key: 'device',
            title: t('device'),
            render: ({ device, enteredBy }) => (
              <>
                {device && <Link to={`/devices/${encodeURIComponent(device)}`}>{device}</Link>}
                {enteredBy && <div className="under">{`${t('enteredBy')} ${enteredBy}`}</div>}
              </>
            ),
          },
          { key: 'at', title: t('at'), render: ({ at }) => <Time at={at} /> },
        ]}
      />
      <Suspense>{entering && <EnterRapidTest batch={filters.batch} onClose={() => setEntering(false)} />}</Suspense>
      <Suspense>
        {confirming && (
          <DrawSample batch={confirming.batchCode} confirms={confirming.id} onClose={() => setConfirming(undefined)} />
        )}
      </Suspense>
    </>
  );
}

/** Of a positive one: whether it may serve as evidence for a penalty by itself. */
function Evidence({ evidence: { mayServe, lacking } }: Pick<RapidTest, 'evidence'>) {
  const t = useTestingTexts();
  const text = useBilingual();
  return (
    <div className="under">{mayServe ? t('evidence') : t('noEvidence', { lacking: lacking.map(text).join('；') })}</div>
  );
}

function Outcome({ positive, invalid }: Pick<RapidTest, 'positive' | 'invalid'>) {
  const t = useTestingTexts();
  if (invalid)
    return (
      <>
        <Chip tone="caution">{t('rapidInvalid')}</Chip>
        <div className="under">{invalid}</div>
      </>
    );
  if (positive === null) return <Chip tone="caution">{t('positiveUnknown')}</Chip>;
  return positive ? <Chip tone="bad">{t('positiveYes')}</Chip> : <Chip tone="good">{t('positiveNo')}</Chip>;
}
