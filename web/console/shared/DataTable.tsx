import { Button, Empty, Skeleton } from 'antd';
import { type ReactNode, useId, useRef } from 'react';
import { ProblemNote } from './ProblemNote.tsx';
import { ExportTable, type ListPages } from './table-export/ExportTable.tsx';
import { useSharedTexts } from './texts-shared.ts';

export interface Column<Row> {
  key: string;
  title: string;
  render(row: Row): ReactNode;
  align?: 'end';
  /** The column that names the row, for those who hear the table. */
  names?: boolean;
}

interface ListState extends ListPages {
  isPending: boolean;
  refetch(): unknown;
}

interface Props<Row> {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey(row: Row): string;
  list?: ListState;
  /** Why there is nothing, and what helps. */
  empty: ReactNode;
  testId?: string;
}

/**
 * A plain table that becomes a list of cards on a narrow screen. Lists come in pages by cursor, so there is nothing to sort or
 * to page on this side, and antd's Table (60 KB more, a scroll box that no keyboard reaches) would bring only weight.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey, list, empty, testId }: Props<Row>) {
  const t = useSharedTexts();
  const id = useId();
  const table = useRef<HTMLTableElement>(null);
  if (list?.isPending) return <Skeleton active title={false} paragraph={{ rows: 6 }} aria-label={t('loading')} />;
  if (list?.error && rows.length === 0) return <ProblemNote error={list.error} retry={() => list.refetch()} />;
  if (rows.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="table-box" aria-labelledby={id} tabIndex={0}>
        <table className="table" ref={table}>
          <caption id={id} className="hidden">
            {caption}
          </caption>
          <thead>
            <tr>
              {columns.map(({ key, title, align }) => (
                <th key={key} scope="col" className={align}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={rowKey(row)} data-testid={testId}>
                {columns.map((column) => (
                  <TableCell key={column.key} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {list?.error ? <ProblemNote error={list.error} retry={() => list.refetch()} /> : null}
      {list && (
        <div className="table-more">
          {list.hasNextPage && (
            <Button loading={list.isFetchingNextPage === true} onClick={() => list.fetchNextPage?.()}>
              {t('more')}
            </Button>
          )}
          <ExportTable name={caption} table={table} rows={rows.length} list={list} />
        </div>
      )}
    </>
  );
}

function TableCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.render(row);
  if (content === undefined || content === null || content === '') return <td className="blank" />;
  if (column.names)
    return (
      <th scope="row" data-label={column.title}>
        <div>{content}</div>
      </th>
    );
  return (
    <td data-label={column.title} className={column.align}>
      <div>{content}</div>
    </td>
  );
}

/** Text for an empty list: filters that hide everything are another thing than a list with nothing yet. */
export function EmptyText({ filtered, clear, nothing }: { filtered: boolean; clear?: () => void; nothing: string }) {
  const t = useSharedTexts();
  if (!filtered) return <span>{nothing}</span>;
  return (
    <span className="empty-filtered">
      {t('filteredEmpty')}
      {clear && <Button onClick={clear}>{t('clearFilters')}</Button>}
    </span>
  );
}
