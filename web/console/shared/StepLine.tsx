import { People } from './People.tsx';
import { Time } from './Time.tsx';
import { type Due, TimeLeft } from './TimeLeft.tsx';
import { useSharedTexts } from './texts-shared.ts';

export interface LineStep {
  key: string;
  title: string;
  /** `ended`: it will not come any more. */
  state: 'done' | 'now' | 'to-come' | 'ended';
  /** Of a step that is done. */
  by?: string | undefined;
  at?: string | undefined;
  note?: string | undefined;
  /** Of a step that is waited for. */
  due?: Due | undefined;
  /** Who may take it. */
  who?: string | undefined;
  /** Why the reader may not. */
  refused?: string | undefined;
}

const looks = { done: 'past', now: 'present', 'to-come': 'future', ended: 'future' } as const;

/** Where a record stands: what was done by whom and when, what is waited for and for how long, who may take what comes next. */
export function StepLine({ steps }: { steps: LineStep[] }) {
  const t = useSharedTexts();
  return (
    <ol className="state-line" aria-label={t('steps')}>
      {steps.map((step) => (
        <li key={step.key} className={looks[step.state]} aria-current={step.state === 'now' ? 'step' : undefined}>
          <strong>{step.title}</strong>
          {step.at && (
            <span className="under">
              {step.by && <People usernames={[step.by]} />} <Time at={step.at} />
            </span>
          )}
          {step.note && <span className="under">{step.note}</span>}
          {step.due && step.state === 'now' && (
            <div>
              <TimeLeft due={step.due} />
            </div>
          )}
          {step.who && step.state !== 'done' && <span className="under">{t('doneBy', { who: step.who })}</span>}
          {step.refused && step.state === 'now' && <span className="under">{t('notYou', { why: step.refused })}</span>}
          {step.state === 'ended' && <span className="under">{t('stepEnded')}</span>}
        </li>
      ))}
    </ol>
  );
}
