import { useCallback, useEffect, useState } from 'react';
import { Refused, Unreachable } from '../api.ts';
import { database } from '../store/database.ts';
import { isUnfinished, type QueueItem } from './item.ts';
import { sendQueue } from './send.ts';

export type Network = 'sending' | 'idle' | 'away' | 'sign-in';

const lookEveryMilliseconds = 20_000;

/** Tells every part of this page that what is stored has changed. */
export const changed = new EventTarget();
export const tellChanged = (): void => void changed.dispatchEvent(new Event('change'));

let network: Network = 'idle';
const setNetwork = (state: Network): void => {
  network = state;
  tellChanged();
};

/** One tab of this device sends at a time: the others find its lock taken. */
export async function flush(): Promise<void> {
  const items = await (await database()).getAll('queue');
  if (!items.some(isUnfinished)) return;
  await navigator.locks.request('agritrace-field-queue', { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    setNetwork('sending');
    try {
      await sendQueue(tellChanged);
      setNetwork('idle');
    } catch (error) {
      if (error instanceof Refused && error.status === 401) setNetwork('sign-in');
      else if (error instanceof Unreachable) setNetwork('away');
      else throw error;
    }
  });
}

/** What was handed in, as it stands; sent at the start, when the network is back, when the app is looked at, and every so often. */
export function useQueue(): { items: QueueItem[]; network: Network; send: () => void } {
  const [state, setState] = useState<{ items: QueueItem[]; network: Network }>({ items: [], network });
  const send = useCallback(() => void flush(), []);

  useEffect(() => {
    const read = async () => {
      const items = await (await database()).getAll('queue');
      setState({ items: items.toSorted((a, b) => b.handedInAt.localeCompare(a.handedInAt)), network });
    };
    void read();
    send();
    const timer = setInterval(send, lookEveryMilliseconds);
    const visible = () => document.visibilityState === 'visible' && send();
    changed.addEventListener('change', read);
    window.addEventListener('online', send);
    document.addEventListener('visibilitychange', visible);
    return () => {
      clearInterval(timer);
      changed.removeEventListener('change', read);
      window.removeEventListener('online', send);
      document.removeEventListener('visibilitychange', visible);
    };
  }, [send]);
  return { ...state, send };
}
