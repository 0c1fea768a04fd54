import { useEffect, useRef, useState } from 'react';
import type { Warning } from '../api/types.ts';
import { useDivisionName } from '../producers/queries.ts';
import { useBilingual } from '../shared/texts.ts';
import { type Level, levels, useLevelWord } from './levels.ts';
import { countByLevel } from './merge.ts';
import { ring } from './sound.ts';
import { useWarningsTexts } from './texts.ts';
import { useWarningStream } from './warning-stream.ts';

const quietFor = 5_000;

function gravest(warnings: readonly Warning[]): Level {
  return levels.find((level) => warnings.some((warning) => warning.level === level)) ?? 'blue';
}

/** Says at most every five seconds what arrived: a summary, politely; a new red warning at once. It sounds where somebody wants that. */
export function Announcer() {
  const t = useWarningsTexts();
  const word = useLevelWord();
  const bilingual = useBilingual();
  const divisionName = useDivisionName();
  const { subscribe } = useWarningStream();
  const [summary, setSummary] = useState('');
  const [alarm, setAlarm] = useState('');
  const say = useRef<(warnings: Warning[]) => void>(() => {});

  useEffect(() => {
    say.current = (warnings) => {
      const counts = countByLevel(warnings);
      const parts = levels.filter((level) => counts[level] > 0).map((level) => `${word(level)} ${counts[level]}`);
      setSummary(t('announce', { count: warnings.length, levels: parts.join(', ') }));
      const red = warnings.find(({ level }) => level === 'red');
      if (red) setAlarm(`${t('redAlarm')} ${bilingual(red.title)} ${divisionName(red.divisionCode, red.divisionName)}`);
    };
  }, [t, word, bilingual, divisionName]);

  useEffect(() => {
    const told = new Set<string>();
    let waiting: Warning[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      timer = undefined;
      if (waiting.length === 0) return;
      say.current(waiting);
      void ring(gravest(waiting));
      waiting = [];
      timer = setTimeout(tell, quietFor);
    };
    const stop = subscribe((warning) => {
      // Only what began just now is news; what people did about it, or that it ended, is not.
      const occurrence = `${warning.id} ${warning.occurrences}`;
      if (warning.state !== 'open' || !warning.active || warning.quiet || told.has(occurrence)) return;
      told.add(occurrence);
      waiting.push(warning);
      if (timer === undefined) tell();
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [subscribe]);

  return (
    <>
      <div className="hidden" role="status" aria-live="polite" data-testid="warning-announcement">
        {summary}
      </div>
      <div className="hidden" role="alert">
        {alarm}
      </div>
    </>
  );
}
