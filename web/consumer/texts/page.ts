import type { Bilingual } from '../trace-view.ts';

/** Every other fixed text of the batch's page. */
export const texts = {
  platform: { zh: '商洛市农产品质量安全追溯平台', en: 'Shangluo Farm Product Safety Platform' },
  title: { zh: '{product} {code} · 农产品质量安全追溯', en: '{product} {code} · Farm product trace' },
  switchLanguage: { zh: 'English', en: '中文' },
  skip: { zh: '跳到检测结果', en: 'Skip to the test results' },

  source: { zh: '谁下的结论', en: 'Who says so' },
  evidence: { zh: '证据强度', en: 'Evidence' },
  evidenceLevel: { zh: '{word}，3 级中第 {level} 级', en: '{word}, level {level} of 3' },
  asOf: { zh: '数据时间', en: 'Data as of' },
  asOfZone: { zh: '{at}（北京时间）', en: '{at} (Beijing time)' },

  facts: { zh: '产地和批次', en: 'Origin and batch' },
  origin: { zh: '产地', en: 'Origin' },
  producer: { zh: '生产者', en: 'Producer' },
  quantity: { zh: '数量', en: 'Quantity' },
  code: { zh: '批次号', en: 'Batch code' },
  compareCode: { zh: '请与包装核对', en: 'compare with package' },
  unknown: { zh: '没有登记', en: 'not recorded' },
  opened: { zh: '查询次数', en: 'Opened' },
  openedFirst: { zh: '您是第一位查询者', en: 'You are the first to open this page' },
  openedTimes: { zh: '约 {count} 次，首次 {at}', en: 'by about {count} visitors, first on {at}' },
  openedOften: {
    zh: '包装是新的而次数很多时，请核对重量和封签',
    en: 'if the package is new and this number large, check weight and seal',
  },
  contents: { zh: '本页内容', en: 'On this page' },

  alerts: { zh: '正在生效的预警和措施', en: 'Warnings and measures in force' },
  since: { zh: '自 {at} 起', en: 'since {at}' },

  tests: { zh: '检测', en: 'Tests' },
  testsCount: { zh: '{count} 份', en: '{count}' },
  noTests: {
    zh: '没有这批产品的检测记录。没有检测不等于合格。',
    en: 'There is no record of a test. Not tested does not mean passed.',
  },
  barLegend: {
    zh: '横条是测得的值，竖线是国家标准限量。',
    en: 'The bar is the value found, the upright line the national limit.',
  },
  sample: { zh: '样品', en: 'Sample' },
  drawn: { zh: '{at}取样', en: 'drawn {at}' },
  preliminary: { zh: '初检，待复核', en: 'First result, not yet verified' },
  firstResult: { zh: '初检{word}', en: 'First result: {word}' },
  verified: { zh: '已由第二人复核', en: 'Verified by a second person' },
  noResults: { zh: '还没有结果。', en: 'No results yet.' },
  found: { zh: '测得', en: 'Found' },
  limit: { zh: '限量', en: 'Limit' },
  noLimit: { zh: '没有限量', en: 'no limit' },
  belowValue: { zh: '未检出（低于 {value}）', en: 'not detected (below {value})' },
  belowQuantification: { zh: '未检出（低于定量限）', en: 'not detected (below the limit of quantification)' },
  belowDetection: { zh: '未检出（低于检出限）', en: 'not detected (below the limit of detection)' },
  percent: { zh: '为限量的 {share}%', en: '{share} % of the limit' },
  lessThanOne: { zh: '不到限量的 1%', en: 'under 1 % of the limit' },
  times: { zh: '为限量的 {share} 倍', en: '{share} times the limit' },
  calibrationOverdue: {
    zh: '测定当日仪器校准已逾期',
    en: 'The calibration of the instrument was overdue on the day of measurement',
  },
  calibrationFailed: {
    zh: '测定当日仪器最近一次校准不合格',
    en: 'The last calibration of the instrument had failed on the day of measurement',
  },
  reasons: { zh: '各项判定依据（{count} 项）', en: 'Why each was judged so ({count})' },
  fromBatch: { zh: '上游批次', en: 'Source batch' },

  journey: { zh: '足迹', en: 'Journey' },
  journeyCount: { zh: '{count} 步', en: '{count}' },
  noJourney: { zh: '没有任何生产或流通记录。', en: 'There is no record of how it was grown or moved.' },
  to: { zh: '送往', en: 'to' },

  environment: { zh: '环境', en: 'Environment' },
  environmentShort: { zh: '环境', en: 'Sensors' },
  environmentCount: { zh: '{count} 条曲线', en: '{count}' },
  noEnvironment: { zh: '没有传感器记录。', en: 'There are no sensor records.' },
  noReadings: { zh: '这段时间没有读数。', en: 'There are no readings for this time.' },
  curveWithin: {
    zh: '记录到 {low} 至 {high}，都在要求范围（{range}）内。',
    en: 'Recorded {low} to {high}, all within the required range ({range}).',
  },
  curveAbove: {
    zh: '曾高于要求范围（{range}）：最高 {high}，{at}。',
    en: 'Went above the required range ({range}): highest {high} on {at}.',
  },
  curveBelow: {
    zh: '曾低于要求范围（{range}）：最低 {low}，{at}。',
    en: 'Went below the required range ({range}): lowest {low} on {at}.',
  },
  curveBoth: {
    zh: '曾超出要求范围（{range}）：最低 {low}，最高 {high}。',
    en: 'Left the required range ({range}): lowest {low}, highest {high}.',
  },
  curveFree: {
    zh: '记录到 {low} 至 {high}；没有规定范围，不作判断。',
    en: 'Recorded {low} to {high}; no range is set, so no judgement.',
  },
  rangeBetween: { zh: '{low} 至 {high}', en: '{low} to {high}' },
  rangeUpTo: { zh: '不高于 {high}', en: 'at most {high}' },
  rangeFrom: { zh: '不低于 {low}', en: 'at least {low}' },
  within: { zh: '在范围内', en: 'Within range' },
  outside: { zh: '曾超出范围', en: 'Was out of range' },
  unjudged: { zh: '不作判断', en: 'Not judged' },
  band: { zh: '浅色带：要求范围', en: 'Light band: required range' },
  gaps: { zh: '断开处没有读数', en: 'Breaks: no readings' },
  asTable: { zh: '看数字', en: 'Show as numbers' },
  period: { zh: '起始时间', en: 'From' },
  lowest: { zh: '最低', en: 'Lowest' },
  highest: { zh: '最高', en: 'Highest' },

  missingShort: { zh: '缺少', en: 'Missing' },
  missing: { zh: '缺少什么', en: 'What is missing' },
  missingCount: { zh: '{count} 项', en: '{count}' },
  nothingMissing: {
    zh: '本页应有的记录都有。这只说明记录齐全，不说明记录之外的事。',
    en: 'Every record this page expects is there. That says the records are complete, not more.',
  },
  report: { zh: '发现问题', en: 'Report a problem' },
  reportText: {
    zh: '产品与本页不符、吃后不适，或怀疑标签是仿冒的，请在线反映，或打农业农村服务热线，报上批次号 {code}。',
    en: 'If the product differs from this page, made you ill, or the label looks copied, report it online, or call the agriculture hotline and give batch code {code}.',
  },
  reportOnline: { zh: '在线反映', en: 'Report online' },
  call: { zh: '拨打 12316', en: 'Call 12316' },
  keep: { zh: '请保留包装、标签和购物凭证。', en: 'Please keep the packaging, the label and the receipt.' },
  limits: {
    zh: '检测只说明所取样品的所测项目；没有检测能保证绝对安全。',
    en: 'A test speaks for the sample taken and the substances tested; no test can promise absolute safety.',
  },
  privacy: {
    zh: '本页没有广告和第三方内容，除在本机核对检测报告的一段外没有脚本，不设 Cookie，不跟踪您；只计查询次数和大致城市，不留网络地址。',
    en: 'This page has no adverts, no third-party content, and no script but the one that checks test reports on your device; it sets no cookies and does not track you; it counts how often it is opened and from about which town, and keeps no address.',
  },
  share: {
    zh: '转发：在微信中点右上角“···”，或用{sms}、{mail}。打印：用浏览器的打印。',
    en: 'Share: by the menu of your browser, by {sms} or by {mail}. Print: as any page.',
  },
  shareSms: { zh: '短信', en: 'text message' },
  shareMail: { zh: '邮件', en: 'e-mail' },
  shareWords: { zh: '{product}：产地、检测与去向', en: '{product}: origin, tests and journey' },
  address: { zh: '本页地址', en: 'Address of this page' },
  otherBatch: { zh: '查另一个批次', en: 'Look up another batch' },
} satisfies Record<string, Bilingual>;

export const resultWords: Record<'pass' | 'fail' | 'no-limit' | 'not-comparable' | 'pending', Bilingual> = {
  pass: { zh: '在限量内', en: 'Within limit' },
  fail: { zh: '不合格', en: 'Failed' },
  'no-limit': { zh: '没有限量', en: 'No limit' },
  'not-comparable': { zh: '无法比较', en: 'Not comparable' },
  pending: { zh: '结果未出', en: 'Pending' },
};

export const testWords: Record<keyof typeof resultWords, Bilingual> = {
  ...resultWords,
  pass: { zh: '合格', en: 'Passed' },
  'no-limit': { zh: '没有限量可比', en: 'No limit to compare' },
};

/** By strength: official test over commissioned over own check over none. */
export const evidenceWords: Bilingual[] = [
  { zh: '没有检测', en: 'no test' },
  { zh: '生产者自检', en: 'producer’s own check' },
  { zh: '委托检测', en: 'commissioned test' },
  { zh: '官方抽检', en: 'official test' },
];
