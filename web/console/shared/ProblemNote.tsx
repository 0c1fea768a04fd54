import { Alert, Button } from 'antd';
import { Problem } from '../api/problem.ts';
import { problemTitle } from './problem-titles.ts';
import { useLanguage } from './texts.ts';
import { useSharedTexts } from './texts-shared.ts';

type Told = { title: string; detail?: string };

/** What went wrong: its kind in the reader's language, then the server's own words where it gave some. */
export function useProblemText(): (error: unknown) => Told {
  const t = useSharedTexts();
  const language = useLanguage();
  return (error) => {
    if (!(error instanceof Problem)) return { title: t('failed', { status: String(error) }) };
    if (error.status === 0) return { title: t('unreachable'), detail: t('unreachableHint') };
    const title = problemTitle(error.code, error.title, language);
    const detail = error.message;
    if (!detail) return { title: title || t('failed', { status: error.status }) };
    return { title: title || detail, ...(title && { detail }) };
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
