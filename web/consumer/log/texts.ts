/** Fixed texts of the audit log's public page. */
export const logTexts = {
  title: { zh: '审计日志检查点 · {platform}', en: 'Audit log checkpoint · {platform}' },
  heading: { zh: '审计日志检查点', en: 'Audit log checkpoint' },
  what: {
    zh: '本平台每一条记录的每一次变更都写入一份只能追加的日志。下面的检查点用一个哈希值概括整份日志，并由平台签名。保存了检查点的人，日后可以证明日志是否被改写或缩短。',
    en: 'Every change of every record of this platform is written into a log that can only grow. The checkpoint below stands for the whole log by one hash, signed by the platform. Whoever keeps a checkpoint can show later whether the log was rewritten or cut back.',
  },
  none: { zh: '还没有签署任何检查点。', en: 'Nothing has been signed yet.' },
  newest: { zh: '最新检查点', en: 'Newest checkpoint' },
  size: { zh: '日志 {origin} 共有 {size} 条', en: 'The log {origin} has {size} entries' },
  root: { zh: '根哈希：', en: 'Root hash:' },
  keep: {
    zh: '请把上面的文字原样保存在平台以外的地方，例如打印、邮件或另一台电脑。',
    en: 'Keep the text above, as it is, outside of this platform: on paper, in a letter, on another computer.',
  },
  keys: { zh: '验证密钥', en: 'Keys' },
  keysText: {
    zh: '每行一把，第一把正在使用，其余为更换前的密钥。请与平台主管部门在别处公布的密钥核对。',
    en: 'One a line; the first is in use, the others are earlier ones. Compare them with what the authority has published elsewhere.',
  },
  how: { zh: '如何核查', en: 'How to check' },
  steps: [
    {
      zh: '今天保存检查点；过些时候再取一次，用密钥验证签名（格式：C2SP signed-note，Ed25519）。',
      en: 'Keep a checkpoint today; fetch another one later, and check its signature with the key (C2SP signed-note, Ed25519).',
    },
    {
      zh: '取两个条数之间的一致性证明，按 RFC 9162 第 2.1.4.2 节计算：它必须从旧的根哈希得出新的根哈希。',
      en: 'Fetch the consistency proof between the two sizes and compute by RFC 9162 section 2.1.4.2: it must lead from the older root hash to the newer one.',
    },
    {
      zh: '若不成立，说明日志被改写过：请连同两个检查点一起公布。',
      en: 'If it does not, the log was rewritten: publish both checkpoints.',
    },
  ],
  limits: {
    zh: '检查点只证明日志没有被改写，不证明当初写下的内容属实。',
    en: 'A checkpoint shows that the log was not rewritten; not that what was written down was true.',
  },
  nothingPersonal: {
    zh: '检查点、密钥和证明中不含任何个人信息。',
    en: 'Checkpoints, keys and proofs hold nothing personal.',
  },
};
