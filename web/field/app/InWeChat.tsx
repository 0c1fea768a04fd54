import { useTexts } from './texts.ts';

/** Its pages lose what they store, and on iPhones have no service worker: work without network would be lost. */
export function InWeChat() {
  const t = useTexts();
  return (
    <section className="card">
      <h1>{t('wechat')}</h1>
      <p>{t('wechatHint')}</p>
      <p>
        <code>{location.href}</code>
      </p>
      <button type="button" onClick={() => void navigator.clipboard?.writeText(location.href)}>
        {t('copy')}
      </button>
    </section>
  );
}
