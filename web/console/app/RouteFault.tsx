import { Button } from 'antd';
import { useShellTexts } from './texts.ts';

/** What stands where a page failed to load or to draw. */
export function RouteFault() {
  const t = useShellTexts();
  return (
    <div className="fault" role="alert">
      <h1>{t('fault')}</h1>
      <p>{t('faultHint')}</p>
      <Button type="primary" onClick={() => window.location.reload()}>
        {t('reload')}
      </Button>
    </div>
  );
}
