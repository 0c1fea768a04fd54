import { Button } from 'antd';
import { switchLanguage, useLanguage } from './texts.ts';
import { useSharedTexts } from './texts-shared.ts';

/** Changes to the other language, in whose words it stands. */
export function LanguageButton() {
  const t = useSharedTexts();
  const language = useLanguage();
  return (
    <Button
      type="text"
      lang={language === 'zh' ? 'en' : 'zh-CN'}
      onClick={() => switchLanguage(language === 'zh' ? 'en' : 'zh')}
    >
      {t('language')}
    </Button>
  );
}
