import { defineTexts, useTexts, useWords } from '../../shared/texts.ts';

const texts = defineTexts('warning-silences', {
  zh: {
    title: '静默与维护',
    hint: '在一段时间内不通知某些设备预警；预警照常记录，到期仍持续的会立即通知。食品检测类预警不能静默。',
    none: '没有静默。设备检修前可以新建维护窗口，避免无谓的通知。',
    newSilence: '新建静默',
    create: '新建',
    kind: '类型',
    what: '对象',
    device: '设备编号',
    site: '场所',
    metric: '指标',
    rule: '规则',
    matchHint: '至少填写一项；维护窗口须指明设备或场所。',
    from: '开始',
    fromHint: '留空则立即开始',
    until: '结束',
    untilHint: '最长 92 天',
    reason: '理由',
    by: '建立人',
    state: '状态',
    inForce: '生效中',
    notInForce: '未生效',
    onlyInForce: '只看生效中',
    yes: '是',
    steps: '操作',
    end: '提前结束',
    ended: '已结束，仍持续的预警会立即通知',
  },
  en: {
    title: 'Silences and maintenance',
    hint: 'For a time nobody is told of some warnings of devices; they are recorded all the same, and told at the end if they still hold. Warnings about food cannot be silenced.',
    none: 'There are no silences. Before work on a device, a maintenance window keeps people from being called in vain.',
    newSilence: 'New silence',
    create: 'Create',
    kind: 'Kind',
    what: 'Of what',
    device: 'Device',
    site: 'Site',
    metric: 'Metric',
    rule: 'Rule',
    matchHint: 'One at least; a maintenance window names a device or a site.',
    from: 'From',
    fromHint: 'Empty: at once',
    until: 'Until',
    untilHint: 'At most 92 days',
    reason: 'Reason',
    by: 'Made by',
    state: 'State',
    inForce: 'In force',
    notInForce: 'Not in force',
    onlyInForce: 'In force alone',
    yes: 'yes',
    steps: 'Steps',
    end: 'End it now',
    ended: 'Ended; warnings that still hold are told at once',
  },
});

export const useSilencesTexts = () => useTexts(texts);

const kinds = {
  maintenance: { zh: '维护窗口', en: 'Maintenance window' },
  silence: { zh: '静默', en: 'Silence' },
};

export const silenceKinds = Object.keys(kinds) as (keyof typeof kinds)[];
export const useSilenceKind = () => useWords(kinds);
