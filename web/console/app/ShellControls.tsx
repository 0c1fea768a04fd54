import { MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { LanguageButton } from '../shared/LanguageButton.tsx';
import { useAppearance } from './appearance.tsx';
import { useShellTexts } from './texts.ts';

/** Language and light or dark: on the sign-in page as well as inside. */
export function ShellControls() {
  const t = useShellTexts();
  const { appearance, toggle } = useAppearance();
  const appearanceLabel = appearance === 'dark' ? t('toLight') : t('toDark');
  return (
    <div className="shell-controls">
      <LanguageButton />
      <Button
        type="text"
        aria-label={appearanceLabel}
        title={appearanceLabel}
        icon={appearance === 'dark' ? <SunOutlined aria-hidden /> : <MoonOutlined aria-hidden />}
        onClick={toggle}
      />
    </div>
  );
}
