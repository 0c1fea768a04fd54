import type { Warning } from '../api/types.ts';
import { readWarning } from './merge.ts';
import { type PlatformFault, readFaults } from './platform-faults.ts';

/** `paused`: nobody looks at any tab of this browser. */
export type StreamState = 'connecting' | 'live' | 'reconnecting' | 'paused';

export interface Listeners {
  onState(state: StreamState): void;
  /** With the id of the event, from which the stream can be resumed. */
  onWarning(warning: Warning, eventId: string): void;
  /** What of the platform does not work now. */
  onFaults(faults: readonly PlatformFault[]): void;
  /** Live for the first time, or after a break that cannot be resumed: what was loaded before may be out of date. */
  onFresh(): void;
  /** The server ended or refused the stream; the session may be over. */
  onRefused(): void;
}

const address = '/api/v1/warnings/stream';
const slowest = 60_000;

/** Wait before try `attempt` (0, 1, …): doubling to one minute, spread so that a whole office does not come back at once. */
export function retryDelay(attempt: number, random: number): number {
  return Math.min(slowest, 2_000 * 2 ** attempt) * (0.5 + random / 2);
}

/**
 * Follows the warnings, from the event after `resumeAfter` on. A browser resumes a broken stream by itself; one that was refused
 * (status 4xx, 5xx) is opened again here, naming the last event, so that nothing in between is lost.
 * @returns how to stop
 */
export function followWarnings(listeners: Listeners, resumeAfter = ''): () => void {
  let source: EventSource | undefined;
  let lastEventId = resumeAfter;
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

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
      if (warning) listeners.onWarning(warning, lastEventId);
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

  listeners.onState('connecting');
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
