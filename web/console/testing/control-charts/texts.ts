import type { ControlChart, ControlCriterion } from '../../api/types.ts';
import { defineTexts, useTexts, useWords, type Words } from '../../shared/texts.ts';

const texts = defineTexts('control-charts', {
  zh: {
    title: '质量控制图',
    about: '质控样按本机构自己的控制限判定；材料类按 Westgard 规则。选择一行查看控制图。',
    kind: '类别',
    method: '方法',
    analyte: '项目',
    every: '全部',
    material: '材料与批号',
    limits: '控制限',
    validFrom: '启用时间',
    source: '依据',
    defaults: '默认质控限',
    defaultsHint: '检测机构没有设定自己的质控限时按此判定；设定后以自己的为准。其他质控样没有默认值。',
    noDefaults: '没有默认质控限。',
    nothing: '还没有控制限。审核人员录入后，质控样才能判定。',
    chart: '控制图：{{name}}',
    noPoints: '还没有按此控制限判定的质控样。',
    described: '{{name}}，{{count}} 个点，其中失控 {{bad}} 个，警告 {{warning}} 个',
    mean: '均值',
    at: '测定时间',
    value: '测定值',
    measure: '偏离或回收率',
    rules: '违反规则',
    state: '判定',
    run: '检测批',
    asTable: '显示为表格',
    asChart: '显示为图',
    close: '返回列表',
  },
  en: {
    title: 'Control charts',
    about:
      'Controls are held against the laboratory’s own limits; materials by the Westgard rules. Choose a row for its chart.',
    kind: 'Kind',
    method: 'Method',
    analyte: 'Analyte',
    every: 'every',
    material: 'Material and lot',
    limits: 'Limits',
    validFrom: 'In force since',
    source: 'Source',
    defaults: 'Defaults',
    defaultsHint:
      'What a control is held against until its laboratory sets its own, which goes before. For other controls there is none.',
    noDefaults: 'There are no defaults.',
    nothing: 'There are no limits yet. Once a reviewer has recorded them, controls can be judged.',
    chart: 'Chart: {{name}}',
    noPoints: 'No control has been held against these limits yet.',
    described: '{{name}}, {{count}} points, {{bad}} out of control, {{warning}} warnings',
    mean: 'mean',
    at: 'Measured',
    value: 'Value',
    measure: 'Distance or recovery',
    rules: 'Broken rules',
    state: 'Judged',
    run: 'Run',
    asTable: 'As a table',
    asChart: 'As a chart',
    close: 'Back to the list',
  },
});

export const useControlTexts = () => useTexts(texts);

const kinds: Words<ControlCriterion['kind']> = {
  blank: { zh: '空白', en: 'blank' },
  duplicate: { zh: '平行样', en: 'duplicate' },
  spike: { zh: '加标回收', en: 'spike' },
  material: { zh: '质控样/标准物质', en: 'control material' },
};
export const controlKinds = Object.keys(kinds) as ControlCriterion['kind'][];
export const useControlKind = () => useWords(kinds);

const states: Words<ControlChart['points'][number]['state']> = {
  'in-control': { zh: '受控', en: 'in control' },
  warning: { zh: '警告', en: 'warning' },
  'out-of-control': { zh: '失控', en: 'out of control' },
  undecided: { zh: '无法判定', en: 'undecided' },
};
export const useControlState = () => useWords(states);
