import { type FormEvent, useEffect, useState } from 'react';
import { useTexts } from '../app/texts.ts';
import { PhotoStrip } from '../inspections/PhotoStrip.tsx';
import { HandingIn } from '../queue/HandingIn.tsx';
import { handIn } from '../queue/hand-in.ts';
import { tellChanged } from '../queue/useQueue.ts';
import { database, type Photo, type Profile, type SampleDraft } from '../store/database.ts';
import { useDraft } from '../store/useDraft.ts';
import { doubledSeal, sampleOf } from './filled-in.ts';
import { type Opened, openDraft } from './open-draft.ts';

const planKinds = ['supervised-check', 'routine-monitoring', 'risk-monitoring'] as const;

/** In characters, as the platform takes them; codes and numbers are shorter than names. */
const longest: Record<string, number> = { firstSampler: 100, secondSampler: 100, place: 100, keptAt: 100 };

const keep = async (draft: SampleDraft) => (await database()).put('sampleDrafts', draft);

/** One sample, drawn with network or without: its number is there before the seal is written, every field stored as it is typed. */
export function SamplePage({ route, profile }: { route: string; profile: Profile }) {
  const t = useTexts();
  const { draft, begin, change, during, end, drop } = useDraft(keep);
  const [handingIn, setHandingIn] = useState(false);

  const [opened, setOpened] = useState<Opened>();
  const [doubled, setDoubled] = useState<string>();

  useEffect(() => {
    void openDraft(route, profile).then((found) => {
      setOpened(found);
      begin(found.draft);
    });
  }, [route, profile, begin]);

  if (!draft || !opened) return null;
  const setField = (name: string, value: string) =>
    change((before) => ({ ...before, fields: { ...before.fields, [name]: value } }));
  const isSupervised = draft.fields.planKind === 'supervised-check';

  const finish = async (event: FormEvent) => {
    event.preventDefault();
    const twice = doubledSeal(draft, opened.takenSeals);
    setDoubled(twice);
    if (twice !== undefined) return;
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
  const field = (name: Parameters<typeof t>[0], required = false, list?: string) => (
    <label>
      {t(name)}
      <input
        value={draft.fields[name] ?? ''}
        required={required}
        maxLength={longest[name] ?? 40}
        autoComplete="off"
        list={list}
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
        {field('sealNumber', isSupervised, 'seals')}
        {field('retainedSeal', false, 'seals')}
        <datalist id="seals">
          {opened.freeSeals.map((seal) => (
            <option key={seal} value={seal} />
          ))}
        </datalist>
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
          {doubled !== undefined && (
            <p className="fault" role="alert">
              {t('sealTaken', { seal: doubled })}
            </p>
          )}
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
