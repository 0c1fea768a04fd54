import { createContext, useContext } from 'react';
import type { Warning } from '../api/types.ts';
import type { StreamState } from './connection.ts';
import type { PlatformFault } from './platform-faults.ts';

export interface WarningStream {
  state: StreamState;
  /** What of the platform does not work. */
  faults: readonly PlatformFault[];
  /** Called with each warning as it changes; gives back how to stop. */
  subscribe(listener: (warning: Warning) => void): () => void;
}

export const WarningStreamContext = createContext<WarningStream>({
  state: 'connecting',
  faults: [],
  subscribe: () => () => {},
});

export function useWarningStream(): WarningStream {
  return useContext(WarningStreamContext);
}
