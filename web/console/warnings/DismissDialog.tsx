import { App } from 'antd';
import type { Warning } from '../api/types.ts';
import { ReasonDialog } from '../shared/ReasonDialog.tsx';
import { useStep } from './queries.ts';
import { useWarningsTexts } from './texts.ts';

/** A false alarm needs a reason: it counts against the rule. */
export function DismissDialog({ warning, onClose }: { warning: Warning; onClose: () => void }) {
  const t = useWarningsTexts();
  const { message } = App.useApp();
  const step = useStep();
  return (
    <ReasonDialog
      title={t('dismiss')}
      onClose={onClose}
      onReason={async ({ reason }) => {
        await step.mutateAsync({ verb: 'dismiss', id: warning.id, reason });
        message.success(t('dismissed'));
      }}
    />
  );
}
