import { App, Button } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { WorkItem } from '../../../api/types.ts';
import { useKeptInput } from '../../../shared/kept-input.ts';
import { ProblemNote } from '../../../shared/ProblemNote.tsx';
import { useBilingual, useWithEnglish } from '../../../shared/texts.ts';
import { ProductName } from '../../../standards/ProductName.tsx';
import { VerdictChip } from '../../VerdictChip.tsx';
import { GridCell } from './GridCell.tsx';
import {
  type EntryRow,
  gridColumns,
  isReadable,
  type Place,
  pasted,
  rowsOf,
  tableOfRows,
  withCell,
  withTyped,
} from './grid.ts';
import { useStoreResults, useTrial } from './queries.ts';
import { useGridTexts } from './texts.ts';

/** Results of many tests typed or pasted as in a spreadsheet, each judged before it is stored, stored together or not at all. */
export function EntryGrid({ items }: { items: readonly WorkItem[] }) {
  const t = useGridTexts();
  const bilingual = useBilingual();
  const withEnglish = useWithEnglish();
  const { message } = App.useApp();
  const [typed, setTyped] = useState<readonly EntryRow[]>([]);
  const [entry, setEntry] = useState<Place>({ row: 0, column: 0 });
  const [beyond, setBeyond] = useState(0);
  const table = useRef<HTMLTableElement>(null);
  const rows = useMemo(() => withTyped(rowsOf(items), typed), [items, typed]);
  const [read, setRead] = useState<readonly EntryRow[]>([]);
  const { csv, rowAt } = useMemo(() => tableOfRows(read), [read]);
  const readable = rows.every(({ cells }) => gridColumns.every((column) => isReadable(column, cells[column])));
  const trial = useTrial(csv, rowAt.size > 0 && readable);
  const store = useStoreResults();
  const outcome = rowAt.size > 0 ? trial.data : undefined;
  const filled = rows.filter(({ cells }) => cells.value !== '').length;
  useKeptInput(true, () => filled > 0);

  const change = (next: EntryRow[], isRead: boolean) => {
    setTyped(next);
    if (isRead) setRead(next);
  };
  const problemAt = (id: string, column: string) => {
    const found = outcome?.problems.find((each) => rowAt.get(each.line) === id && (each.column ?? 'value') === column);
    return found && (found.text ? bilingual(found.text) : found.message);
  };
  const submit = async () => {
    const sent = tableOfRows(rows);
    setRead(rows);
    const { loaded, rows: count, problems } = await store.mutateAsync(sent.csv);
    if (!loaded) return message.error(t('refused', { count: problems.length }));
    const stored = new Set(sent.rowAt.values());
    const left = rows.filter(({ id }) => !stored.has(id));
    change(left, true);
    return message.success(t('stored', { count }));
  };

  return (
    <section aria-label={t('title')}>
      <p className="note">{t('how')}</p>
      {/* Above the rows: what is said within them may not push it away from under the pointer. */}
      <Button
        type="primary"
        disabled={filled === 0 || !readable}
        loading={store.isPending}
        onClick={() => submit().catch(() => undefined)}
      >
        {t('submit', { count: filled })}
      </Button>
      {beyond > 0 && <p role="alert">{t('beyond', { count: beyond })}</p>}
      <section className="table-box entry-grid" aria-label={t('title')}>
        <table className="table" ref={table}>
          <thead>
            <tr>
              {(['sample', 'analyte', ...gridColumns, 'verdict'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => {
              const judged = outcome?.verdicts.find(({ line }) => rowAt.get(line) === row.id);
              return (
                <tr key={row.id} data-testid="grid-row">
                  <th scope="row">
                    {row.sampleNumber}
                    <div className="under">
                      <ProductName name={row.productName} />
                    </div>
                  </th>
                  <td>{withEnglish(row.analyte, row.analyteEn)}</td>
                  {gridColumns.map((column, number) => (
                    <GridCell
                      key={column}
                      label={`${row.sampleNumber} ${row.analyte} ${t(column)}`}
                      column={column}
                      place={{ row: index, column: number }}
                      rows={rows.length}
                      text={row.cells[column]}
                      entry={entry.row === index && entry.column === number}
                      problem={problemAt(row.id, column)}
                      onType={(text) => change(withCell(rows, row.id, column, text), false)}
                      onRead={(text) => change(withCell(rows, row.id, column, text), true)}
                      onPaste={(text) => {
                        const filling = pasted(rows, { row: index, column: number }, text);
                        change(filling.rows, true);
                        setBeyond(filling.beyond);
                      }}
                      onMove={(place) =>
                        table.current?.querySelector<HTMLInputElement>(`#cell-${place.row}-${place.column}`)?.focus()
                      }
                      onEnter={() => setEntry({ row: index, column: number })}
                    />
                  ))}
                  <td>
                    {judged && row.cells.value !== '' && (
                      <>
                        <VerdictChip verdict={judged.verdict} preliminary />
                        <div className="under">{bilingual(judged.explanation)}</div>
                      </>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {trial.error && <ProblemNote error={trial.error} />}
      {store.error && <ProblemNote error={store.error} />}
    </section>
  );
}
