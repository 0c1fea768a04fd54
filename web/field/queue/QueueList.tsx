import { useLanguage } from '../app/language.ts';
import { useTexts } from '../app/texts.ts';
import { writeMoment } from '../inspections/time.ts';
import { isUnfinished, type QueueItem } from './item.ts';
import type { Network } from './useQueue.ts';

const glyphs = { waiting: '◌', files: '◐', done: '✓', conflict: '⇄', refused: '✕' } as const;

/** Each thing that was handed in with its own state, and what the network is doing. */
export function QueueList({ items, network, send }: { items: QueueItem[]; network: Network; send: () => void }) {
  const t = useTexts();
  const language = useLanguage();
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="queue">
      <div className="line">
        <h1 id="queue">{t('queue')}</h1>
        {items.some(isUnfinished) && (
          <button type="button" onClick={send} disabled={network === 'sending'}>
            {t('sendNow')}
          </button>
        )}
      </div>
      <p className="note" role="status">
        {t(network)}{' '}
        {network === 'sign-in' && (
          <a className="button" href="#/sign-in">
            {t('signInAgain')}
          </a>
        )}
      </p>
      <ul className="list">
        {items.map((item) => (
          <li key={item.id} className={`card ${item.state}`}>
            <h2>{item.title}</h2>
            <p className="state">
              <span aria-hidden="true">{glyphs[item.state]} </span>
              {t(item.state)}
            </p>
            <p className="note">
              {writeMoment(item.handedInAt, language)} · {t('photosTaken', { count: item.photos.length })}
            </p>
            {item.reason && <p className="fault">{item.reason[language]}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
