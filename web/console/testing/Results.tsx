import { Button } from 'antd';
import type { TracedResult } from '../api/types.ts';
import { Standing } from '../devices/calibrations/Standing.tsx';
import { People } from '../shared/People.tsx';
import { useBilingual, useWithEnglish } from '../shared/texts.ts';
import type { ResultAct } from './queries.ts';
import { useTestingTexts } from './texts.ts';
import { VerdictChip } from './VerdictChip.tsx';

interface Props {
  results: TracedResult[];
  /** What may be done with each of them now. */
  acts?: ResultAct[];
  onAct?(act: ResultAct, result: TracedResult): void;
}

/** Each result with its verdict and the verdict's own reasons. */
export function Results({ results, acts = [], onAct }: Props) {
  const t = useTestingTexts();
  const bilingual = useBilingual();
  const withEnglish = useWithEnglish();
  return (
    <ul className="results">
      {results.map((result) => {
        const { id, analyte, analyteEn, value, unit, method, loq, verdict, enteredBy, calibration } = result;
        return (
          <li key={id} data-testid="result-row">
            <div className="result-line">
              <strong>{withEnglish(analyte, analyteEn)}</strong>
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
              ]
                .filter(Boolean)
                .join(' · ')}
              {enteredBy && (
                <>
                  {' · '}
                  {t('enteredBy')} <People usernames={[enteredBy]} />
                </>
              )}
            </p>
            {acts.map((act) => (
              <Button key={act} size="small" onClick={() => onAct?.(act, result)}>
                {t(act)}
              </Button>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
