import { Link } from 'react-router';
import type { HoldReason } from '../api/types.ts';
import { Time } from '../shared/Time.tsx';
import { useBilingual } from '../shared/texts.ts';
import { useTraceabilityTexts } from './texts.ts';

/** Why a batch is held: in plain sight, each with the way to its cause. */
export function HoldReasons({ reasons, code }: { reasons: HoldReason[]; code: string }) {
  const t = useTraceabilityTexts();
  const bilingual = useBilingual();
  if (reasons.length === 0) return null;
  return (
    <section className="hold-reasons" aria-label={t('reasons')} data-testid="hold-reasons">
      <h2>{t('reasons')}</h2>
      <ul>
        {reasons.map((reason) => (
          <li key={`${reason.kind} ${reason.at} ${reason.fromBatch ?? ''}`}>
            {bilingual(reason.text)} · <Time at={reason.at} />
            {reason.by && ` · ${reason.by}`}
            {reason.sampleId && (
              <>
                {' · '}
                <Link to={`/samples/${reason.sampleId}`}>{t('seeSample')}</Link>
              </>
            )}
            {reason.fromBatch && reason.fromBatch !== code && (
              <>
                {' · '}
                {t('fromBatch')} <Link to={`/batches/${encodeURIComponent(reason.fromBatch)}`}>{reason.fromBatch}</Link>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
