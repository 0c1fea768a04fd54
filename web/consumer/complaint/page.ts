import { documentOf, home } from '../document.ts';
import { moment } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Language, named } from '../language.ts';
import { texts } from '../texts/page.ts';
import { type ComplaintState, complaintTexts, kinds, stateWords } from './texts.ts';

/** What somebody has typed so far, given back when it could not be taken. */
export interface ComplaintForm {
  kind?: string;
  text?: string;
  batchCode?: string;
  complainantName?: string;
  complainantPhone?: string;
  /** Names of the fields that could not be taken. */
  wrong: readonly string[];
}

export interface ComplaintProgress {
  state: ComplaintState;
  receivedAt: string;
  divisionName: string;
  dueBy?: string | undefined;
  answer?: { text: string; at: string } | undefined;
}

/** The form of the public: no account, no script. */
export function renderComplaintForm(form: ComplaintForm, language: Language): string {
  const t = (key: keyof typeof complaintTexts) => complaintTexts[key][language];
  const invalid = (name: string) => form.wrong.includes(name) && html` aria-invalid="true"`;
  const mark = (name: string) => form.wrong.includes(name) && html` <b class="state-invalid">✕</b>`;
  const line = (name: 'batchCode' | 'complainantName' | 'complainantPhone', label: string) => html`<p>
    <label for="${name}">${label}${mark(name)}</label>
    <input id="${name}" name="${name}" maxlength="40" autocomplete="off" value="${form[name] ?? ''}"${invalid(name)}></p>`;
  return framed(
    t('title'),
    language,
    html`<h1>${t('title')}</h1><p>${t('noAccount')}</p>
    ${form.wrong.length > 0 && html`<p role="alert"><b>${t('problem')}</b></p>`}
    <form action="/complaints?lang=${language}" method="post" enctype="multipart/form-data">
    <fieldset><legend>${t('kind')}${mark('kind')}</legend>${(['report', 'dispute'] as const).map(
      (kind) =>
        html`<p><label><input type="radio" name="kind" value="${kind}" required${form.kind === kind && html` checked`}> ${kinds[kind][language]}</label></p>`,
    )}</fieldset>
    <p><label for="text">${t('text')}${mark('text')}</label>
    <textarea id="text" name="text" rows="6" maxlength="2000" required${invalid('text')}>${form.text ?? ''}</textarea></p>
    ${line('batchCode', t('batch'))}<p><label for="photos">${t('photos')}${mark('photos')}</label>
    <input id="photos" name="photos" type="file" multiple accept="image/jpeg,image/png,image/webp" aria-describedby="photos-note"${invalid('photos')}>
    <small id="photos-note">${t('photosNote')}</small></p>${line('complainantName', t('name'))}${line('complainantPhone', t('phone'))}
    <button type="submit">${t('submit')}</button></form>
    <p><a href="/complaints/status?lang=${language}">${t('follow')}</a></p>`,
  );
}

export function renderComplaintReceived(queryCode: string, photos: number, language: Language): string {
  const t = (key: keyof typeof complaintTexts) => complaintTexts[key][language];
  return framed(
    t('received'),
    language,
    html`<h1>${t('received')}</h1><p>${t('keepCode')}</p><p><b class="code">${queryCode}</b></p>
    ${photos > 0 && html`<p>${t('photosKept')}${photos}</p>`}
    <p><a href="/complaints/status?lang=${language}">${t('follow')}</a></p>`,
  );
}

/** Asks for the query code, and tells what became of the complaint: `null` when no complaint has the code. */
export function renderComplaintStatus(progress: ComplaintProgress | null | undefined, language: Language): string {
  const t = (key: keyof typeof complaintTexts) => complaintTexts[key][language];
  return framed(
    t('follow'),
    language,
    html`<h1>${t('follow')}</h1>
    ${progress === null && html`<p role="alert"><b>${t('unknown')}</b></p>`}
    ${progress && told(progress, language)}
    <form action="/complaints/status?lang=${language}" method="post">
    <label for="queryCode">${t('queryCode')}</label>
    <div class="field"><input id="queryCode" name="queryCode" required maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false">
    <button type="submit">${t('look')}</button></div></form>`,
  );
}

function told({ state, receivedAt, divisionName, dueBy, answer }: ComplaintProgress, language: Language): Html {
  const t = (key: keyof typeof complaintTexts) => complaintTexts[key][language];
  return html`<dl><dt>${t('state')}</dt><dd><b>${stateWords[state][language]}</b></dd>
    <dt>${t('by')}</dt><dd>${named(divisionName, language)}</dd>
    <dt>${t('at')}</dt><dd>${moment(receivedAt, language)}</dd>
    ${dueBy && html`<dt>${t('due')}</dt><dd>${dueBy}</dd>`}
    ${answer && html`<dt>${t('answer')}</dt><dd>${named(answer.text, language)} · ${moment(answer.at, language)}</dd>`}</dl>`;
}

function framed(title: string, language: Language, main: Html): string {
  return documentOf({
    language,
    title,
    otherLanguage: language === 'zh' ? '?lang=en' : '?lang=zh',
    ownForms: true,
    main: html`<div class="lookup">${main}</div>`,
    foot: html`<p>${texts.privacy[language]}</p><p class="other"><a href="${home(language)}">${texts.otherBatch[language]}</a></p>`,
  });
}
