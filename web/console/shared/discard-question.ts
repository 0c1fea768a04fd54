import { App } from 'antd';
import { useCallback } from 'react';
import { useSharedTexts } from './texts-shared.ts';

/** Asks before what was filled in goes; answers with how to take the question back. */
export function useDiscardQuestion(): (discard: () => void, goOn?: () => void) => () => void {
  const t = useSharedTexts();
  const { modal } = App.useApp();
  return useCallback(
    (discard, goOn) =>
      modal.confirm({
        title: t('discardQuestion'),
        okText: t('discard'),
        cancelText: t('goOnFilling'),
        onOk: discard,
        onCancel: goOn,
      }).destroy,
    [modal, t],
  );
}
