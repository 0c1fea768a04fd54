import type { Standard } from '../api/types.ts';
import { Chip } from '../shared/Chip.tsx';
import { exportAddress } from './queries.ts';
import { useStandardsTexts } from './texts.ts';

/** What is known of an edition, in the same words wherever it stands. */

export function Export({ code, version }: { code: string; version?: number }) {
  return (
    <span className="links">
      {(['xlsx', 'csv'] as const).map((form) => (
        <a key={form} href={exportAddress({ code, form, version })} download>
          {form.toUpperCase()}
        </a>
      ))}
    </span>
  );
}

/** Whether it is in force today. */
export function State({ state }: Pick<Standard, 'state'>) {
  const t = useStandardsTexts();
  return <Chip tone={state === 'in-force' ? 'good' : 'caution'}>{t(state)}</Chip>;
}

/** From when to when it is in force, and what ends it. */
export function Term({ effectiveFrom, effectiveTo, replacedBy }: Standard) {
  const t = useStandardsTexts();
  return (
    <>
      {effectiveTo === undefined
        ? effectiveFrom && t('openEnd', { day: effectiveFrom })
        : t('fromTo', { from: effectiveFrom ?? '', to: effectiveTo })}
      {replacedBy && ` · ${t('replacedBy', { code: replacedBy })}`}
    </>
  );
}

export function Completeness({ rows, rowsInStandard, complete }: Standard) {
  const t = useStandardsTexts();
  return (
    <>
      {rowsInStandard === undefined ? rows : t('rowsOf', { rows, all: rowsInStandard })}{' '}
      <Chip tone={complete ? 'good' : 'caution'}>{complete ? t('complete') : t('incomplete')}</Chip>
    </>
  );
}
