import { expect } from 'chai';
import { Webhook } from 'standardwebhooks';
import { webhookSecret } from '../../../outbound/standard-webhook.ts';
import { messageOf, type Told } from '../rules/message.ts';
import { dingtalk, dingtalkSignature } from './dingtalk.ts';
import { feishu, feishuSignature } from './feishu.ts';
import type { Sending } from './form.ts';
import { webhook } from './webhook.ts';
import { wecom } from './wecom.ts';

const at = new Date(1_700_000_000_000);
const one: Told = {
  deliveryId: 'd'.repeat(24),
  warningId: 'a'.repeat(24),
  event: 'raised',
  level: 'red',
  title: { zh: '批次 SL_1 检出 <禁用> 物质', en: 'Batch SL_1' },
  detail: { zh: '克百威 0.1 mg/kg', en: 'carbofuran 0.1 mg/kg' },
  divisionCode: '611002',
  divisionName: '商州区',
  openedAt: at,
  resolved: false,
  link: 'https://example.org/console/warnings?show=1',
};
const sending = (address: string, secret?: string, told: Told[] = [one]): Sending => ({
  id: one.deliveryId,
  at,
  message: messageOf(told, 'zh'),
  told,
  to: { address, secret },
});
const many = Array.from({ length: 500 }, () => one);
const answered = (body: unknown, status = 200) => ({ status, body: JSON.stringify(body) });

describe('a WeCom robot', () => {
  const address = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=K';

  it('is sent Markdown of at most 4096 bytes, with nothing of what people typed taken for a mark', () => {
    const { body, address: to } = wecom.request(sending(address));
    expect(to).to.equal(address);
    const { msgtype, markdown } = JSON.parse(body);
    expect(msgtype).to.equal('markdown');
    expect(markdown.content).to.include('批次 SL＿1 检出 ＜禁用＞ 物质').and.to.include(`](${one.link})`);
    const long = JSON.parse(wecom.request(sending(address, undefined, many)).body).markdown.content as string;
    expect(Buffer.byteLength(long)).to.be.within(3500, 4096);
    expect(long).to.match(/\)\n\n…$/);
  });

  it('has taken it when its code is 0, and not because it answers 200', () => {
    expect(wecom.outcome(answered({ errcode: 0, errmsg: 'ok' }))).to.deep.equal({ sent: true });
    const busy = wecom.outcome(answered({ errcode: 45009, errmsg: 'api freq out of limit' }));
    expect(busy).to.deep.equal({ sent: false, reason: 'errcode 45009: api freq out of limit', again: true });
    expect(wecom.outcome(answered({ errcode: 93000 }))).to.include({ sent: false, again: false });
    expect(wecom.outcome({ status: 200, body: '<html>' })).to.include({ sent: false, again: true });
    expect(wecom.outcome(answered({ errcode: '0' }))).to.include({ sent: false });
    expect(wecom.outcome({ status: 503, body: '', retryAfter: 9 })).to.include({ again: true, waitSeconds: 9 });
    expect(wecom.outcome({ status: 400, body: '' })).to.include({ again: false });
  });
});

describe('a DingTalk robot', () => {
  it('is signed in its address, by milliseconds', () => {
    expect(dingtalkSignature('SECdemo', 1_700_000_000_000)).to.equal('lOvVf9TQCVugV68mGbSZCg0gzOl1SVjxWi1MyVZCUuA=');
    const { address, body } = dingtalk.request(
      sending('https://oapi.dingtalk.com/robot/send?access_token=T', 'SECdemo'),
    );
    expect(address).to.equal(
      'https://oapi.dingtalk.com/robot/send?access_token=T&timestamp=1700000000000&sign=lOvVf9TQCVugV68mGbSZCg0gzOl1SVjxWi1MyVZCUuA%3D',
    );
    const { markdown, at: mentioned } = JSON.parse(body);
    expect(markdown.title).to.equal('新预警 · 红色（一级）');
    expect(mentioned).to.deep.equal({ isAtAll: false });
  });

  it('refuses for good by 310000', () => {
    expect(dingtalk.outcome(answered({ errcode: 310000, errmsg: 'sign not match' }))).to.include({ again: false });
  });
});

describe('a Feishu robot', () => {
  it('is signed in the body, by seconds and the other way round', () => {
    expect(feishuSignature('demo', 1_700_000_000)).to.equal('8oT2n3SMKFfEnDoiwer8BUM/SjKLwe9SqoEIHlhDTKo=');
    const { address, body } = feishu.request(sending('https://open.feishu.cn/open-apis/bot/v2/hook/T', 'demo'));
    expect(address).to.equal('https://open.feishu.cn/open-apis/bot/v2/hook/T');
    const { timestamp, sign, card } = JSON.parse(body);
    expect({ timestamp, sign }).to.deep.equal({
      timestamp: '1700000000',
      sign: '8oT2n3SMKFfEnDoiwer8BUM/SjKLwe9SqoEIHlhDTKo=',
    });
    expect(card.header.template).to.equal('red');
    expect(Buffer.byteLength(feishu.request(sending('https://x.cn/', 'demo', many)).body)).to.be.at.most(20_480);
  });

  it('has taken it when its code is 0', () => {
    expect(feishu.outcome(answered({ code: 0 }))).to.deep.equal({ sent: true });
    expect(feishu.outcome(answered({ code: 11232 }))).to.include({ again: true });
    expect(feishu.outcome(answered({ code: 19021, msg: 'sign match fail' }))).to.include({ again: false });
  });
});

describe('a system', () => {
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

  it('finds the signature that Standard Webhooks asks for, and every warning whole', () => {
    const now = new Date();
    const { headers, body } = webhook.request({ ...sending('https://example.org/hook', secret, [one, one]), at: now });
    const verified = new Webhook(secret).verify(body, headers) as { data: { warnings: object[] } };
    expect(verified.data.warnings).to.have.length(2);
    expect(verified.data.warnings[0]).to.include({ warningId: one.warningId, level: 'red', delivery: one.deliveryId });
    expect(() => new Webhook(secret).verify(body.replace('red', 'blue'), headers)).to.throw();
  });

  it('takes a secret in base64 of 24 to 64 bytes alone', () => {
    for (const bytes of [24, 25, 32, 48, 64])
      expect(webhookSecret.test(`whsec_${Buffer.alloc(bytes).toString('base64')}`), `${bytes}`).to.equal(true);
    for (const text of ['', 'whsec_', 'secret', `whsec_${Buffer.alloc(16).toString('base64')}`, `${secret}\n`])
      expect(webhookSecret.test(text), text).to.equal(false);
  });

  it('wants nothing more after 410, and is tried again after most else', () => {
    expect(webhook.outcome({ status: 204, body: '' })).to.deep.equal({ sent: true, status: 204 });
    expect(webhook.outcome({ status: 410, body: '' })).to.include({ again: false });
    expect(webhook.outcome({ status: 302, body: '' })).to.include({ again: true });
    expect(webhook.outcome({ status: 429, body: '', retryAfter: 30 })).to.include({ again: true, waitSeconds: 30 });
  });
});
