import { defineTexts, useTexts } from '../../shared/texts.ts';

const texts = defineTexts('device-placements', {
  zh: {
    title: '放置记录',
    note: '每个数据按其测量时间归属当时的场所，迟到的数据也一样。',
    site: '场所',
    producer: '生产经营主体',
    from: '起',
    to: '止',
    always: '登记之前',
    untilNow: '至今',
    store: '库存（不在任何场所）',
    nothing: '没有放置记录。',
    place: '变更放置',
    correct: '更正放置记录',
    since: '从何时起',
    sinceHint: '不填为现在；不能早于上一次变更',
    done: '放置记录已更新',
    addPlace: '增加一段',
    removePlace: '删除第 {{number}} 段',
    stay: '第 {{number}} 段',
    correctHint: '改写历史会改变批次的环境数据。原记录保留在审计日志中。',
  },
  en: {
    title: 'Placements',
    note: 'Each reading belongs to the place of its own time, late ones too.',
    site: 'Site',
    producer: 'Producer',
    from: 'From',
    to: 'To',
    always: 'before it was registered',
    untilNow: 'until now',
    store: 'In store (at no site)',
    nothing: 'No placements.',
    place: 'Place elsewhere',
    correct: 'Correct the placements',
    since: 'Since when',
    sinceHint: 'Empty: now. Not before the last change',
    done: 'Placements updated',
    addPlace: 'Add a stay',
    removePlace: 'Remove stay {{number}}',
    stay: 'Stay {{number}}',
    correctHint: 'This changes the conditions shown of batches. The audit log keeps what was written before.',
  },
});

export function usePlacementsTexts() {
  return useTexts(texts);
}
