import { defineTexts, useTexts } from '../../shared/texts.ts';

const texts = defineTexts('device-list', {
  zh: {
    text: '名称或编号',
    site: '场所',
    silent: '未上报',
    hour: '超过 1 小时',
    day: '超过 1 天',
    week: '超过 7 天',
    calibration: '校准',
    over: '已到期',
    soon: '30 天内到期或已到期',
    sort: '排序',
    byId: '按编号',
    name: '按名称',
    lastSeenAt: '最久未上报在前',
    '-lastSeenAt': '最近上报在前',
    calibrationDueOn: '按校准有效期',
    csv: '导出 CSV',
    xlsx: '导出 Excel',
    due: '校准至 {{day}}',
  },
  en: {
    text: 'Name or id',
    site: 'Site',
    silent: 'Silent',
    hour: 'for over an hour',
    day: 'for over a day',
    week: 'for over a week',
    calibration: 'Calibration',
    over: 'is over',
    soon: 'ends within 30 days, or is over',
    sort: 'Order',
    byId: 'by id',
    name: 'by name',
    lastSeenAt: 'longest silent first',
    '-lastSeenAt': 'last heard first',
    calibrationDueOn: 'by calibration',
    csv: 'Export CSV',
    xlsx: 'Export Excel',
    due: 'calibrated until {{day}}',
  },
});

export function useDeviceListTexts() {
  return useTexts(texts);
}
