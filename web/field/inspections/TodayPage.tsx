import { useCallback, useEffect, useState } from 'react';
import { api, Refused } from '../api.ts';
import { useLanguage } from '../app/language.ts';
import { useTexts } from '../app/texts.ts';
import { Numbers } from '../numbers/Numbers.tsx';
import { QueueList } from '../queue/QueueList.tsx';
import { changed, tellChanged, useQueue } from '../queue/useQueue.ts';
import { type Draft, database, forgetAll, type Profile, type SampleDraft, type Task } from '../store/database.ts';
import { countUnsent } from '../store/unsent.ts';
import { DeviceNotes } from './DeviceNotes.tsx';
import { refresh } from './refresh.ts';
import { writeMoment } from './time.ts';

interface Props {
  profile: Profile;
  onProfile(profile: Profile | null): void;
}

interface Kept {
  tasks: Task[];
  drafts: Map<string, Draft>;
  samples: SampleDraft[];
}

/** What is to do, what is in work, and what was handed in: each with its state, with network or without. */
export function TodayPage({ profile, onProfile }: Props) {
  const t = useTexts();
  const language = useLanguage();
  const queue = useQueue();
  const [kept, setKept] = useState<Kept>({ tasks: [], drafts: new Map(), samples: [] });
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    const read = async () => {
      const store = await database();
      const [tasks, drafts, samples] = await Promise.all([
        store.getAll('tasks'),
        store.getAll('drafts'),
        store.getAll('sampleDrafts'),
      ]);
      setKept({ tasks, drafts: new Map(drafts.map((draft) => [draft.id, draft])), samples });
    };
    void read();
    changed.addEventListener('change', read);
    return () => changed.removeEventListener('change', read);
  }, []);

  const update = useCallback(async () => {
    setBusy(true);
    setFault(null);
    try {
      onProfile(await refresh(profile.user));
      tellChanged();
    } catch (error) {
      if (error instanceof Refused && error.status === 401) location.hash = '/sign-in';
      else setFault(error instanceof Refused ? error.text[language] : t('noNetwork'));
    } finally {
      setBusy(false);
    }
  }, [profile, onProfile, language, t]);

  const signOut = async () => {
    const unsent = await countUnsent();
    if (unsent > 0) {
      setFault(t('signOutUnsent', { count: unsent }));
      return;
    }
    await api.DELETE('/api/v1/session').catch(() => undefined);
    await forgetAll();
    onProfile(null);
  };

  const handedIn = new Set(queue.items.map(({ id }) => id));
  const open = kept.tasks.filter(({ id }) => !handedIn.has(id));
  return (
    <>
      <DeviceNotes profile={profile} />
      <section aria-labelledby="to-do">
        <h1 id="to-do">{t('today')}</h1>
        <div className="line">
          <a className="button" href="#/scan">
            {t('scan')}
          </a>
          <a className="button" href="#/sample">
            {t('drawSample')}
          </a>
          <button type="button" disabled={busy} onClick={() => void update()}>
            {t('refresh')}
          </button>
        </div>
        <p className="note">
          {profile.user.displayName} · {profile.user.divisionName} ·{' '}
          {t('refreshedAt', { time: writeMoment(profile.refreshedAt, language) })}
        </p>
        {fault && (
          <p className="fault" role="alert">
            {fault}
          </p>
        )}
        {kept.samples.map(({ number, fields }) => (
          <p key={number} className="card">
            ✎ {t('sampleInWork')} <code>{number}</code> {fields.batchCode}{' '}
            <a className="button" href={`#/samples/${number}`}>
              {t('goOn')}
            </a>
          </p>
        ))}
        {open.length === 0 && <p className="note">{t('noTasks')}</p>}
        <ul className="list">
          {open.map(({ id, producer, checklist }) => (
            <li key={id} className="card">
              <h2>{producer.name}</h2>
              <p>
                {producer.divisionName} · {checklist.title[language]}
              </p>
              {kept.drafts.has(id) && <p className="state">✎ {t('draft')}</p>}
              <a className="button primary" href={`#/inspections/${id}`}>
                {t(kept.drafts.has(id) ? 'goOn' : 'begin')}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <Numbers profile={profile} />
      <QueueList {...queue} />
      <button type="button" className="quiet" onClick={() => void signOut()}>
        {t('signOut')}
      </button>
    </>
  );
}
