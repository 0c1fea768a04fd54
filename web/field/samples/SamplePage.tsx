import { type FormEvent, useEffect, useState } from 'react';
import type { NewSample } from '../api.ts';
import { useTexts } from '../app/texts.ts';
import { PhotoStrip } from '../inspections/PhotoStrip.tsx';
import { HandingIn } from '../queue/HandingIn.tsx';
import { handIn } from '../queue/hand-in.ts';
import { tellChanged } from '../queue/useQueue.ts';
import { database, type Photo, type Profile, type SampleDraft } from '../store/database.ts';
import { useDraft } from '../store/useDraft.ts';
import { begunBefore, wantedBy } from './begun.ts';
import { newSampleNumber } from './number.ts';

const planKinds = ['supervised-check', 'routine-monitoring', 'risk-monitoring'] as const;

const keep = async (draft: SampleDraft) => (await database()).put('sampleDrafts', draft);

/** One sample, drawn with network or without: its number is there before the seal is written, every field stored as it is typed. */
export function SamplePage({ route, profile }: { route: string; profile: Profile }) {
  const t = useTexts();
  const { draft, begin, change, during, end, drop } = useDraft(keep);
  const [handingIn, setHandingIn] = useState(false);

  useEffect(() => {
    void database().then(async (store) => {
      const wanted = wantedBy(route);
      const begun = begunBefore(await store.getAll('sampleDrafts'), wanted);
      const usual = { planKind: 'supervised-check', firstSampler: profile.user.displayName };
      const fields = { ...usual, ...(wanted.batchCode && { batchCode: wanted.batchCode }) };
      begin(begun ?? { number: newSampleNumber(new Date()), fields, photos: [] });
    });
  }, [route, profile, begin]);

  if (!draft) return null;
  const setField = (name: string, value: string) =>
    change((before) => ({ ...before, fields: { ...before.fields, [name]: value } }));
  const isSupervised = draft.fields.planKind === 'supervised-check';

  const finish = async (event: FormEvent) => {
    event.preventDefault();
    const now = Date.now();
    setHandingIn(true);
    const last = await end();
    if (!last) return;
    await handIn({
      kind: 'sample',
      id: last.number,
      title: `${t('drawSample')} ${last.number}`,
      handedInAt: new Date(now).toISOString(),
      photos: last.photos,
      body: sampleOf(last, new Date(now - Math.max(0, profile.clockAheadSeconds) * 1000)),
    });
  };
  const discard = async () => {
    drop();
    await (await database()).delete('sampleDrafts', draft.number);
    tellChanged();
    location.hash = '';
  };
  const field = (name: Parameters<typeof t>[0], required = false) => (
    <label>
      {t(name)}
      <input
        value={draft.fields[name] ?? ''}
        required={required}
        maxLength={64}
        autoComplete="off"
        onChange={({ target }) => setField(name, target.value)}
      />
    </label>
  );

  return (
    <HandingIn now={handingIn}>
      <form onSubmit={(event) => void finish(event)}>
        <p>
          <a href="#/">← {t('back')}</a>
        </p>
        <h1>{t('drawSample')}</h1>
        <section className="card">
          <p className="note">{t('sampleNumber')}</p>
          <p className="number">
            <code>{draft.number}</code>
          </p>
        </section>
        {field('batchCode', true)}
        <label>
          {t('planKind')}
          <select value={draft.fields.planKind} onChange={({ target }) => setField('planKind', target.value)}>
            {planKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(kind)}
              </option>
            ))}
          </select>
        </label>
        {field('firstSampler', true)}
        {field('secondSampler', isSupervised)}
        {isSupervised && <p className="note">{t('secondNeeded')}</p>}
        {field('place')}
        {field('sealNumber', isSupervised)}
        {field('retainedSeal')}
        {draft.fields.retainedSeal?.trim() && field('keptAt', true)}
        <PhotoStrip
          item="sample"
          label={t('drawSample')}
          photos={draft.photos}
          during={during}
          onPhotos={(of: (photos: Photo[]) => Photo[]) =>
            change((before) => ({ ...before, photos: of(before.photos) }))
          }
        />
        <div className="finish">
          <button type="submit" className="primary">
            {t('handIn')}
          </button>{' '}
          <button type="button" className="quiet" onClick={() => void discard()}>
            {t('discard')}
          </button>
          <p className="note">{t('handInHint')}</p>
        </div>
      </form>
    </HandingIn>
  );
}

/** `at` by the platform's clock, as far as it is known: no sample is of the future. */
function sampleOf({ number, fields }: SampleDraft, at: Date): NewSample {
  const given = (name: string) => fields[name]?.trim() ?? '';
  const [place, sealNumber, retainedSeal] = ['place', 'sealNumber', 'retainedSeal'].map(given);
  return {
    number,
    batchCode: given('batchCode'),
    planKind: given('planKind') as NewSample['planKind'],
    drawnAt: at.toISOString(),
    samplers: ['firstSampler', 'secondSampler'].map(given).filter(Boolean),
    ...(place && { place }),
    ...(sealNumber && { sealNumber }),
    ...(retainedSeal && { retained: { sealNumber: retainedSeal, keptAt: given('keptAt') } }),
  };
}
