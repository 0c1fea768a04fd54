import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../identity/session.ts';
import { DataTable, EmptyText } from '../shared/DataTable.tsx';
import { useAddressFilters } from '../shared/filters/address-filters.ts';
import { PageHeading } from '../shared/PageHeading.tsx';
import { RelativeTime } from '../shared/Time.tsx';
import { DeviceStatus } from './DeviceStatus.tsx';
import { LastReadings } from './LastReadings.tsx';
import { DeviceState } from './life/DeviceState.tsx';
import { DeviceFilters } from './list/DeviceFilters.tsx';
import { allowedFilters, type ListFilters } from './list/filters.ts';
import { useDeviceListTexts } from './list/texts.ts';
import { useDeviceKind } from './metrics.ts';
import { useProvisioningTexts } from './provisioning/texts.ts';
import { useDevices } from './queries.ts';
import { useDevicesTexts } from './texts.ts';
import { batteryText, signalText } from './vitals.ts';

const RegisterDevice = lazy(async () => ({ default: (await import('./RegisterDevice.tsx')).RegisterDevice }));

const ImportDevices = lazy(async () => ({ default: (await import('./provisioning/ImportDevices.tsx')).ImportDevices }));

export function DevicesPage() {
  const t = useDevicesTexts();
  const may = useMay();
  const kindName = useDeviceKind();
  const { filters, setFilter, clear, any } = useAddressFilters(allowedFilters);
  const list = useDevices(filters as ListFilters);
  const provisioning = useProvisioningTexts();
  const ofList = useDeviceListTexts();
  const [importing, setImporting] = useState(false);
  const [registering, setRegistering] = useState(false);
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          may('devices:create') && (
            <>
              <Button onClick={() => setImporting(true)}>{provisioning('import')}</Button>
              <Button type="primary" onClick={() => setRegistering(true)}>
                {t('register')}
              </Button>
            </>
          )
        }
      />
      <DeviceFilters filters={filters as ListFilters} setFilter={setFilter} />
      <DataTable
        caption={t('title')}
        testId="device-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('nothing')} />}
        columns={[
          {
            key: 'name',
            title: t('name'),
            names: true,
            render: (device) => (
              <>
                <Link to={`/devices/${encodeURIComponent(device.id)}`}>{device.name}</Link>
                <div className="under">
                  {device.id} · {kindName(device.kind)}
                  {device.calibrationDueOn && ` · ${ofList('due', { day: device.calibrationDueOn })}`}
                </div>
              </>
            ),
          },
          {
            key: 'status',
            title: t('status'),
            render: ({ state, status }) => (
              <>
                {(state === 'disabled' || state === 'retired') && <DeviceState state={state} />}
                {state !== 'retired' && <DeviceStatus status={status} />}
              </>
            ),
          },
          {
            key: 'site',
            title: t('site'),
            render: ({ siteName, producerName }) =>
              siteName && (
                <>
                  {siteName}
                  {producerName && <div className="under">{producerName}</div>}
                </>
              ),
          },
          {
            key: 'readings',
            title: t('lastReadings'),
            render: ({ lastReadings }) => (lastReadings.length ? <LastReadings readings={lastReadings} /> : undefined),
          },
          { key: 'battery', title: t('battery'), render: (device) => batteryText(device, t('mains')) },
          { key: 'firmware', title: t('firmware'), render: ({ vitals }) => vitals?.firmware },
          {
            key: 'seen',
            title: t('lastSeen'),
            render: (device) =>
              device.lastSeenAt && (
                <>
                  <RelativeTime at={device.lastSeenAt} />
                  {signalText(device) && <div className="under">{signalText(device)}</div>}
                </>
              ),
          },
        ]}
      />
      <Suspense>
        {registering && <RegisterDevice onClose={() => setRegistering(false)} />}
        {importing && <ImportDevices onClose={() => setImporting(false)} />}
      </Suspense>
    </>
  );
}
