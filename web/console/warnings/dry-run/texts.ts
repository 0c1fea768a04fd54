import { defineTexts, useTexts, useWords } from '../../shared/texts.ts';

const texts = defineTexts('warning-dry-runs', {
  zh: {
    period: '试算时段',
    lastDays: '最近 {{days}} 天',
    start: '试算',
    cancel: '取消试算',
    progress: '试算进度',
    looked: '查看了',
    readings: '{{devices}} 台设备，{{readings}} 条读数',
    warnings: '会发出预警',
    perDay: '{{count}} 条，每天 {{perDay}} 条',
    flapping: '反复响的设备',
    caught: '当时属实且会发现',
    missed: '当时属实但会漏掉',
    avoided: '可避免的误报',
    repeated: '仍会出现的误报',
    title: '试算记录',
    none: '还没有试算。新建规则或新版本时可先用历史读数试算。',
    rule: '规则',
    state: '状态',
    by: '试算人',
    found: '结果',
    steps: '操作',
  },
  en: {
    period: 'Readings of',
    lastDays: 'the last {{days}} days',
    start: 'Try it',
    cancel: 'Cancel the dry run',
    progress: 'Progress of the dry run',
    looked: 'Looked at',
    readings: '{{devices}} devices, {{readings}} readings',
    warnings: 'It would have warned',
    perDay: '{{count}} times, {{perDay}} a day',
    flapping: 'Devices that would flap',
    caught: 'True cases it would have caught',
    missed: 'True cases it would have missed',
    avoided: 'False alarms avoided',
    repeated: 'False alarms that would stay',
    title: 'Dry runs',
    none: 'No dry runs yet. A new rule or version can be tried on stored readings before it is made.',
    rule: 'Rule',
    state: 'State',
    by: 'Started by',
    found: 'Found',
    steps: 'Steps',
  },
});

export const useDryRunTexts = () => useTexts(texts);

export function useDryRunState(): (state: string) => string {
  return useWords({
    running: { zh: '进行中', en: 'running' },
    done: { zh: '已完成', en: 'done' },
    cancelled: { zh: '已取消', en: 'cancelled' },
    failed: { zh: '已失败', en: 'failed' },
  });
}
