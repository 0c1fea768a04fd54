import { defineTexts, useTexts, useWords } from '../../shared/texts.ts';

const texts = defineTexts('warning-channels', {
  zh: {
    title: '预警发送渠道',
    hint: '把本辖区的预警自动发到邮箱、企业微信/钉钉/飞书群或其他系统。地址和密钥加密保存，之后不再显示。',
    newChannel: '新建渠道',
    none: '还没有发送渠道。新建一个，值班人员不看页面也能收到预警。',
    name: '名称',
    nameHint: '例如：值班群、局长邮箱',
    kind: '方式',
    division: '行政区划',
    leastLevel: '最低级别',
    leastLevelHint: '该级别及以上的预警才发送',
    language: '消息语言',
    address: '地址',
    mailAddress: '邮箱地址',
    robotAddress: '机器人地址（https://…）',
    systemAddress: '系统地址（https://…）',
    secret: '签名密钥',
    secretHint: '机器人安全设置中的“加签/签名校验”密钥；未启用则留空',
    systemSecretHint: 'whsec_ 加 openssl rand -base64 32 的输出',
    state: '状态',
    signed: '已签名',
    create: '新建',
    disable: '停用',
    enable: '启用',
    test: '发送测试',
    tested: '测试消息已排队，结果见发送记录',
    deliveries: '发送记录',
    deliveriesOf: '发送记录：{{name}}',
    noDeliveries: '还没有发送过。',
    notSent: '这条预警还没有发给任何人。',
    event: '事由',
    when: '时间',
    attempts: '经过',
    retry: '重发',
    nextAttempt: '下次尝试',
    digest: '与另外 {{count}} 条合并为一条消息',
    sentAt: '已发送',
    subscribers: '{{count}} 个在线订阅者',
    warning: '查看预警',
  },
  en: {
    title: 'Warning channels',
    hint: 'Sends the warnings of your division to mailboxes, WeCom, DingTalk or Feishu groups and other systems. Address and secret are encrypted and not shown again.',
    newChannel: 'New channel',
    none: 'No channels yet. Make one, and those on duty hear of warnings without looking here.',
    name: 'Name',
    nameHint: 'For example: duty group, director’s mailbox',
    kind: 'Kind',
    division: 'Division',
    leastLevel: 'From level',
    leastLevelHint: 'Warnings of this level and above are sent',
    language: 'Language',
    address: 'Address',
    mailAddress: 'Mail address',
    robotAddress: 'Address of the robot (https://…)',
    systemAddress: 'Address of the system (https://…)',
    secret: 'Signing secret',
    secretHint: 'From the robot’s security settings; leave it empty where signing is off',
    systemSecretHint: 'whsec_ and what openssl rand -base64 32 prints',
    state: 'State',
    signed: 'Signed',
    create: 'Create',
    disable: 'Disable',
    enable: 'Enable',
    test: 'Send a test',
    tested: 'The test message is on its way; see what was sent',
    deliveries: 'What was sent',
    deliveriesOf: 'What was sent: {{name}}',
    noDeliveries: 'Nothing was sent yet.',
    notSent: 'Nobody was told of this warning yet.',
    event: 'About',
    when: 'Time',
    attempts: 'Attempts',
    retry: 'Send again',
    nextAttempt: 'Next attempt',
    digest: 'in one message with {{count}} others',
    sentAt: 'sent',
    subscribers: 'connected subscribers: {{count}}',
    warning: 'Open the warning',
  },
});

export function useChannelsTexts() {
  return useTexts(texts);
}

export const channelKinds = ['wecom', 'dingtalk', 'feishu', 'email', 'webhook'] as const;

const kindWords = {
  wecom: { zh: '企业微信群机器人', en: 'WeCom robot' },
  dingtalk: { zh: '钉钉群机器人', en: 'DingTalk robot' },
  feishu: { zh: '飞书群机器人', en: 'Feishu robot' },
  email: { zh: '电子邮件', en: 'E-mail' },
  webhook: { zh: '系统接口（Webhook）', en: 'System (webhook)' },
  mqtt: { zh: 'MQTT 发布', en: 'MQTT publication' },
  stream: { zh: '实时页面', en: 'Live page' },
};

export function useChannelKind() {
  return useWords(kindWords);
}

const stateWords = {
  active: { zh: '启用', en: 'Active' },
  disabled: { zh: '停用', en: 'Disabled' },
  waiting: { zh: '待发送', en: 'Waiting' },
  sent: { zh: '已发送', en: 'Sent' },
  failed: { zh: '发送失败', en: 'Failed' },
};

export function useChannelState() {
  return useWords(stateWords);
}

const eventWords = {
  raised: { zh: '新预警', en: 'New warning' },
  'level-raised': { zh: '预警升级', en: 'Level raised' },
  escalated: { zh: '逾期上报', en: 'Escalated' },
  test: { zh: '测试', en: 'Test' },
};

export function useDeliveryEvent() {
  return useWords(eventWords);
}
