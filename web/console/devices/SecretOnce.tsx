import type { CreatedDevice } from '../api/types.ts';
import { CopyButton } from '../shared/CopyButton.tsx';
import { ShownOnce } from '../shared/ShownOnce.tsx';
import { useDevicesTexts } from './texts.ts';

interface Props {
  title: string;
  device: Pick<CreatedDevice, 'id' | 'secret' | 'accessToken'>;
  onClose(): void;
}

/** A new secret, which the server does not know any more. */
export function SecretOnce({ title, device, onClose }: Props) {
  const t = useDevicesTexts();
  const { id, secret, accessToken } = device;
  return (
    <ShownOnce title={title} hint={t('secretHint')} done={t('secretStored')} onClose={onClose}>
      <dl className="facts">
        <dt>{t('id')}</dt>
        <dd>
          <code>{id}</code>
        </dd>
        <dt>{t('secret')}</dt>
        <dd>
          <code data-testid="device-secret">{secret}</code>
        </dd>
        {accessToken && (
          <>
            <dt>{t('accessToken')}</dt>
            <dd>
              <code>{accessToken}</code>
            </dd>
          </>
        )}
      </dl>
      <CopyButton text={secret} label={t('copySecret')} />
    </ShownOnce>
  );
}
