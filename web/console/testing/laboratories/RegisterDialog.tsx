import { App, Form, Input } from 'antd';
import type { Laboratory } from '../../api/types.ts';
import { useSession } from '../../identity/session.ts';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { useRegisterLaboratory } from './queries.ts';
import { useLaboratoryTexts } from './texts.ts';

interface Values {
  laboratory: string;
  address: string;
  accreditation?: string;
}

/** A laboratory, or what is new of one that is registered. */
export function RegisterDialog({ before, onClose }: { before?: Laboratory | undefined; onClose(): void }) {
  const t = useLaboratoryTexts();
  const shared = useSharedTexts();
  const { message } = App.useApp();
  const { data: user } = useSession();
  const register = useRegisterLaboratory();
  const required = { required: true, whitespace: true, message: shared('required') };
  const own = user?.laboratory;
  const initialValues = before ?? (own === undefined ? {} : { laboratory: own });
  return (
    <FormDialog<Values>
      open
      title={t(before ? 'change' : 'register')}
      submitText={t(before ? 'change' : 'register')}
      initialValues={initialValues}
      onClose={onClose}
      onSubmit={async ({ laboratory, address, accreditation }) => {
        await register.mutateAsync({
          laboratory,
          address,
          ...(accreditation?.trim() && { accreditation }),
          ...(before && { divisionCode: before.divisionCode }),
        });
        message.success(t('saved'));
      }}
    >
      <Form.Item name="laboratory" label={t('laboratory')} extra={t('laboratoryHint')} rules={[required]}>
        <Input maxLength={100} readOnly={before !== undefined || own !== undefined} />
      </Form.Item>
      <Form.Item name="address" label={t('address')} rules={[required]}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="accreditation" label={t('accreditation')} extra={t('accreditationHint')}>
        <Input maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
