import { Segmented, Skeleton, Tabs } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Device } from '../api/types.ts';
import { History } from '../audit/History.tsx';
import { useMay } from '../identity/session.ts';
import { Facts } from '../shared/Facts.tsx';
import { PageHeading } from '../shared/PageHeading.tsx';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { RelativeTime } from '../shared/Time.tsx';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { Calibrations } from './calibrations/Calibrations.tsx';
import { Certificates } from './certificates/Certificates.tsx';
import { Commands } from './commands/Commands.tsx';
import { DeviceStatus } from './DeviceStatus.tsx';
import { DeviceLife } from './life/DeviceLife.tsx';
import { DeviceState } from './life/DeviceState.tsx';
import { MetricPanel } from './MetricPanel.tsx';
import { useDeviceKind } from './metrics.ts';
import { Placements } from './placements/Placements.tsx';
import { ClaimCode } from './provisioning/ClaimCode.tsx';
import { useDevice, useWarningRules } from './queries.ts';
import { RejectedMessages } from './RejectedMessages.tsx';
import { useDevicesTexts } from './texts.ts';
import { batteryText, signalText } from './vitals.ts';

export function DevicePage() {
  const { id = '' } = useParams();
  const t = useDevicesTexts();
  const shared = useSharedTexts();
  const kindName = useDeviceKind();
  const { data: device, error, refetch } = useDevice(id);
  const back = <Link to="/devices">← {shared('back')}</Link>;
  if (!device)
    return (
      <>
        <PageHeading title={id} above={back} />
        {error ? <ProblemNote error={error} retry={() => refetch()} /> : <Skeleton active />}
      </>
    );
  const clockText = (ahead: number | undefined) => {
    if (ahead === undefined) return undefined;
    return ahead >= 0 ? t('clockAhead', { seconds: ahead }) : t('clockBehind', { seconds: -ahead });
  };
  return (
    <>
      <PageHeading
        title={device.name}
        above={back}
        marks={
          <>
            {device.state !== 'active' && <DeviceState state={device.state} />}
            <DeviceStatus status={device.status} />
          </>
        }
        actions={<Link to={`/warnings?device=${encodeURIComponent(device.id)}`}>{t('warningsOf')}</Link>}
      />
      <Facts
        facts={[
          [t('id'), <code key="id">{device.id}</code>],
          [t('kind'), kindName(device.kind)],
          [t('site'), device.siteName],
          [t('producer'), device.producerName],
          [t('lastSeen'), device.lastSeenAt && <RelativeTime at={device.lastSeenAt} />],
          [t('gateway'), device.gatewayId && `${device.gatewayId} / ${device.externalId}`],
          [t('battery'), batteryText(device, t('mains'))],
          [t('signal'), signalText(device)],
          [t('firmware'), device.vitals?.firmware],
          [t('delivery'), t('deliveryCounts', device.delivery)],
          [t('clock'), clockText(device.delivery.clockAheadSeconds)],
        ]}
      />
      <Tabs
        items={[
          { key: 'readings', label: t('readings'), children: <DeviceReadings device={device} /> },
          { key: 'placements', label: t('placements'), children: <Placements device={device} /> },
          { key: 'calibrations', label: t('calibrations'), children: <Calibrations device={device} /> },
          { key: 'commands', label: t('commands'), children: <Commands device={device} /> },
          { key: 'management', label: t('management'), children: <Management device={device} /> },
          { key: 'rejected', label: t('rejected'), children: <RejectedMessages device={device.id} /> },
        ]}
      />
    </>
  );
}

function Management({ device }: { device: Device }) {
  return (
    <>
      <DeviceLife device={device} />
      <ClaimCode device={device} />
      <Certificates device={device} />
      <History resource="devices" record={device.id} />
    </>
  );
}

const ranges = { h6: 6, h24: 24, d7: 168, d30: 720, y1: 8766 } as const;
type Range = keyof typeof ranges;

function DeviceReadings({ device }: { device: Device }) {
  const t = useDevicesTexts();
  const may = useMay();
  const [query, setQuery] = useSearchParams();
  const asked = query.get('range') ?? '';
  const range: Range = asked in ranges ? (asked as Range) : 'h24';
  const { data: rules = [] } = useWarningRules(may('warning-rules:read'));
  return (
    <>
      <Segmented<Range>
        aria-label={t('range')}
        value={range}
        options={(Object.keys(ranges) as Range[]).map((value) => ({ value, label: t(value) }))}
        onChange={(value) => setQuery(value === 'h24' ? {} : { range: value }, { replace: true })}
      />
      {device.lastReadings.length === 0 && <p>{t('noReadings')}</p>}
      {device.lastReadings.map(({ metric }) => (
        <MetricPanel key={metric} device={device} metric={metric} hours={ranges[range]} rules={rules} />
      ))}
    </>
  );
}
