import { useCallback, useEffect, useState } from 'react';
import type { Submission } from '../api.ts';
import { useLanguage } from '../app/language.ts';
import { useTexts } from '../app/texts.ts';
import { handIn } from '../queue/hand-in.ts';
import { type Draft, database, type Photo, type Profile, type Task } from '../store/database.ts';
import { useDraft } from '../store/useDraft.ts';
import { askedOf } from './asked.ts';
import { PhotoStrip } from './PhotoStrip.tsx';
import { Signature } from './Signature.tsx';

const choices = ['yes', 'no', 'not-applicable'] as const;

const keep = async (draft: Draft) => (await database()).put('drafts', draft);

/** One inspection, filled in with network or without: every answer is stored as it is given. */
export function InspectionPage({ id, profile }: { id: string; profile: Profile }) {
  const t = useTexts();
  const language = useLanguage();
  const [task, setTask] = useState<Task | null>(null);
  const { draft, begin, change, end } = useDraft(keep);
  const [missing, setMissing] = useState(false);

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
  const asked = askedOf(task.checklist, task.producer.kind, draft.answers);
  const open = asked.filter(({ item }) => !draft.answers[item]?.answer);

  const finish = async () => {
    if (open.length > 0) {
      setMissing(true);
      document.getElementById(`item-${open[0]?.item}`)?.scrollIntoView({ block: 'center' });
      return;
    }
    const answers: Submission['answers'] = asked.map(({ item }) => {
      const { answer = 'not-applicable', note } = draft.answers[item] ?? {};
      return { item, answer, ...(note?.trim() && { note: note.trim() }) };
    });
    const handedInAt = new Date().toISOString();
    const photos = draft.photos;
    const point = photos.findLast((photo) => photo.point)?.point;
    end();
    await handIn({
      kind: 'inspection',
      id,
      title: task.producer.name,
      handedInAt,
      photos,
      body: {
        answers,
        begunAt: draft.begunAt,
        finishedAt: handedInAt,
        photos: photos.map(({ sha256 }) => sha256),
        photoDetails: photos,
        clockAheadSeconds: profile.clockAheadSeconds,
        ...(point && { point }),
      },
    });
  };

  return (
    <>
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
          <PhotoStrip item={item} label={text[language]} photos={draft.photos} onPhotos={changePhotos} />
        </fieldset>
      ))}
      <Signature
        signed={draft.photos.some(({ item }) => item === 'signature')}
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
        <button type="button" className="primary" onClick={() => void finish()}>
          {t('handIn')}
        </button>
        <p className="note">{t('handInHint')}</p>
      </div>
    </>
  );
}
