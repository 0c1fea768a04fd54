import { Empty, Skeleton } from 'antd';
import { PageHeading } from '../../../shared/PageHeading.tsx';
import { ProblemNote } from '../../../shared/ProblemNote.tsx';
import { useWorkList } from '../queries.ts';
import { EntryGrid } from './EntryGrid.tsx';
import { useGridTexts } from './texts.ts';

/** 批量录入: the results of an analyst's open tests. */
export function EntryGridPage() {
  const t = useGridTexts();
  const list = useWorkList(false);
  return (
    <>
      <PageHeading title={t('title')} />
      {list.isPending && <Skeleton active />}
      {list.error && <ProblemNote error={list.error} retry={() => list.refetch()} />}
      {list.data &&
        (list.data.items.length ? <EntryGrid items={list.data.items} /> : <Empty description={t('empty')} />)}
    </>
  );
}
