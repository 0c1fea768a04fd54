import type { Bilingual } from '../trace-view.ts';

/** Texts of the start page and of the page for an unknown code. */
export const lookupTexts = {
  title: { zh: '查询农产品批次 · {platform}', en: 'Look up a batch · {platform}' },
  heading: { zh: '买到的农产品，查一查', en: 'Check the produce you bought' },
  purpose: {
    zh: '输入包装上的批次号，看这批农产品从哪里来、谁检测过、结果如何、还缺什么记录。',
    en: 'Enter the batch code on the package to see where the produce came from, who tested it, what was found, and which records are missing.',
  },
  label: { zh: '批次号', en: 'Batch code' },
  hint: {
    zh: '印在二维码旁边，由字母、数字和短横组成。',
    en: 'Printed beside the QR code: letters, digits and dashes.',
  },
  submit: { zh: '查询', en: 'Look up' },
  scan: {
    zh: '也可以直接用手机相机或微信扫描标签上的二维码。',
    en: 'Or scan the QR code on the label with your phone’s camera.',
  },
  staff: { zh: '工作人员和生产者登录', en: 'Sign-in for staff and producers' },
  hotline: { zh: '投诉举报和咨询：', en: 'Complaints and questions: ' },

  unknownTitle: { zh: '没有找到这个批次 · {platform}', en: 'Batch not found · {platform}' },
  unknownHeading: { zh: '没有找到这个批次', en: 'This batch was not found' },
  unknownSentence: { zh: '平台上没有批次号 {code}。', en: 'There is no batch with the code {code} on this platform.' },
  noCode: { zh: '没有收到批次号。', en: 'No batch code was given.' },
  unknownMeaning: {
    zh: '这不说明产品有问题，也不说明没有问题：本页对它一无所知。',
    en: 'This does not mean that something is wrong with the product, nor that nothing is: this page knows nothing about it.',
  },
  causes: { zh: '可能的原因', en: 'Possible causes' },
  actions: { zh: '您可以这样做', en: 'What you can do' },
  again: { zh: '再查一次', en: 'Try again' },
} satisfies Record<string, Bilingual>;

export const causes: Bilingual[] = [
  {
    zh: '批次号抄错或没有扫全（0 和 O、1 和 I 容易混）。',
    en: 'The code was copied wrongly or only in part (0 and O, 1 and I look alike).',
  },
  { zh: '标签已印好，但这批产品还没有登记。', en: 'The label was printed, but the batch has not been registered yet.' },
  { zh: '产品在别的追溯平台登记。', en: 'The product is registered on another trace platform.' },
  { zh: '标签可能是仿冒的。', en: 'The label may be a copy or a fake.' },
];

export const actions: Bilingual[] = [
  { zh: '把上面的批次号和包装上的逐字核对。', en: 'Compare the code above with the package, character by character.' },
  {
    zh: '请卖家出示承诺达标合格证或进货凭证。',
    en: 'Ask the seller for the conformity certificate or the purchase record.',
  },
  {
    zh: '怀疑仿冒时拨打 {phone}，并保留包装和购物凭证。',
    en: 'If you suspect a fake, call {phone} and keep the packaging and the receipt.',
  },
];
