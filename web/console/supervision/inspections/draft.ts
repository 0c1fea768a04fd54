import { useState } from 'react';

export interface Draft {
  answers: Partial<Record<string, string>>;
  notes: Record<string, string>;
  begunAt: string;
}

const nameOf = (id: string) => `agritrace.inspection.${id}`;

function readDraft(id: string, begunAt: string): Draft {
  const empty = { answers: {}, notes: {}, begunAt };
  const kept = localStorage.getItem(nameOf(id));
  if (kept === null) return empty;
  try {
    return { ...empty, ...(JSON.parse(kept) as Partial<Draft>) };
  } catch {
    return empty;
  }
}

/** What is filled in so far, kept on this device until it is handed in. */
export function useDraft(id: string, begunAt: string) {
  const [draft, setDraft] = useState(() => readDraft(id, begunAt));
  return {
    draft,
    change(part: Partial<Draft>) {
      const changed = { ...draft, ...part };
      localStorage.setItem(nameOf(id), JSON.stringify(changed));
      setDraft(changed);
    },
    forget: () => localStorage.removeItem(nameOf(id)),
  };
}
