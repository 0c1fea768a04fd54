import { defineTexts, useTexts, useWords } from '../../shared/texts.ts';

const texts = defineTexts('standard-versions', {
  zh: {
    back: '标准',
    unknown: '没有载入过这个标准。',
    versions: '各版数据',
    version: '版本',
    versionOf: '第 {{version}} 版',
    starter: '第 0 版（随平台提供）',
    standing: '现用',
    supersededBy: '已被第 {{version}} 版取代',
    superseded: '已被取代',
    standingHint: '判定只用现用的一版；各份判定记有其所用的版本。旧版保留，可查可导出。',
    inForce: '施行期',
    rows: '行数',
    source: '来源',
    loaded: '载入',
    loadedBy: '{{by}}',
    comparison: '版本比较',
    before: '原版本',
    after: '新版本',
    other: '{{code}} 第 {{version}} 版',
    oneVersion: '只有一版，没有可比较的版本。再次载入同一标准，或载入代替它的标准后，可在此比较。',
    counts: '新增 {{added}}，删除 {{removed}}，修改 {{changed}}，不变 {{same}}',
    exemptAdded: '新列为豁免：{{names}}',
    exemptRemoved: '不再豁免：{{names}}',
    change: '变化',
    subject: '项目',
    was: '原规定',
    is: '新规定',
    same: '两个版本的规定相同。',
    export: '导出',
  },
  en: {
    back: 'Standards',
    unknown: 'This standard was never loaded.',
    versions: 'Versions of the data',
    version: 'Version',
    versionOf: 'Version {{version}}',
    starter: 'Version 0 (comes with the platform)',
    standing: 'in use',
    supersededBy: 'superseded by version {{version}}',
    superseded: 'superseded',
    standingHint:
      'Results are judged by the version in use alone; each verdict names the version that it was judged by. Older ones stay readable and can be exported.',
    inForce: 'In force',
    rows: 'Rows',
    source: 'Source',
    loaded: 'Loaded',
    loadedBy: 'by {{by}}',
    comparison: 'Comparison of versions',
    before: 'Earlier version',
    after: 'Later version',
    other: '{{code}}, version {{version}}',
    oneVersion:
      'There is one version, and none to compare it with. Load this standard again, or one that replaces it, to compare them here.',
    counts: '{{added}} added, {{removed}} removed, {{changed}} changed, {{same}} the same',
    exemptAdded: 'Newly exempt: {{names}}',
    exemptRemoved: 'Exempt no more: {{names}}',
    change: 'Change',
    subject: 'Row',
    was: 'Before',
    is: 'After',
    same: 'The two versions say the same.',
    export: 'Export',
  },
});

export function useVersionsTexts() {
  return useTexts(texts);
}

const changes = {
  removed: { zh: '删除', en: 'removed' },
  changed: { zh: '修改', en: 'changed' },
  added: { zh: '新增', en: 'added' },
};

export const changeKinds = Object.keys(changes) as (keyof typeof changes)[];

export function useChangeWord() {
  return useWords(changes);
}
