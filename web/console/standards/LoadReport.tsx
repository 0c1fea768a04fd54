import type { StandardChange, StandardImportReport } from '../api/types.ts';
import { DataTable } from '../shared/DataTable.tsx';
import { useBilingual } from '../shared/texts.ts';
import { ChangesTable } from './edition/ChangesTable.tsx';
import { changeKinds } from './edition/texts.ts';
import { useStandardsTexts } from './texts.ts';

/** What was read of a file, what is wrong with it row by row, and what it would change. */
export function LoadReport({ report }: { report: StandardImportReport }) {
  const t = useStandardsTexts();
  const inLanguage = useBilingual();
  const { rows, entries, exempt, headings, added, changed, removed, same, problems, changes } = report;
  const differences: StandardChange[] = changeKinds.flatMap((change) =>
    changes[change].map((row) => ({ change, ...row })),
  );
  return (
    <section aria-label={t('report')} aria-live="polite" data-testid="load-report">
      <p>{t('read', { rows, entries, exempt, headings })}</p>
      <p>{t('compared', { added, changed, removed, same })}</p>
      <h3>{t('problems')}</h3>
      {problems.length >= mostProblems && <p className="note">{t('problemsShown', { count: problems.length })}</p>}
      <DataTable
        caption={t('problems')}
        testId="load-problem"
        rows={problems}
        rowKey={({ line, column, message }) => `${line} ${column} ${message}`}
        list={whole}
        empty={t('noProblems')}
        columns={[
          { key: 'line', title: t('problemLine'), names: true, render: ({ line }) => line },
          { key: 'column', title: t('problemColumn'), render: ({ column }) => column },
          {
            key: 'problem',
            title: t('problem'),
            render: ({ text, message }) => (text ? inLanguage(text) : message),
          },
        ]}
      />
      {differences.length > 0 && (
        <>
          <h3>{t('changes')}</h3>
          {differences.length < added + changed + removed && <p className="note">{t('changesShown')}</p>}
          <ChangesTable caption={t('changes')} changes={differences} list={whole} empty="" />
        </>
      )}
    </section>
  );
}

/** The server lists no more. */
const mostProblems = 500;

/** A table that is here whole, so that it can be exported. */
const whole = { isPending: false, error: null, refetch: () => undefined };
