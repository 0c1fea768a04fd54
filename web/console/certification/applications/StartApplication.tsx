import { App, Form, Input, Select } from 'antd';
import { useNavigate } from 'react-router';
import { useSession } from '../../identity/session.ts';
import { ProducerPicker } from '../../producers/ProducerPicker.tsx';
import { ChoiceField } from '../../shared/Choice.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { useProductOptions } from '../../standards/products.ts';
import { type NewApplication, useCreateApplication, useSchemes } from './queries.ts';
import { useApplicationTexts } from './texts.ts';

/** Begins a draft; a producer's account applies for itself. */
export function StartApplication({ onClose }: { onClose(): void }) {
  const t = useApplicationTexts();
  const shared = useSharedTexts();
  const bilingual = useBilingual();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { data: user } = useSession();
  const { data: schemes } = useSchemes();
  const products = useProductOptions();
  const create = useCreateApplication();
  const required = [{ required: true, message: shared('required') }];
  const taken = schemes?.items.filter(({ applications }) => applications === 'taken') ?? [];
  return (
    <FormDialog<NewApplication>
      open
      title={t('start')}
      submitText={t('start')}
      initialValues={{ kind: 'new', ...(user?.producerId && { producerId: user.producerId }) }}
      onClose={onClose}
      onSubmit={async (values) => {
        const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as NewApplication;
        const { id } = await create.mutateAsync(given);
        message.success(t('started'));
        navigate(`/certification-applications/${id}`);
      }}
    >
      <Form.Item name="scheme" label={t('scheme')} rules={required}>
        <ChoiceField placeholder="" options={taken.map(({ id, name }) => ({ value: id, label: bilingual(name) }))} />
      </Form.Item>
      <Form.Item name="producerId" label={t('producer')} rules={required} hidden={user?.producerId !== undefined}>
        <ProducerPicker />
      </Form.Item>
      <Form.Item name="productId" label={t('product')} rules={required}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={products} />
      </Form.Item>
      <Form.Item name="kind" label={t('kind')}>
        <ChoiceField options={(['new', 'renewal'] as const).map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) =>
          getFieldValue('kind') === 'renewal' && (
            <Form.Item name="renews" label={t('renews')} rules={required}>
              <Input maxLength={40} autoComplete="off" />
            </Form.Item>
          )
        }
      </Form.Item>
      <Form.Item name="statement" label={t('statement')} extra={t('statementHint')}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}
