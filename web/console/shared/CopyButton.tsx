import { App, Button } from 'antd';
import { useSharedTexts } from './texts-shared.ts';

export function CopyButton({ text, label }: { text: string; label?: string }) {
  const t = useSharedTexts();
  const { message } = App.useApp();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      message.success(t('copied'));
    } catch {
      message.warning(t('copyFailed'));
    }
  };
  return <Button onClick={copy}>{label ?? t('copy')}</Button>;
}
