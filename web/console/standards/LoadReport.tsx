import type { StandardImportReport } from '../api/types.ts';
import { DataTable } from '../shared/DataTable.tsx';
import { useBilingual } from '../shared/texts.ts';
import { useStandardsTexts } from './texts.ts';

/** What was read of a file, what is wrong with it, and what it would change. */
export function LoadReport({ report }: { report: StandardImportReport }) {
  const t = useStandardsTexts();
  const inLanguage = useBilingual();
  const { rows, entries, exempt, headings, added, changed, removed, same, problems, changes } = report;
  const differences = [...changes.removed, ...changes.changed, ...changes.added];
  return (
    <section aria-label={t('report')} aria-live="polite" data-testid="load-report">
      <p>{t('read', { rows, entries, exempt, headings })}</p>
      <p>{t('compared', { added, changed, removed, same })}</p>
      {problems.length > 0 && (
        <>
          <h3>{t('problems')}</h3>
          <ul>
            {problems.map((problem) => (
              <li key={`${problem.line} ${problem.column}`}>
                {t('line', {
                  line: problem.line,
                  column: problem.column ?? '',
                  message: problem.text ? inLanguage(problem.text) : problem.message,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {differences.length > 0 && (
        <DataTable
          caption={t('changes')}
          rows={differences}
          rowKey={({ subject }) => subject}
          empty=""
          columns={[
            {
              key: 'what',
              title: t('changes'),
              names: true,
              render: ({ subject }) => subject,
            },
            { key: 'before', title: t('before'), render: ({ before }) => before ?? '—' },
            { key: 'after', title: t('after'), render: ({ after }) => after ?? '—' },
          ]}
        />
      )}
    </section>
  );
}
