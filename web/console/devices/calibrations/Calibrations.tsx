import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { Calibration, Device } from '../../api/types.ts';
import { useMay } from '../../identity/session.ts';
import { DataTable } from '../../shared/DataTable.tsx';
import { Section } from '../../shared/Section.tsx';
import { useCalibrations } from './queries.ts';
import { Standing } from './Standing.tsx';
import { useCalibrationTexts } from './texts.ts';

const RecordCalibration = lazy(async () => ({
  default: (await import('./RecordCalibration.tsx')).RecordCalibration,
}));

/** A device's calibration certificates, and what they say of today. */
export function Calibrations({ device }: { device: Device }) {
  const t = useCalibrationTexts();
  const may = useMay();
  const query = useCalibrations(device.id);
  const [recording, setRecording] = useState(false);
  return (
    <Section
      title={t('title')}
      actions={may('devices:calibrate') && <Button onClick={() => setRecording(true)}>{t('record')}</Button>}
    >
      {query.data && (
        <p>
          {t('standing')} <Standing standing={query.data.standing} />
        </p>
      )}
      <DataTable<Calibration>
        caption={t('title')}
        testId="calibration-row"
        rows={query.data?.items ?? []}
        rowKey={({ id }) => id}
        list={query}
        empty={t('nothing')}
        columns={[
          {
            key: 'number',
            title: t('certificateNumber'),
            names: true,
            render: ({ certificateNumber }) => certificateNumber,
          },
          { key: 'laboratory', title: t('laboratory'), render: ({ laboratory }) => laboratory },
          { key: 'on', title: t('calibratedOn'), render: ({ calibratedOn }) => calibratedOn },
          { key: 'due', title: t('dueOn'), render: ({ dueOn }) => dueOn },
          {
            key: 'conforms',
            title: t('conforms'),
            render: ({ conforms, foundOutOfTolerance }) =>
              [t(conforms ? 'pass' : 'fail'), foundOutOfTolerance && t('found')].filter(Boolean).join(' · '),
          },
          { key: 'uncertainty', title: t('uncertainty'), render: ({ uncertainty }) => uncertainty },
          { key: 'by', title: t('by'), render: ({ recordedBy }) => recordedBy },
        ]}
      />
      <Suspense>{recording && <RecordCalibration deviceId={device.id} onClose={() => setRecording(false)} />}</Suspense>
    </Section>
  );
}
