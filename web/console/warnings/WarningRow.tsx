import { Button } from 'antd';
import type { Warning } from '../api/types.ts';
import { Division } from '../producers/Division.tsx';
import { Chip, type Tone } from '../shared/Chip.tsx';
import { RelativeTime } from '../shared/Time.tsx';
import { useBilingual } from '../shared/texts.ts';
import { VerbButton } from '../shared/VerbButton.tsx';
import type { OnVerb } from './handling.tsx';
import { LevelChip } from './LevelChip.tsx';
import { isUnresolved, useStateWord } from './levels.ts';
import { useWarningsTexts } from './texts.ts';

const stateTones: Record<Warning['state'], Tone> = {
  open: 'caution',
  acknowledged: 'busy',
  handling: 'busy',
  resolved: 'good',
  closed: 'neutral',
  'false-alarm': 'neutral',
};

export function WarningStateChip({ state }: { state: Warning['state'] }) {
  const word = useStateWord();
  return (
    <Chip tone={stateTones[state]} testId="warning-state" state={state}>
      {word(state)}
    </Chip>
  );
}

interface Props {
  warning: Warning;
  onVerb: OnVerb;
  onDetails(): void;
}

export function WarningRow({ warning, onVerb, onDetails }: Props) {
  const t = useWarningsTexts();
  const bilingual = useBilingual();
  const title = bilingual(warning.title);
  return (
    <li className={`warning-row ${warning.level}`} data-testid="warning-row" data-warning={warning.id}>
      <div className="warning-marks">
        <LevelChip level={warning.level} />
        <WarningStateChip state={warning.state} />
        {warning.quiet && <Chip tone="neutral">{t(warning.quiet.because)}</Chip>}
      </div>
      <div className="warning-words">
        <h2>
          <button type="button" className="plain" onClick={onDetails} title={t('detailsOf', { title })}>
            {title}
          </button>
        </h2>
        <p>{bilingual(warning.detail)}</p>
        <p className="warning-facts">
          <span>
            <Division code={warning.divisionCode} name={warning.divisionName} />
          </span>
          {warning.siteName && <span>{warning.siteName}</span>}
          <span className={warning.active ? 'going-on' : undefined}>{warning.active ? t('active') : t('cleared')}</span>
          <RelativeTime at={warning.lastOccurredAt} />
          {warning.occurrences > 1 && <span>{t('occurrences', { count: warning.occurrences })}</span>}
        </p>
      </div>
      <div className="warning-verbs">
        {warning.state === 'open' && (
          <VerbButton verb="acknowledge" record={warning} type="primary" onClick={() => onVerb('acknowledge', warning)}>
            {t('acknowledge')}
          </VerbButton>
        )}
        {isUnresolved(warning) && (
          <VerbButton verb="resolve" record={warning} onClick={() => onVerb('resolve', warning)}>
            {t('resolve')}
          </VerbButton>
        )}
        <Button type="text" aria-label={t('detailsOf', { title })} onClick={onDetails}>
          {t('details')}
        </Button>
      </div>
    </li>
  );
}
