import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { sessionKey } from '../api/query-client.ts';
import type { Warning } from '../api/types.ts';
import { useMay, useSessionEnded } from '../identity/session.ts';
import { Announcer } from './Announcer.tsx';
import type { StreamState } from './connection.ts';
import type { PlatformFault } from './platform-faults.ts';
import { warningKey, warningsKey } from './queries.ts';
import { followTogether } from './shared-connection.ts';
import { type WarningStream, WarningStreamContext } from './warning-stream.ts';

/** One stream for all tabs; pages listen to it, and what is new is said aloud once for all of them. */
export function WarningStreamProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const allowed = useMay()('warnings:read');
  const ended = useSessionEnded();
  const [state, setState] = useState<StreamState>('connecting');
  const [faults, setFaults] = useState<readonly PlatformFault[]>([]);
  const listeners = useRef(new Set<(warning: Warning) => void>());

  useEffect(() => {
    if (!allowed || ended) return undefined;
    return followTogether({
      onState: setState,
      onFaults: setFaults,
      onWarning(warning) {
        client.setQueryData(warningKey(warning.id), warning);
        for (const listener of listeners.current) listener(warning);
      },
      onFresh: () => void client.invalidateQueries({ queryKey: warningsKey }),
      onRefused: () => void client.invalidateQueries({ queryKey: sessionKey }),
    });
  }, [allowed, ended, client]);

  const value = useMemo<WarningStream>(
    () => ({
      state,
      faults,
      subscribe(listener) {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
    }),
    [state, faults],
  );
  return (
    <WarningStreamContext value={value}>
      {children}
      <Announcer />
    </WarningStreamContext>
  );
}
