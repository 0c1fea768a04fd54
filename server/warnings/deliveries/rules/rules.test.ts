import { expect } from 'chai';
import fc from 'fast-check';
import { retryAt } from '../../../outbound/retry.ts';
import { kinds, retryPolicy } from '../kinds.ts';
import { messageOf, type Told } from './message.ts';
import { messagesFor, room } from './pace.ts';
import { cutToBytes, plainInMarkdown } from './text.ts';

describe('the pace of a channel', () => {
  const rates = [
    { messages: 5, seconds: 1 },
    { messages: 20, seconds: 60 },
  ];

  it('never lets more through than any window takes, and stands still no longer than it must', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { minLength: 1, maxLength: 60 }), (gaps) => {
        const sent: number[] = [];
        let now = 1_000_000;
        for (const gap of gaps) {
          now += gap * 20;
          const { messages, nextAt } = room(sent, now, rates);
          for (const rate of rates) {
            const recent = sent.filter((at) => at > now - rate.seconds * 1000);
            expect(recent.length + messages).to.be.at.most(rate.messages);
          }
          if (messages > 0) {
            expect(nextAt).to.equal(now);
            sent.push(now);
          } else {
            expect(room(sent, nextAt, rates).messages).to.be.at.least(1);
            expect(room(sent, nextAt - 1, rates).messages).to.equal(0);
          }
        }
      }),
    );
  });

  it('sends each by itself while there is room, and all in one when there is not', () => {
    expect(messagesFor([1, 2, 3], 3)).to.deep.equal([[1], [2], [3]]);
    expect(messagesFor([1, 2, 3], 2)).to.deep.equal([[1, 2, 3]]);
    expect(messagesFor([1], 0)).to.deep.equal([]);
    expect(messagesFor([], 5)).to.deep.equal([]);
  });
});

describe('another attempt', () => {
  it('comes after ever longer waits, not before it was asked for, and not without end', () => {
    const now = new Date('2026-05-03T08:00:00Z');
    const seconds = (failures: number, chance: number, asked?: number) => {
      const at = retryAt(failures, now, retryPolicy, chance, asked);
      return at && (at.getTime() - now.getTime()) / 1000;
    };
    expect([1, 2, 3, 4, 5].map((failures) => seconds(failures, 0))).to.deep.equal([60, 300, 1800, 7200, null]);
    expect(seconds(1, 0.5)).to.equal(66);
    expect(seconds(1, 0, 600)).to.equal(600);
    expect(seconds(2, 0, 10)).to.equal(300);
  });
});

describe('text for a robot', () => {
  it('is cut by bytes and never within a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 3, max: 80 }), (text, bytes) => {
        const cut = cutToBytes(text, bytes);
        expect(Buffer.byteLength(cut)).to.be.at.most(bytes);
        expect(Buffer.from(cut).toString()).to.equal(cut);
        if (Buffer.byteLength(text) <= bytes) expect(cut).to.equal(text);
        else expect(text.startsWith(cut.slice(0, -1)) && cut.endsWith('…')).to.equal(true);
      }),
    );
    expect(cutToBytes('预警预警', 9)).to.equal('预警…');
  });

  it('holds no mark that Markdown or a tag is made of, and stays readable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(plainInMarkdown(text)).to.not.match(/[\\*_~[\]<>#|`\n]|:\/\//);
      }),
    );
    expect(plainInMarkdown('批次 SL-1 *急*')).to.equal('批次 SL-1 ＊急＊');
    expect(plainInMarkdown('[看](http://x.cn) <@all>')).to.equal('［看］(http：//x.cn) ＜@all＞');
  });
});

const told = (changes: Partial<Told> = {}): Told => ({
  deliveryId: 'd'.repeat(24),
  warningId: 'a'.repeat(24),
  event: 'raised',
  level: 'orange',
  title: { zh: '批次 SL-1 超标：毒死蜱', en: 'Batch SL-1: chlorpyrifos above its limit' },
  detail: { zh: '检出 0.05 mg/kg', en: 'found 0.05 mg/kg' },
  divisionCode: '611002',
  divisionName: '商州区',
  openedAt: new Date('2026-05-03T08:00:00Z'),
  resolved: false,
  link: 'https://example.org/console/warnings?show=1',
  ...changes,
});

describe('a message', () => {
  it('says the level by word and numeral, what happened, where and since when in China', () => {
    const { title, sections } = messageOf([told()], 'zh');
    expect(title).to.equal('新预警 · 橙色（二级）');
    expect(sections[0]?.heading).to.equal('批次 SL-1 超标：毒死蜱');
    expect(sections[0]?.lines).to.include.members(['检出 0.05 mg/kg', '地区: 商州区', '开始: 2026-05-03 16:00']);
    expect(messageOf([told({ event: 'level-raised', level: 'red' })], 'en').title).to.equal('Level raised · Red (I)');
  });

  it('about several is a digest that begins with the gravest and leaves none out', () => {
    const levels = ['blue', 'red', 'yellow'] as const;
    const { title, level, sections } = messageOf(
      levels.map((each) => told({ level: each, title: { zh: each, en: each } })),
      'zh',
    );
    expect({ title, level }).to.deep.equal({ title: '3 条预警', level: 'red' });
    expect(sections.map(({ heading }) => heading)).to.deep.equal([
      '[红色（一级）] red',
      '[黄色（三级）] yellow',
      '[蓝色（四级）] blue',
    ]);
  });
});

describe('what is known of each kind of channel', () => {
  it('has its source', () => {
    for (const [kind, facts] of Object.entries(kinds)) expect(facts, kind).to.have.property('source').that.is.not.empty;
  });
});
