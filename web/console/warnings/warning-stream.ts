import { createContext, useContext } from 'react';
import type { Warning } from '../api/types.ts';
import type { StreamState } from './connection.ts';

export interface WarningStream {
  state: StreamState;
  /** Called with each warning as it changes; gives back how to stop. */
  subscribe(listener: (warning: Warning) => void): () => void;
}

export const WarningStreamContext = createContext<WarningStream>({ state: 'connecting', subscribe: () => () => {} });

export function useWarningStream(): WarningStream {
  return useContext(WarningStreamContext);
}
