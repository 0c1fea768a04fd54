import { useCallback, useEffect, useState } from 'react';
import { askedItems } from '../../shared/asked-items.ts';
import type { Submission } from '../api.ts';
import { useLanguage } from '../app/language.ts';
import { useTexts } from '../app/texts.ts';
import { HandingIn } from '../queue/HandingIn.tsx';
import { handIn } from '../queue/hand-in.ts';
import type { Finished } from '../queue/item.ts';
import { type Draft, database, type Photo, type Profile, type Task } from '../store/database.ts';
import { useDraft } from '../store/useDraft.ts';
import { PhotoStrip } from './PhotoStrip.tsx';
import { Signature } from './Signature.tsx';

const choices = ['yes', 'no', 'not-applicable'] as const;

const keep = async (draft: Draft) => (await database()).put('drafts', draft);

/** One inspection, filled in with network or without: every answer is stored as it is given. */
export function InspectionPage({ id, profile }: { id: string; profile: Profile }) {
  const t = useTexts();
  const language = useLanguage();
  const [task, setTask] = useState<Task | null>(null);
  const { draft, begin, change, during, end } = useDraft(keep);
  const [missing, setMissing] = useState(false);
  const [drawn, setDrawn] = useState(false);
  const [handingIn, setHandingIn] = useState(false);

  useEffect(() => {
    void database().then(async (store) => {
      const [known, begun, queued] = await Promise.all([
        store.get('tasks', id),
        store.get('drafts', id),
        store.get('queue', id),
      ]);
      if (!known || queued) {
        location.hash = '';
        return;
      }
      setTask(known);
      begin(begun ?? { id, begunAt: new Date().toISOString(), answers: {}, photos: [] });
    });
  }, [id, begin]);

  const changePhotos = useCallback(
    (of: (photos: Photo[]) => Photo[]) => change((before) => ({ ...before, photos: of(before.photos) })),
    [change],
  );

  if (!task || !draft) return null;
  const asked = askedItems(task.checklist.items, task.producer.kind, (item) => draft.answers[item]?.answer);
  const open = asked.filter(({ item }) => !draft.answers[item]?.answer);

  const finish = async () => {
    setMissing(true);
    if (open.length > 0) {
      document.getElementById(`item-${open[0]?.item}`)?.scrollIntoView({ block: 'center' });
      return;
    }
    if (drawn) return;
    setHandingIn(true);
    const last = await end();
    if (last) await handIn(handedIn(task, last, profile));
  };

  return (
    <HandingIn now={handingIn}>
      <p>
        <a href="#/">← {t('back')}</a>
      </p>
      <h1>{task.producer.name}</h1>
      <p className="note">
        {task.producer.divisionName} · {task.checklist.title[language]}
      </p>
      {asked.map(({ item, text, clause }, index) => (
        <fieldset
          key={item}
          id={`item-${item}`}
          className={missing && !draft.answers[item]?.answer ? 'card missing' : 'card'}
        >
          <legend>
            {index + 1}. {text[language]}
          </legend>
          <p className="note">
            {t('clause')}: {clause}
          </p>
          <div className="choices">
            {choices.map((answer) => (
              <label key={answer}>
                <input
                  type="radio"
                  name={item}
                  checked={draft.answers[item]?.answer === answer}
                  onChange={() =>
                    change((before) => ({
                      ...before,
                      answers: { ...before.answers, [item]: { ...before.answers[item], answer } },
                    }))
                  }
                />
                {t(answer)}
              </label>
            ))}
          </div>
          <label>
            {t('note')}
            <input
              value={draft.answers[item]?.note ?? ''}
              maxLength={1000}
              onChange={({ target }) =>
                change((before) => ({
                  ...before,
                  answers: { ...before.answers, [item]: { ...before.answers[item], note: target.value } },
                }))
              }
            />
          </label>
          <PhotoStrip
            item={item}
            label={text[language]}
            photos={draft.photos}
            onPhotos={changePhotos}
            during={during}
          />
        </fieldset>
      ))}
      <Signature
        signed={draft.photos.some(({ item }) => item === 'signature')}
        drawn={drawn}
        onDrawn={setDrawn}
        during={during}
        onSigned={(photo) =>
          changePhotos((before) => [...before.filter(({ item }) => item !== 'signature'), ...(photo ? [photo] : [])])
        }
      />
      <div className="finish">
        <p role="status">{t('answered', { done: asked.length - open.length, all: asked.length })}</p>
        {missing && open.length > 0 && (
          <p className="fault" role="alert">
            {t('missing', { count: open.length })}
          </p>
        )}
        {missing && open.length === 0 && drawn && (
          <p className="fault" role="alert">
            {t('signatureOpen')}
          </p>
        )}
        <button type="button" className="primary" onClick={() => void finish()}>
          {t('handIn')}
        </button>
        <p className="note">{t('handInHint')}</p>
      </div>
    </HandingIn>
  );
}

function handedIn({ id, checklist, producer }: Task, draft: Draft, profile: Profile): Finished {
  const finishedAt = new Date().toISOString();
  const { begunAt, photos } = draft;
  const point = photos.findLast((photo) => photo.point)?.point;
  const asked = askedItems(checklist.items, producer.kind, (item) => draft.answers[item]?.answer);
  const answers: Submission['answers'] = asked.map(({ item }) => {
    const { answer = 'not-applicable', note } = draft.answers[item] ?? {};
    return { item, answer, ...(note?.trim() && { note: note.trim() }) };
  });
  return {
    kind: 'inspection',
    id,
    title: producer.name,
    handedInAt: finishedAt,
    photos,
    body: {
      answers,
      begunAt,
      finishedAt,
      photos: photos.map(({ sha256 }) => sha256),
      photoDetails: photos,
      clockAheadSeconds: profile.clockAheadSeconds,
      ...(point && { point }),
    },
  };
}
