import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Appearance } from './theme.ts';

const remembered = 'agritrace.appearance';
const system = window.matchMedia('(prefers-color-scheme: dark)');

interface Value {
  appearance: Appearance;
  toggle(): void;
}

const Context = createContext<Value>({ appearance: 'light', toggle: () => {} });

export function useAppearance(): Value {
  return useContext(Context);
}

function chosen(): Appearance | null {
  const value = localStorage.getItem(remembered);
  return value === 'light' || value === 'dark' ? value : null;
}

/** Follows the system until somebody chooses otherwise; choosing what the system has gives the choice back to it. */
export function AppearanceProvider({ children }: { children: ReactNode }) {
  const [systemDark, setSystemDark] = useState(system.matches);
  const [choice, setChoice] = useState(chosen);
  const bySystem: Appearance = systemDark ? 'dark' : 'light';
  const appearance = choice ?? bySystem;

  useEffect(() => {
    const follow = () => setSystemDark(system.matches);
    system.addEventListener('change', follow);
    return () => system.removeEventListener('change', follow);
  }, []);

  useEffect(() => {
    document.documentElement.dataset.appearance = appearance;
  }, [appearance]);

  const value = useMemo<Value>(
    () => ({
      appearance,
      toggle() {
        const next: Appearance = appearance === 'dark' ? 'light' : 'dark';
        if (next === bySystem) localStorage.removeItem(remembered);
        else localStorage.setItem(remembered, next);
        setChoice(next === bySystem ? null : next);
      },
    }),
    [appearance, bySystem],
  );
  return <Context value={value}>{children}</Context>;
}
