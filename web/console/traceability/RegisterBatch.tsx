import { App, Form, Input, InputNumber, Select } from 'antd';
import { useNavigate } from 'react-router';
import { useSession } from '../identity/session.ts';
import { ProducerPicker } from '../producers/ProducerPicker.tsx';
import { SitePicker } from '../producers/SitePicker.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { useProductOptions } from '../standards/products.ts';
import { useRegisterBatch } from './queries.ts';
import { useTraceabilityTexts } from './texts.ts';

interface Values {
  productId: string;
  producerId: string;
  siteId?: string;
  quantity: { value: number; unit: string };
  code?: string;
}

export function RegisterBatch({ onClose }: { onClose: () => void }) {
  const t = useTraceabilityTexts();
  const shared = useSharedTexts();
  const { message } = App.useApp();
  const { data: user } = useSession();
  const products = useProductOptions();
  const navigate = useNavigate();
  const register = useRegisterBatch();
  const required = { required: true, message: shared('required') };
  return (
    <FormDialog<Values>
      open
      title={t('register')}
      submitText={t('register')}
      initialValues={{ quantity: { value: 100, unit: 'kg' }, ...(user?.producerId && { producerId: user.producerId }) }}
      onClose={onClose}
      onSubmit={async ({ siteId, code, ...values }) => {
        const batch = await register.mutateAsync({ ...values, ...(siteId && { siteId }), ...(code && { code }) });
        message.success(t('registered'));
        navigate(`/batches/${encodeURIComponent(batch.code)}`);
      }}
    >
      {(form) => (
        <>
          <Form.Item name="productId" label={t('product')} rules={[required]}>
            <Select showSearch={{ optionFilterProp: 'label' }} options={products} />
          </Form.Item>
          <Form.Item name="producerId" label={t('producer')} rules={[required]}>
            <ProducerPicker />
          </Form.Item>
          <Form.Item noStyle dependencies={['producerId']}>
            {() => (
              <Form.Item name="siteId" label={t('site')}>
                <SitePicker placeholder={t('noSite')} producer={form.getFieldValue('producerId')} />
              </Form.Item>
            )}
          </Form.Item>
          <div className="form-pair">
            <Form.Item name={['quantity', 'value']} label={t('amount')} rules={[required]}>
              <InputNumber min={0.001} />
            </Form.Item>
            <Form.Item name={['quantity', 'unit']} label={t('unit')} rules={[required]}>
              <Input maxLength={20} autoCapitalize="none" />
            </Form.Item>
          </div>
          <Form.Item name="code" label={t('code')} extra={t('codeHint')}>
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
