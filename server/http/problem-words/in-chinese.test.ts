import { expect } from 'chai';
import fc from 'fast-check';
import { z } from 'zod';
import { inBothLanguages, issueInBothLanguages } from './in-chinese.ts';
import rows from './zh.json' with { type: 'json' };

describe('what a problem says', () => {
  it('is looked up, with its values in the order of the language', () => {
    expect(inBothLanguages('There is no such batch case')).to.equal(undefined);
    expect(inBothLanguages('must not be empty')?.zh).to.equal('不能为空');
    expect(inBothLanguages('There is no device cold-room-7')?.zh).to.equal('没有设备 cold-room-7');
    expect(inBothLanguages('There is no version 3 of temperature')?.zh).to.equal('没有 temperature 的第 3 版');
  });

  it('is split where it names both languages', () => {
    expect(inBothLanguages('该批次未被控制 · the batch is not held')).to.deep.equal({
      zh: '该批次未被控制',
      en: 'the batch is not held',
    });
  });

  it('has as many values in Chinese as in English', () => {
    for (const [english, chinese] of Object.entries(rows)) {
      const values = english.split('{}').length - 1;
      const told = [...chinese.matchAll(/\{(\d*)\}/g)].map(([, number], index) =>
        number ? Number(number) : index + 1,
      );
      expect(new Set(told).size, english).to.equal(values);
      for (const number of told) expect(number, english).to.be.within(1, values);
    }
  });

  it('keeps each value whole, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(rows)),
        fc.array(fc.stringMatching(/^[\w<>$&]{1,9}$/), { minLength: 9, maxLength: 9 }),
        (english, values) => {
          let next = 0;
          const told = inBothLanguages(english.replaceAll('{}', () => values[next++] ?? ''));
          for (const value of values.slice(0, next)) expect(told?.zh, english).to.include(value);
        },
      ),
    );
  });

  it('takes no longer than its length, however it is spoilt', () => {
    const long = 'x is '.repeat(200_000);
    expect(inBothLanguages(`${long}.`)).to.equal(undefined);
  });

  it('of the checks of fields is told in Chinese too', () => {
    const schema = z.strictObject({ name: z.string(), count: z.number().max(9), kind: z.enum(['a', 'b']) });
    const { error } = schema.safeParse({ count: 10, kind: 'c' }, { reportInput: true });
    const told = error?.issues.map((issue) => issueInBothLanguages(issue)?.zh);
    expect(told?.[0]).to.equal('必填');
    for (const text of told ?? []) expect(text).to.match(/\p{Script=Han}/u);
  });
});
