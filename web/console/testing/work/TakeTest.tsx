import { App, Button } from 'antd';
import type { WorkItem } from '../../api/types.ts';
import { ProblemNote } from '../../shared/ProblemNote.tsx';
import { useTakeTest } from './queries.ts';
import { useWorkTexts } from './texts.ts';

/** 领取: what nobody has becomes the work of whoever presses it. */
export function TakeTest({ sampleId, test }: WorkItem) {
  const t = useWorkTexts();
  const { message } = App.useApp();
  const take = useTakeTest();
  return (
    <>
      <Button
        loading={take.isPending}
        onClick={() =>
          take.mutate(
            { sampleId, testId: test.id },
            { onSuccess: () => message.success(t('taken', { analyte: test.analyte })) },
          )
        }
      >
        {t('take')}
      </Button>
      {take.error && <ProblemNote error={take.error} />}
    </>
  );
}
