import type { Bilingual } from '../trace-view.ts';

/** Fixed texts of the section about the audit log. */
export const proofTexts = {
  heading: { zh: '报告是否被改动过', en: 'Was a report altered?' },
  what: {
    zh: '检测报告的每次变更都写入一份只能追加、由平台签名的审计日志。',
    en: 'Every change of a test report is written into an audit log that can only grow and that the platform signs.',
  },
  log: { zh: '查看日志检查点', en: 'See the log’s checkpoint' },
  noScript: {
    zh: '您的浏览器没有运行脚本：本机没有核验。以上内容不受影响。',
    en: 'Your browser runs no script: nothing was checked on this device. Everything above is complete without it.',
  },
} satisfies Record<string, Bilingual>;

/** What the script says. `{sample}`, `{entry}`, `{size}`, `{key}` are filled in there. */
export const proofWords = {
  unsupported: {
    zh: '此浏览器或此连接（非 https）不提供 WebCrypto：本机没有核验。',
    en: 'This browser, or this connection (not https), offers no WebCrypto: nothing was checked on this device.',
  },
  unreachable: {
    zh: '没有取到证明：本机没有核验。',
    en: 'The proofs could not be fetched: nothing was checked on this device.',
  },
  matches: {
    zh: '样品 {sample}：本页内容与审计日志第 {entry} 条一致。',
    en: 'Sample {sample}: what this page shows is what entry {entry} of the audit log says.',
  },
  differs: {
    zh: '样品 {sample}：本页内容与审计日志不一致，可能被改动过。请勿采信，并拨打 12316。',
    en: 'Sample {sample}: what this page shows is NOT what the audit log says. It may have been altered: do not rely on it, and call 12316.',
  },
  waiting: {
    zh: '样品 {sample}：最近的变更还没有签署，没有核验。稍后再看。',
    en: 'Sample {sample}: its newest change is not signed yet and was not checked. Look again later.',
  },
  signed: {
    zh: '日志共 {size} 条，检查点签名（Ed25519）有效，密钥 {key}。请与别处公布的密钥核对。',
    en: 'The log has {size} entries; the signature (Ed25519) of its checkpoint is valid, key {key}. Compare the key with what was published elsewhere.',
  },
  unsigned: {
    zh: '检查点签名无效：日志不可信。',
    en: 'The signature of the checkpoint is NOT valid: the log cannot be trusted.',
  },
  unverifiable: {
    zh: '此浏览器不支持 Ed25519：核验了哈希和日志位置，没有核验检查点的签名。',
    en: 'This browser knows no Ed25519: hashes and places in the log were checked, the checkpoint’s signature was not.',
  },
} satisfies Record<string, Bilingual>;
