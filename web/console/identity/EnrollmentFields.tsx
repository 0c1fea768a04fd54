import { Form, Input } from 'antd';
import { CopyButton } from '../shared/CopyButton.tsx';
import { useSharedTexts } from '../shared/texts-shared.ts';
import type { Enrollment } from './own-account.ts';
import { useIdentityTexts } from './texts.ts';

/** The secret as QR code and as text, and the first code of the app. */
export function EnrollmentFields({ enrollment }: { enrollment: Enrollment }) {
  const t = useIdentityTexts();
  const shared = useSharedTexts();
  return (
    <>
      <div className="enrollment">
        <p>{t('scan')}</p>
        <img src={enrollment.qr} alt={t('qrAlt')} width={200} height={200} />
        <dl>
          <dt>{t('key')}</dt>
          <dd>
            <code data-testid="second-factor-key">{enrollment.secret}</code>
          </dd>
        </dl>
        <CopyButton text={enrollment.secret} label={t('copyKey')} />
      </div>
      <Form.Item
        name="code"
        label={t('sixDigits')}
        rules={[{ required: true, whitespace: true, message: shared('required') }]}
      >
        <Input autoComplete="one-time-code" inputMode="numeric" maxLength={7} />
      </Form.Item>
    </>
  );
}
