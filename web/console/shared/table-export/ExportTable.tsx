import { Button } from 'antd';
import { type RefObject, useEffect, useState } from 'react';
import { ProblemNote } from '../ProblemNote.tsx';
import { saveBlob } from '../save-file.ts';
import { useSharedTexts } from '../texts-shared.ts';

export interface ListPages {
  error: unknown;
  hasNextPage?: boolean;
  isFetchingNextPage?: boolean;
  fetchNextPage?(): unknown;
}

interface Props {
  name: string;
  table: RefObject<HTMLTableElement | null>;
  rows: number;
  list?: ListPages | undefined;
}

/** More would be slow to show; whole registers are exported by the server. */
const rowsAtMost = 5_000;

/** The list as a workbook for Excel: all its pages, with the filters and in the words that are shown. */
export function ExportTable({ name, table, rows, list }: Props) {
  const t = useSharedTexts();
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const more = list?.hasNextPage === true && rows < rowsAtMost;
  const wait = list?.isFetchingNextPage === true;

  useEffect(() => {
    if (!running || wait) return;
    if (list?.error) setRunning(false);
    else if (more) list?.fetchNextPage?.();
    else if (table.current) {
      setRunning(false);
      save(name, table.current).catch(setFailure);
    }
  }, [running, wait, more, list, name, table]);

  return (
    <>
      <Button
        loading={running}
        onClick={() => {
          setFailure(null);
          setRunning(true);
        }}
      >
        {running ? t('exporting', { rows }) : t('exportExcel')}
      </Button>
      {rows >= rowsAtMost && list?.hasNextPage && <span className="note">{t('exportLimit', { rows })}</span>}
      {failure ? <ProblemNote error={failure} /> : null}
    </>
  );
}

/** The writer of workbooks is fetched when it is first needed. */
async function save(name: string, table: HTMLTableElement): Promise<void> {
  const [{ tableOf }, { workbookOf }] = await Promise.all([import('./cells.ts'), import('./workbook.ts')]);
  const day = new Date().toLocaleDateString('sv-SE');
  saveBlob(await workbookOf(name, tableOf(table)), `${name} ${day}.xlsx`);
}
