import { createHash } from 'node:crypto';
import { expect } from 'chai';
import {
  contentSecurityPolicy,
  renderLookupPage,
  renderNotFoundPage,
  renderTracePage,
  tracePagePolicy,
} from './index.ts';
import { viewOf } from './testing-support/examples.ts';

describe('start page', () => {
  it('asks for a code without a script and leads staff to the console', () => {
    const page = renderLookupPage('zh');
    expect(page)
      .to.include('<form action="/q" method="get"')
      .and.include('name="code"')
      .and.include('href="/console/"');
    expect(page)
      .to.include('href="tel:12316"')
      .and.not.match(/<script|https?:/);
  });

  it('keeps the language in the form', () => {
    expect(renderLookupPage('en')).to.include('<input type="hidden" name="lang" value="en">');
    expect(renderLookupPage('zh')).to.include('<input type="hidden" name="lang" value="zh">');
  });
});

describe('page for an unknown code', () => {
  it('repeats the code, says what it may mean and what to do, and asks again', () => {
    const page = renderNotFoundPage('SZ-1', 'zh');
    expect(page)
      .to.include('<b class="code">SZ-1</b>')
      .and.include('可能的原因')
      .and.include('12316')
      .and.include('value="SZ-1"');
    expect(page).to.include('href="?code=SZ-1&amp;lang=en"');
    expect(renderNotFoundPage('SZ-1', 'en')).to.include('This batch was not found');
  });

  it('bears with no code, a long code and half a character', () => {
    expect(renderNotFoundPage(' ', 'zh')).to.include('没有收到批次号');
    expect(renderNotFoundPage('x'.repeat(5000), 'zh').length).to.be.below(20_000);
    expect(() => renderNotFoundPage('\ud800', 'zh')).not.to.throw();
  });
});

describe('content security policy', () => {
  it('allows the pages’ own style sheet by its hash, and no script', () => {
    for (const page of [renderLookupPage('zh'), renderNotFoundPage('x', 'en'), renderTracePage(viewOf(), 'zh')]) {
      const style = page.match(/<style>(.*?)<\/style>/s)?.[1] ?? '';
      expect(contentSecurityPolicy).to.include(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    }
    expect(contentSecurityPolicy)
      .to.include("default-src 'none'")
      .and.not.include('script-src')
      .and.not.include('unsafe');
    expect(tracePagePolicy).to.include("script-src 'self'").and.not.include('unsafe').and.not.include('http');
  });

  it('uses nothing in its style sheet that engines like Chrome 64 do not know and would drop a whole rule for', () => {
    const style = renderLookupPage('zh').match(/<style>(.*?)<\/style>/s)?.[1] ?? '';
    expect(style).not.to.match(/:has\(|:is\(|:where\(|oklch|@layer|@container|clamp\(|inset:|[^-]gap:|&/);
  });
});
