import { CopyButton } from '../shared/CopyButton.tsx';
import { ShownOnce } from '../shared/ShownOnce.tsx';
import { useIdentityTexts } from './texts.ts';

export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const t = useIdentityTexts();
  return (
    <ShownOnce title={t('codesTitle')} hint={t('codesHint')} done={t('codesKept')} onClose={onKept}>
      <ul className="recovery-codes" data-testid="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <CopyButton text={codes.join('\n')} label={t('copyCodes')} />
    </ShownOnce>
  );
}
