import type { Warning } from '../api/types.ts';
import { readWarning } from './merge.ts';
import { type PlatformFault, readFaults } from './platform-faults.ts';

/** `paused`: the tab is hidden, the browser's few connections are left to the tabs somebody looks at. */
export type StreamState = 'connecting' | 'live' | 'reconnecting' | 'paused';

interface Listeners {
  onState(state: StreamState): void;
  onWarning(warning: Warning): void;
  /** What of the platform does not work now. */
  onFaults(faults: readonly PlatformFault[]): void;
  /** Live for the first time, or after a break that cannot be resumed: what was loaded before may be out of date. */
  onFresh(): void;
  /** The server ended or refused the stream; the session may be over. */
  onRefused(): void;
}

const address = '/api/v1/warnings/stream';
const hiddenFor = 30_000;
const slowest = 60_000;

/** Wait before try `attempt` (0, 1, …): doubling to one minute, spread so that a whole office does not come back at once. */
export function retryDelay(attempt: number, random: number): number {
  return Math.min(slowest, 2_000 * 2 ** attempt) * (0.5 + random / 2);
}

/**
 * Follows the warnings. A browser resumes a broken stream by itself; one that was refused (status 4xx, 5xx) is opened again
 * here, naming the last event, so that nothing in between is lost. Over HTTP/1.1 a browser has six connections a host for all
 * its tabs: a hidden tab gives its own back.
 */
export function followWarnings(listeners: Listeners): () => void {
  let source: EventSource | undefined;
  let lastEventId = '';
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let paused = false;

  const open = () => {
    const query = lastEventId ? `?lastEventId=${encodeURIComponent(lastEventId)}` : '';
    source = new EventSource(address + query);
    source.addEventListener('open', () => {
      attempt = 0;
      listeners.onState('live');
      // What still does not work is told again behind this.
      listeners.onFaults([]);
      if (!lastEventId) listeners.onFresh();
    });
    source.addEventListener('warning', (event) => {
      lastEventId = event.lastEventId || lastEventId;
      const warning = readWarning(event.data);
      if (warning) listeners.onWarning(warning);
    });
    source.addEventListener('platform', (event) => listeners.onFaults(readFaults(event.data)));
    source.addEventListener('error', () => {
      listeners.onState('reconnecting');
      if (source?.readyState !== EventSource.CLOSED) return;
      listeners.onRefused();
      lastEventId = attempt > 0 ? '' : lastEventId;
      timer = setTimeout(open, retryDelay(attempt, Math.random()));
      attempt += 1;
    });
  };

  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };

  const followVisibility = () => {
    clearTimeout(hiding);
    if (document.hidden) {
      hiding = setTimeout(() => {
        paused = true;
        close();
        listeners.onState('paused');
      }, hiddenFor);
    } else if (paused) {
      paused = false;
      listeners.onState('connecting');
      open();
    }
  };
  let hiding: ReturnType<typeof setTimeout> | undefined;

  document.addEventListener('visibilitychange', followVisibility);
  listeners.onState('connecting');
  open();
  return () => {
    document.removeEventListener('visibilitychange', followVisibility);
    clearTimeout(hiding);
    close();
  };
}
