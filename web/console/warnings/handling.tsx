import { App } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Warning } from '../api/types.ts';
import { useProblemText } from '../shared/ProblemNote.tsx';
import { useUndo } from '../shared/undo.tsx';
import { useAcknowledge, useStep } from './queries.ts';
import { useWarningsTexts } from './texts.ts';

const ResolveDialog = lazy(async () => ({ default: (await import('./ResolveDialog.tsx')).ResolveDialog }));
const DismissDialog = lazy(async () => ({ default: (await import('./DismissDialog.tsx')).DismissDialog }));

export const verbs = ['acknowledge', 'withdraw-acknowledgement', 'handle', 'resolve', 'dismiss', 'close'] as const;
export type WarningVerb = (typeof verbs)[number];

export type OnVerb = (verb: WarningVerb, warning: Warning) => void;

/** Takes the steps of the life cycle: at once, or by a dialog where the server wants to know more. */
export function useHandling(): { onVerb: OnVerb; dialog: ReactNode } {
  const { message } = App.useApp();
  const problemText = useProblemText();
  const acknowledge = useAcknowledge();
  const step = useStep();
  const t = useWarningsTexts();
  const offerUndo = useUndo();
  const [asking, setAsking] = useState<{ verb: 'resolve' | 'dismiss'; warning: Warning } | null>(null);
  const onError = (error: Error) => message.error(problemText(error).detail ?? problemText(error).title);

  const onVerb: OnVerb = (verb, warning) => {
    if (verb === 'resolve' || verb === 'dismiss') setAsking({ verb, warning });
    else if (verb === 'acknowledge')
      acknowledge.mutate(warning, {
        onError,
        onSuccess: ({ id }) =>
          offerUndo(t('acknowledged'), () => step.mutateAsync({ verb: 'withdraw-acknowledgement', id })),
      });
    else step.mutate({ verb, id: warning.id }, { onError });
  };
  const Dialog = asking?.verb === 'dismiss' ? DismissDialog : ResolveDialog;
  const dialog = <Suspense>{asking && <Dialog warning={asking.warning} onClose={() => setAsking(null)} />}</Suspense>;
  return { onVerb, dialog };
}
