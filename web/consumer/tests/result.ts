import { type Html, html } from '../html.ts';
import { type Language, named } from '../language.ts';
import { resultWords, texts } from '../texts/page.ts';
import { analyteNames } from './analyte.ts';
import { limitBar } from './limit-bar.ts';
import { comparison, limitText, type Result, shareText, valueText } from './value.ts';

const marks: Record<Result['verdict'], string> = {
  pass: '✓',
  fail: '✕',
  'no-limit': '–',
  'not-comparable': '≠',
  pending: '…',
};

const calibrationTexts = { overdue: texts.calibrationOverdue, failed: texts.calibrationFailed };

/** What needs to be read comes first: failed results are never below the fold of passed ones. */
export function byGravity(a: Result, b: Result): number {
  return gravity.indexOf(a.verdict) - gravity.indexOf(b.verdict);
}
const gravity: Result['verdict'][] = ['fail', 'not-comparable', 'pending', 'no-limit', 'pass'];

/** One analyte: word of the verdict, value, limit, bar; why, where it is anything but a plain pass. */
export function resultItem(result: Result, verified: boolean, language: Language): Html {
  const compared = comparison(result);
  const tone = result.verdict === 'pass' && !verified ? 'first' : result.verdict;
  const { explanation: _explanation, ...told } = result;
  return html`<li class="result r-${tone}" data-result="${JSON.stringify(told)}">
    <p class="result-head"><b>${analyteNames(result, language)}</b> <span class="word"><span aria-hidden="true">${marks[result.verdict]}</span> ${resultWords[result.verdict][language]}</span></p>
    ${compared && limitBar(compared)}
    <p class="figures">${figures(result, language)}</p>
    ${result.calibration && html`<p class="why">${calibrationTexts[result.calibration][language]}</p>`}
    ${result.verdict !== 'pass' && html`<p class="why">${named(result.explanation[language], language)}</p>`}
    </li>`;
}

function figures(result: Result, language: Language): Html {
  const compared = comparison(result);
  const value = valueText(result, language);
  const found = result.value.trim().startsWith('<') ? value : `${texts.found[language]} ${value}`;
  const limit = result.limit === undefined ? texts.noLimit[language] : `${texts.limit[language]} ${limitText(result)}`;
  const share = compared && shareText(compared, language);
  const standard = result.standard && html` <span class="standard">${named(result.standard, language)}</span>`;
  const parts = result.verdict === 'pending' && result.limit === undefined ? [found] : [found, limit, share];
  return html`${parts.filter((part) => part !== undefined).map((part) => html`<span>${part}</span> `)}${standard}`;
}
