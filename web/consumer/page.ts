import { certificatesSection } from './certificate/section.ts';
import { conformitySection } from './conformity/section.ts';
import { documentOf, home } from './document.ts';
import { environmentSection } from './environment/environment.ts';
import { type Html, html } from './html.ts';
import { type Language, named, sayPlainly } from './language.ts';
import { proofSection } from './proof/section.ts';
import { alertsSection } from './sections/alerts.ts';
import { contents } from './sections/contents.ts';
import { factsCard } from './sections/facts.ts';
import { journeySection } from './sections/journey.ts';
import { missingSection } from './sections/missing.ts';
import { reportSection } from './sections/report.ts';
import { shareLine } from './sections/share.ts';
import { testsSection } from './tests/tests.ts';
import { texts } from './texts/page.ts';
import { verdictTexts } from './texts/verdicts.ts';
import type { TraceView } from './trace-view.ts';
import { shownVerdict } from './verdict/evidence.ts';
import { isGrave, verdictCard } from './verdict/verdict.ts';

/** The page that a batch's QR code opens, whole and without scripts. */
export function renderTracePage(view: TraceView, language: Language): string {
  const address = ownAddress(view.url);
  return documentOf({
    language,
    title: sayPlainly(texts.title, language, { product: productName(view, language), code: view.code }),
    description: `${verdictTexts[shownVerdict(view)].badge[language]} · ${(language === 'en' ? view.origin.divisionNamesEn : view.origin.divisionNames).join(' ')} ${view.origin.producerName}`,
    otherLanguage: language === 'zh' ? '?lang=en' : '?lang=zh',
    address,
    skipTo: 'tests',
    main: html`<div class="title"><h1>${heading(view, language)}</h1></div>
      ${answer(view, language)}
      <div class="columns"><div>
      ${testsSection(view.tests, language)}
      ${view.tests.length > 0 && proofSection(view.code, language)}
      ${conformitySection(view.conformity, language)}
      ${certificatesSection(view.certificates, language)}
      ${journeySection(view.journey, language)}
      </div><div>
      ${environmentSection(view.environment, language)}
      ${missingSection(view.missing, language)}
      ${reportSection(view.code, language)}
      </div></div>`,
    foot: html`<p>${texts.privacy[language]}</p>
      ${address && shareLine(`${productName(view, language)} ${view.code}`, address, language)}
      ${address && html`<p class="address">${texts.address[language]} ${address}</p>`}
      <p class="other"><a href="${home(language)}">${texts.otherBatch[language]}</a></p>`,
  });
}

/** What is in force comes first; where the verdict itself is the alarm, it and the origin do, and the measures follow. */
function answer(view: TraceView, language: Language): Html {
  const alerts = alertsSection(view.alerts, language);
  const verdict = verdictCard(view, language);
  const facts = factsCard(view, language);
  const rest = contents(view, language);
  return isGrave(shownVerdict(view))
    ? html`<div class="answer grave"><div class="judgement">${verdict}</div>${facts}<div class="measures">${alerts}</div>${rest}</div>`
    : html`<div class="answer"><div class="judgement">${alerts}${verdict}</div>${facts}${rest}</div>`;
}

function heading(view: TraceView, language: Language): Html {
  const { name, nameEn } = view.product;
  if (!nameEn) return named(name, language);
  if (language === 'en') return html`${nameEn} <small lang="zh-CN">${name}</small>`;
  return html`${name} <small lang="en">${nameEn}</small>`;
}

function productName({ product }: TraceView, language: Language): string {
  return language === 'en' && product.nameEn ? product.nameEn : product.name;
}

/** Only a web address is one; anything else the data may hold is left out. */
function ownAddress(url: string): string | undefined {
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined;
}
