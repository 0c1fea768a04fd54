import type { SiteRecord } from '../../producers/index.ts';
import { stateOf } from '../lifecycle.ts';
import type { DeviceRecord } from '../model.ts';

const headings = {
  zh: [
    ...['设备编号', '名称', '类型', '状态', '行政区划', '区划名称', '场所', '生产经营主体', '网关', '网关内编号'],
    ...['最近在线', '信号 (dBm)', '信噪比 (dB)', '固件版本', '校准有效期至'],
  ],
  en: [
    ...[
      'id',
      'name',
      'kind',
      'state',
      'division',
      'division name',
      'site',
      'producer',
      'gateway',
      'name at the gateway',
    ],
    ...['last heard', 'signal (dBm)', 'noise ratio (dB)', 'firmware', 'calibration due'],
  ],
} as const;

/** A device as a row of text; the secret's hash never leaves. */
export function rowOf(device: DeviceRecord, site: SiteRecord | undefined, divisionName: string): string[] {
  const { vitals = {} as NonNullable<DeviceRecord['vitals']> } = device;
  return [
    device._id,
    device.name,
    device.kind,
    stateOf(device),
    device.divisionCode,
    divisionName,
    site?.name ?? '',
    site?.producerName ?? '',
    device.gatewayId ?? '',
    device.externalId ?? '',
    device.heardAt?.toISOString() ?? '',
    vitals.rssi?.toString() ?? '',
    vitals.snr?.toString() ?? '',
    vitals.firmware ?? '',
    device.calibrationDueOn ?? '',
  ];
}

export function headingsIn(language: keyof typeof headings): string[] {
  return [...headings[language]];
}
