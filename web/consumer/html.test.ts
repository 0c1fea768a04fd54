import { expect } from 'chai';
import fastCheck from 'fast-check';
import { escapeText, html } from './html.ts';
import { renderNotFoundPage, renderTracePage } from './index.ts';
import { failed, viewOf } from './testing-support/examples.ts';
import type { Test, TraceView } from './trace-view.ts';

const hostile = fastCheck.oneof(
  fastCheck.string({ unit: 'binary' }),
  fastCheck.constantFrom(
    '"><script>alert(1)</script>',
    "' onload='x",
    '</style><b>',
    '--><!--',
    '&lt;&#60;',
    '`x`',
    'javascript:alert(1)',
    '{date}{count}',
    '\u202ehtml',
  ),
);

/** All tags with the values of their attributes taken out: what no data may change. */
function skeleton(page: string): string {
  return (page.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""')).join('');
}

/** Begins with a Chinese character, so that the marking of languages does not differ between samples. */
const named = (text: string): string => `农${text}`;

function viewWith(text: string): TraceView {
  const name = named(text);
  const both = { zh: name, en: name };
  const test: Test = {
    sampleNumber: name,
    planKind: name as Test['planKind'],
    batchCode: name,
    ownBatch: false,
    drawnAt: name,
    verified: true,
    verdict: 'fail',
    results: [{ ...failed, analyte: name, value: name, unit: name, limit: name, standard: name, explanation: both }],
  };
  return viewOf({
    code: name,
    url: name,
    asOf: name,
    product: { name, nameEn: name },
    quantity: { value: 1, unit: name },
    origin: {
      producerName: name,
      producerKind: name,
      divisionNames: [name, name],
      divisionNamesEn: [name],
      siteName: name,
    },
    verdict: 'failed',
    alerts: [{ level: 'red', title: both, detail: both, at: name }],
    journey: [
      {
        step: 'treat',
        at: name,
        batchCode: name,
        ownBatch: false,
        place: name,
        destination: name,
        input: { name, dose: name },
      },
    ],
    tests: [test],
    environment: [
      {
        metric: name,
        unit: name,
        siteName: name,
        siteKind: name,
        from: name,
        to: name,
        points: [{ at: '2026-05-01T00:00:00Z', value: 1 }],
      },
    ],
    missing: [both],
  });
}

describe('safe markup', () => {
  it('escapes what is put into text and attributes', () => {
    expect(String(html`<p title="${'"<&>\''}">${'<b>`'}</p>`)).to.equal(
      '<p title="&quot;&lt;&amp;&gt;&#39;">&lt;b&gt;&#96;</p>',
    );
  });

  it('keeps markup made by itself, joins lists, and leaves out what is absent', () => {
    expect(String(html`${[html`<i>${1}</i>`, undefined, null, false, 'x<']}`)).to.equal('<i>1</i>x&lt;');
  });

  it('does not take an object that merely looks like markup', () => {
    const forged = { toString: () => '<script>' } as unknown as string;
    expect(() => String(html`${forged}`)).to.throw();
  });

  it('turns any text into text without delimiters', () => {
    fastCheck.assert(
      fastCheck.property(hostile, (text) => {
        expect(escapeText(text)).not.to.match(/[<>"'`]/);
      }),
    );
  });

  it('lets no data of a batch change the structure of its page', () => {
    const expected = {
      zh: skeleton(renderTracePage(viewWith('a'), 'zh')),
      en: skeleton(renderTracePage(viewWith('a'), 'en')),
    };
    fastCheck.assert(
      fastCheck.property(hostile, fastCheck.constantFrom('zh' as const, 'en' as const), (text, language) => {
        expect(skeleton(renderTracePage(viewWith(text), language))).to.equal(expected[language]);
      }),
      { numRuns: 150 },
    );
  });

  it('lets no asked code change the structure of the page for unknown codes', () => {
    const expected = skeleton(renderNotFoundPage(named('a'), 'zh'));
    fastCheck.assert(
      fastCheck.property(hostile, (text) => {
        expect(skeleton(renderNotFoundPage(named(text), 'zh'))).to.equal(expected);
      }),
    );
  });

  it('does not link to an address that is no web address', () => {
    const page = renderTracePage(viewOf({ url: 'javascript:alert(1)' }), 'zh');
    expect(page).not.to.include('javascript:');
    expect(page).not.to.include('canonical');
  });
});
