import { App, Button } from 'antd';
import { useCallback } from 'react';
import { useProblemText } from './ProblemNote.tsx';
import { useSharedTexts } from './texts-shared.ts';

const shownSeconds = 8;
let offered = 0;

/** Tells what was done, with a way back for eight seconds: for what needs no question before and no reason. */
export function useUndo(): (told: string, undo: () => Promise<unknown>) => void {
  const t = useSharedTexts();
  const { message } = App.useApp();
  const problemText = useProblemText();
  return useCallback(
    (told, undo) => {
      offered += 1;
      const key = `undo-${offered}`;
      const back = async () => {
        message.destroy(key);
        try {
          await undo();
          message.success(t('undone'));
        } catch (error) {
          const { title, detail } = problemText(error as Error);
          message.error(detail ?? title);
        }
      };
      message.open({
        key,
        type: 'success',
        duration: shownSeconds,
        content: (
          <>
            {told}{' '}
            <Button type="link" onClick={() => void back()}>
              {t('undo')}
            </Button>
          </>
        ),
      });
    },
    [message, t, problemText],
  );
}
