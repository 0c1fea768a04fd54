import { useSyncExternalStore } from 'react';
import type { Level } from './levels.ts';

const remembered = 'agritrace.sound';
const beats: Record<Level, number> = { red: 3, orange: 2, yellow: 1, blue: 1 };
const beatSeconds = 0.25;
const listeners = new Set<() => void>();
let context: AudioContext | undefined;

function isOn(): boolean {
  return localStorage.getItem(remembered) === 'on';
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** Whether warnings sound, in all tabs of this browser; off until somebody wants it. */
export function useSound(): { on: boolean; toggle(): void } {
  const on = useSyncExternalStore(follow, isOn);
  const toggle = () => {
    localStorage.setItem(remembered, on ? 'off' : 'on');
    for (const listener of listeners) listener();
    if (!on) void ring('yellow');
  };
  return { on, toggle };
}

/** Sounds once for a warning that began, in one tab: the graver, the more beats. Browsers keep silent until the page was touched once. */
export async function ring(level: Level): Promise<void> {
  if (!isOn() || !('AudioContext' in window)) return;
  if (!navigator.locks) return beat(beats[level]);
  await navigator.locks.request(remembered, { ifAvailable: true }, (lock) => (lock ? beat(beats[level]) : undefined));
}

async function beat(count: number): Promise<void> {
  context ??= new AudioContext();
  const audio = context;
  if (audio.state !== 'running' && navigator.userActivation?.hasBeenActive) await audio.resume();
  if (audio.state !== 'running') return;
  const ended = Array.from({ length: count }, (_, index) => {
    const tone = new OscillatorNode(audio, { frequency: 880 });
    const start = audio.currentTime + index * 2 * beatSeconds;
    tone.connect(audio.destination);
    tone.start(start);
    tone.stop(start + beatSeconds);
    return new Promise((resolve) => tone.addEventListener('ended', resolve));
  });
  await Promise.all(ended);
}
