import { Alert, Button } from 'antd';
import { Problem } from '../api/problem.ts';
import { useSharedTexts } from './texts-shared.ts';

type Told = { title: string; detail?: string };

/** What went wrong, in the server's own words where it gave some. */
export function useProblemText(): (error: unknown) => Told {
  const t = useSharedTexts();
  return (error) => {
    if (!(error instanceof Problem)) return { title: t('failed', { status: String(error) }) };
    if (error.status === 0) return { title: t('unreachable'), detail: t('unreachableHint') };
    if (!error.message) return { title: t('failed', { status: error.status }) };
    return { title: error.title || error.message, ...(error.title && { detail: error.message }) };
  };
}

export function ProblemNote({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useSharedTexts();
  const told = useProblemText()(error);
  return (
    <Alert
      className="problem-note"
      type="error"
      showIcon
      role="alert"
      title={told.title}
      description={told.detail}
      action={retry && <Button onClick={retry}>{t('retry')}</Button>}
    />
  );
}
