import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { renderTracePage } from './index.ts';
import type { Language } from './language.ts';
import { byVerdict, largeView, redAlert, testOf, viewOf } from './testing-support/examples.ts';

const languages: Language[] = ['zh', 'en'];
const body = (page: string): string => page.slice(page.indexOf('<body>'));

describe('consumer page', () => {
  it('is Chinese, with a link to English and the English name marked as such', () => {
    const page = renderTracePage(viewOf(), 'zh');
    expect(page).to.match(/^<!DOCTYPE html>\n<html lang="zh-CN">/);
    expect(page).to.include('<title>番茄 SZ-TOM-20260503-07');
    expect(page).to.include('<small lang="en">Tomato</small>');
    expect(page).to.include('href="?lang=en"');
    expect(page).to.include('官方抽检合格').and.include('480 千克').and.include('沙河子镇').and.include('12316');
  });

  it('is English, with Chinese names marked as such', () => {
    const page = renderTracePage(viewOf(), 'en');
    expect(page).to.include('Shahezi Town').and.include('chlorpyrifos <small><span lang="zh-CN">毒死蜱</span></small>');
    expect(page).to.include('<html lang="en">');
    expect(page).to.include('href="?lang=zh"');
    expect(page).to.include('Official test passed').and.include('480 kg');
    expect(page).to.include('<span lang="zh-CN">三号大棚</span>');
    const unmarked = body(page).replace(/<(\w+)[^>]* lang="zh-CN"[^>]*>.*?<\/\1>/gs, '');
    expect(unmarked.replace(/<[^>]*>/g, '')).not.to.match(/\p{Script=Han}/u);
  });

  it('shows times as Beijing has them', () => {
    expect(renderTracePage(viewOf({ asOf: '2026-05-05T17:05:00Z' }), 'zh')).to.include(
      '2026年5月6日 01:05</time>（北京时间）',
    );
    expect(renderTracePage(viewOf({ asOf: '2026-05-05T17:05:00Z' }), 'en')).to.include(
      '6 May 2026, 01:05</time> (Beijing time)',
    );
  });

  it('has no script but the one that checks reports, no style attribute, and refers to no address but its own', () => {
    for (const language of languages) {
      for (const view of [...Object.values(byVerdict), largeView()]) {
        const page = renderTracePage(view, language).replace('<script src="/proof.js" defer></script>', '');
        expect(page).not.to.match(/<script|<link rel="stylesheet|<img|<iframe|@import|url\(| style=| on\w+=/i);
        expect(page.replaceAll(view.url, '')).not.to.match(/(https?:)?\/\/[a-z]/i);
      }
    }
  });

  it('weighs at most 30 KB compressed with much to show, and answers within the first 13 KB', () => {
    for (const language of languages) {
      const page = renderTracePage(largeView(), language);
      expect(gzipSync(page).length).to.be.below(30_000);
      const answer = page.slice(0, page.indexOf('id="tests"'));
      expect(answer).to.include('SZ-TOM-20260503-07').and.include('沙河子镇').and.include('class="verdict');
      expect(gzipSync(answer).length).to.be.below(13_000);
    }
  });

  it('shows warnings in force before the verdict, the gravest first, with word, number and shape', () => {
    const page = renderTracePage(viewOf({ alerts: [{ ...redAlert, level: 'blue' }, redAlert] }), 'zh');
    const red = page.indexOf('红色预警 Ⅰ');
    expect(red).to.be.greaterThan(0).and.below(page.indexOf('蓝色预警 Ⅳ'));
    expect(page.indexOf('蓝色预警 Ⅳ')).to.be.below(page.indexOf('id="verdict"'));
    expect(page).to.include('class="verdict v-passed-official warned"').and.include('但有预警尚未解除');
  });

  it('tells the origin of a batch on hold before the measures, to be seen at once', () => {
    const page = renderTracePage(viewOf({ status: 'held', verdict: 'held', alerts: [redAlert] }), 'zh');
    const parts = ['id="verdict"', 'id="facts"', '红色预警 Ⅰ', 'id="tests"'].map((part) => page.indexOf(part));
    expect(parts)
      .to.deep.equal(parts.toSorted((a, b) => a - b))
      .and.not.include(-1);
  });

  it('tells under which certificates the batch was made, and what became of them', () => {
    const known = { number: 'C611002202600001X', scheme: { zh: '绿色食品', en: 'Green food' }, batchCode: 'a' };
    const certificates = [
      { ...known, standing: 'valid' as const, validTo: '2029-01-30', ownBatch: true },
      { ...known, standing: 'suspended' as const, ownBatch: false },
    ];
    const page = renderTracePage(viewOf({ certificates }), 'zh');
    expect(page).to.include('href="/certificates/C611002202600001X"').and.include('2029年1月30日');
    expect(page).to.include('此证书已暂停，暂停期间不得使用。');
    expect(renderTracePage(viewOf(), 'zh')).not.to.include('产品认证');
  });

  it('is handed on by text message and e-mail, with its own address', () => {
    const page = renderTracePage(viewOf(), 'zh');
    const [, sms = ''] = /href="sms:\?body=([^"]+)"/.exec(page) ?? [];
    expect(decodeURIComponent(sms)).to.equal(`番茄 ${viewOf().code}：产地、检测与去向 ${viewOf().url}`);
    expect(page).to.include(`&amp;body=${sms}"`);
    expect(renderTracePage(viewOf({ url: 'javascript:alert(1)' }), 'zh')).not.to.include('sms:');
  });

  it('gives what is missing a section and a count like all others', () => {
    const page = renderTracePage(viewOf(), 'zh');
    expect(page).to.include('没有运输途中的温度记录。').and.include('没有承诺达标合格证。');
    for (const id of ['tests', 'journey', 'environment', 'missing']) {
      expect(page).to.match(new RegExp(`<a href="#${id}"><b>\\d+</b>`));
      expect(page).to.include(`<section class="section" id="${id}"`);
    }
  });

  it('says so where there is nothing to show', () => {
    const empty = viewOf({
      verdict: 'not-tested',
      tests: [],
      journey: [],
      environment: [],
      missing: [],
      quantity: undefined,
    });
    const page = renderTracePage(empty, 'zh');
    expect(page).to.include('没有检测不等于合格').and.include('没有任何生产或流通记录').and.include('没有传感器记录');
    expect(page).to.include('没有登记').and.include('这只说明记录齐全');
  });

  it('marks the steps and tests of the batches it was made from', () => {
    const view = viewOf({ tests: [testOf({ ownBatch: false, batchCode: 'SZ-TOM-20260502-01' })] });
    const page = renderTracePage(view, 'zh');
    expect(page.match(/上游批次 <span class="code">SZ-TOM-20260502-01/g)).to.have.length(5);
    expect(page).to.include('样品取自上游批次 <b class="code">SZ-TOM-20260502-01');
  });
});
