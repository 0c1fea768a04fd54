import { useEffect, useState } from 'react';
import { useTexts } from '../app/texts.ts';
import type { Profile } from '../store/database.ts';

/** Less is what an answer takes on its way. */
const clockTolerance = 60;

/** Whether this device can be relied on: does the browser keep what is stored, and is its clock right? */
export function DeviceNotes({ profile: { clockAheadSeconds } }: { profile: Profile }) {
  const t = useTexts();
  const [kept, setKept] = useState<boolean | null>(null);
  useEffect(() => {
    void navigator.storage?.persisted?.().then(setKept);
  }, []);
  const minutes = Math.round(Math.abs(clockAheadSeconds) / 60);
  return (
    <div className="device" aria-live="polite">
      {Math.abs(clockAheadSeconds) > clockTolerance && (
        <p className="warn">△ {t('clockOff', { minutes, direction: t(clockAheadSeconds > 0 ? 'ahead' : 'behind') })}</p>
      )}
      {kept !== null && <p className={kept ? 'note' : 'warn'}>{kept ? `✓ ${t('stored')}` : `△ ${t('notStored')}`}</p>}
    </div>
  );
}
