import type { TracedResult } from '../api/types.ts';
import { Standing } from '../devices/calibrations/Standing.tsx';
import { useBilingual } from '../shared/texts.ts';
import { useTestingTexts } from './texts.ts';
import { VerdictChip } from './VerdictChip.tsx';

/** Each result with its verdict and the verdict's own reasons. */
export function Results({ results }: { results: TracedResult[] }) {
  const t = useTestingTexts();
  const bilingual = useBilingual();
  return (
    <ul className="results">
      {results.map(({ id, analyte, value, unit, method, loq, verdict, enteredBy, calibration }) => (
        <li key={id} data-testid="result-row">
          <div className="result-line">
            <strong>{analyte}</strong>
            <span className="result-value">
              {value} {unit}
            </span>
            <VerdictChip verdict={verdict.verdict} />
            {(calibration === 'overdue' || calibration === 'failed') && <Standing standing={calibration} />}
          </div>
          <p>{bilingual(verdict.explanation)}</p>
          <p className="under">
            {[
              verdict.limit && `${t('limit')} ${verdict.limit} ${verdict.unit ?? ''}`,
              [verdict.standard, verdict.clause].filter(Boolean).join(' '),
              verdict.food,
              method && `${t('method')} ${method}`,
              loq && `${t('loq')} ${loq}`,
              enteredBy && `${t('enteredBy')} ${enteredBy}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
