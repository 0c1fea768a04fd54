/** What can be wrong, in the words that follow the place. */
const words = {
  'record-altered': { zh: '与审计日志最后一次所记不符', en: 'is not as the audit log last recorded it' },
  'record-unlogged': { zh: '没有任何审计日志条目记录其产生', en: 'came to be without an entry in the audit log' },
  'record-gone': { zh: '已不存在，而记录从不删除', en: 'is gone, but records are never deleted' },
  'entry-altered': { zh: '与日志树中保存的叶哈希不符', en: 'no longer hashes to the leaf kept in the tree' },
  'entry-missing': { zh: '缺失', en: 'is missing' },
  'entry-misplaced': { zh: '在日志中没有位置', en: 'has no place in the log' },
  'node-altered': { zh: '不是其下各叶的哈希', en: 'is not the hash of what it stands for' },
  'node-missing': { zh: '缺失', en: 'is missing' },
  'node-surplus': { zh: '不属于日志树', en: 'does not belong to the tree' },
  'head-wrong': { zh: '所记日志条数不对', en: 'does not give the number of entries that there are' },
  'checkpoint-unsigned': { zh: '不是本日志签署的检查点', en: 'is no checkpoint that this log has signed' },
  'checkpoint-differs': { zh: '与日志条目算出的根不符', en: 'has another root than the entries of the log' },
  'checkpoint-missing': { zh: '缺失：日志没有被签署到末尾', en: 'is missing: the log is not signed to its end' },
  malformed: { zh: '不是平台写入的形式', en: 'is not in the form in which the platform writes' },
  'index-damaged': { zh: '与其索引不一致', en: 'and its indexes do not agree' },
  unreadable: { zh: '无法读取', en: 'cannot be read' },
} as const;

export interface Disagreement {
  kind: keyof typeof words;
  /** The collection of the database, or `published` for what is kept outside it. */
  collection: string;
  id?: string;
  /** The first field that differs, when the log tells. */
  field?: string;
  /** The entry of the log that says how it must be, or that is meant itself. */
  sequence?: number;
  detail?: string;
}

/** The first thing that does not agree; it ends the walk. */
export class Disagrees extends Error {
  readonly disagreement: Disagreement;

  constructor(disagreement: Disagreement) {
    super(describe(disagreement, 'en'));
    this.disagreement = disagreement;
  }
}

/** One line that names the place, and what is wrong there. */
export function describe(disagreement: Disagreement, language: 'zh' | 'en'): string {
  const { kind, collection, id, field, sequence, detail } = disagreement;
  const entry = language === 'zh' ? `审计日志第 ${sequence} 条` : `audit log entry ${sequence}`;
  return [
    collection,
    ...(id === undefined ? [] : [id]),
    ...(field === undefined ? [] : [language === 'zh' ? `字段 ${field}` : `field ${field}`]),
    ...(sequence === undefined ? [] : [language === 'zh' ? `（${entry}）` : `(${entry})`]),
    `${words[kind][language]}${detail === undefined ? '' : language === 'zh' ? `：${detail}` : `: ${detail}`}`,
  ].join(' ');
}
