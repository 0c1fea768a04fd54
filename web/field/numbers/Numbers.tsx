import { useEffect, useState } from 'react';
import { Refused } from '../api.ts';
import { useLanguage } from '../app/language.ts';
import { useTexts } from '../app/texts.ts';
import { changed, tellChanged } from '../queue/useQueue.ts';
import type { Profile } from '../store/database.ts';
import { countUnsent } from '../store/unsent.ts';
import { returnNumbers } from './hand-over.ts';
import { numbersHere } from './here.ts';
import { freeNumbers } from './numbers.ts';

interface Free {
  sample: string[];
  seal: string[];
}

/** What is left of the numbers that the office handed out, and their way back. */
export function Numbers({ profile }: { profile: Profile }) {
  const t = useTexts();
  const language = useLanguage();
  const [free, setFree] = useState<Free>({ sample: [], seal: [] });
  const [fault, setFault] = useState<string | null>(null);

  useEffect(() => {
    const read = async () => {
      const { given, phone } = await numbersHere();
      const of = (kind: 'sample' | 'seal') => freeNumbers(given, kind, phone);
      setFree({ sample: of('sample'), seal: of('seal') });
    };
    void read();
    changed.addEventListener('change', read);
    return () => changed.removeEventListener('change', read);
  }, []);

  const giveBack = async () => {
    setFault(null);
    const unsent = await countUnsent();
    if (unsent > 0) return setFault(t('signOutUnsent', { count: unsent }));
    try {
      await returnNumbers(profile.user.username);
    } catch (error) {
      setFault(error instanceof Refused ? error.text[language] : t('noNetwork'));
    }
    tellChanged();
  };

  if (free.sample.length + free.seal.length === 0) return null;
  return (
    <section className="card" aria-labelledby="numbers">
      <h2 id="numbers">{t('numbers')}</h2>
      <p>
        {t('sampleNumbersLeft', { count: free.sample.length })} · {t('sealsLeft', { count: free.seal.length })}
        {free.seal.length > 0 && ` (${free.seal[0]} …)`}
      </p>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <button type="button" onClick={() => void giveBack()}>
        {t('returnNumbers')}
      </button>
    </section>
  );
}
