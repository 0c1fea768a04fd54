import { defineTexts, useTexts } from '../../shared/texts.ts';

const texts = defineTexts('device-calibrations', {
  zh: {
    title: '校准',
    standing: '当前状态',
    valid: '在校准有效期内',
    overdue: '校准逾期',
    failed: '校准不合格',
    none: '没有校准记录',
    record: '登记校准证书',
    certificateNumber: '校准证书编号',
    laboratory: '校准机构',
    calibratedOn: '校准日期',
    dueOn: '有效期至',
    dueHint: '由设备使用单位确定；到期前 30 天提醒',
    conforms: '符合性结论',
    pass: '合格',
    fail: '不合格',
    uncertainty: '扩展不确定度',
    note: '备注',
    by: '登记人',
    nothing: '还没有校准记录。',
    recorded: '校准证书已登记',
  },
  en: {
    title: 'Calibration',
    standing: 'Today',
    valid: 'In calibration',
    overdue: 'Calibration overdue',
    failed: 'Did not conform',
    none: 'No calibration recorded',
    record: 'Record a calibration certificate',
    certificateNumber: 'Certificate number',
    laboratory: 'Calibration laboratory',
    calibratedOn: 'Calibrated on',
    dueOn: 'Good until',
    dueHint: 'Set by the owner of the device; a reminder comes 30 days before',
    conforms: 'Statement of conformity',
    pass: 'pass',
    fail: 'fail',
    uncertainty: 'Expanded uncertainty',
    note: 'Note',
    by: 'Recorded by',
    nothing: 'No calibrations recorded.',
    recorded: 'The certificate is recorded',
  },
});

export function useCalibrationTexts() {
  return useTexts(texts);
}
