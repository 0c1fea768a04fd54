import type { Warning } from '../api/types.ts';
import { followWarnings, type Listeners, type StreamState } from './connection.ts';
import type { PlatformFault } from './platform-faults.ts';

const name = 'agritrace.warnings';
const hiddenFor = 30_000;

/** What the tab with the stream tells the others; `asking` is a tab that has just been opened. */
type Told =
  | { kind: 'asking' }
  | { kind: 'state'; state: StreamState }
  | { kind: 'faults'; faults: readonly PlatformFault[] }
  | { kind: 'warning'; warning: Warning; eventId: string }
  | { kind: 'fresh' }
  | { kind: 'refused' };

/**
 * One stream for all tabs of a browser, which over HTTP/1.1 has six connections a host for all of them. A tab that somebody looks
 * at holds it (a Web Lock) and tells the others; when it is closed, hidden for a while or stuck, another takes over from the last
 * event that was told. While no tab is looked at there is none.
 */
export function followTogether(listeners: Listeners): () => void {
  /** Browsers lend locks over HTTPS and on the own machine alone: elsewhere each tab has a stream of its own. */
  const locks: LockManager | undefined = navigator.locks;
  const channel = locks && new BroadcastChannel(name);
  let lastEventId = '';
  let now: { state: StreamState; faults: readonly PlatformFault[] } = { state: 'connecting', faults: [] };
  /** Given while this tab holds the stream, or waits for it. */
  let wanting: AbortController | undefined;
  let holding = false;
  let joined = false;
  let hiding: ReturnType<typeof setTimeout> | undefined;

  const hear = (told: Told): void => {
    if (told.kind === 'state') {
      now = { ...now, state: told.state };
      listeners.onState(told.state);
      // What changed while this tab was being opened was told to the others.
      if (told.state === 'live' && !joined && !holding) listeners.onFresh();
      joined ||= told.state === 'live';
    } else if (told.kind === 'faults') {
      now = { ...now, faults: told.faults };
      listeners.onFaults(told.faults);
    } else if (told.kind === 'warning') {
      lastEventId = told.eventId;
      listeners.onWarning(told.warning, told.eventId);
    } else if (told.kind === 'fresh') listeners.onFresh();
    else if (told.kind === 'refused') listeners.onRefused();
  };
  const say = (told: Told): void => {
    channel?.postMessage(told);
    hear(told);
  };

  channel?.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    if (data.kind !== 'asking') hear(data);
    else if (holding) {
      channel.postMessage({ kind: 'state', state: now.state } satisfies Told);
      channel.postMessage({ kind: 'faults', faults: now.faults } satisfies Told);
    }
  });

  /** Resolves when the stream is to be given back. */
  const hold = (given: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      holding = true;
      const stop = followWarnings(
        {
          onState: (state) => say({ kind: 'state', state }),
          onFaults: (faults) => say({ kind: 'faults', faults }),
          onWarning: (warning, eventId) => say({ kind: 'warning', warning, eventId }),
          onFresh: () => say({ kind: 'fresh' }),
          onRefused: () => say({ kind: 'refused' }),
        },
        lastEventId,
      );
      const end = () => {
        holding = false;
        stop();
        resolve();
      };
      if (given.aborted) end();
      else given.addEventListener('abort', end, { once: true });
    });

  const want = (): void => {
    if (wanting) return;
    wanting = new AbortController();
    const { signal } = wanting;
    // Given up while it waited.
    if (locks) locks.request(name, { signal }, () => hold(signal)).catch(() => undefined);
    else void hold(signal);
  };
  const giveBack = (): void => {
    if (holding) say({ kind: 'state', state: 'paused' });
    wanting?.abort();
    wanting = undefined;
  };

  const followVisibility = (): void => {
    clearTimeout(hiding);
    if (document.hidden) hiding = setTimeout(giveBack, hiddenFor);
    else want();
  };

  document.addEventListener('visibilitychange', followVisibility);
  listeners.onState('connecting');
  channel?.postMessage({ kind: 'asking' } satisfies Told);
  want();
  return () => {
    document.removeEventListener('visibilitychange', followVisibility);
    clearTimeout(hiding);
    wanting?.abort();
    channel?.close();
  };
}
