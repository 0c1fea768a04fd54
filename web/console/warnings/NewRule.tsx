import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, InputNumber } from 'antd';
import { answerOf, api } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';
import { useSiteKind } from '../devices/metrics.ts';
import { siteKindNames } from '../producers/kinds.ts';
import { ChoiceField } from '../shared/Choice.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { levels, romans, useLevelWord } from './levels.ts';
import { useWarningsTexts } from './texts.ts';

type Body = paths['/api/v1/warning-rules']['post']['requestBody']['content']['application/json'];
type Values = Omit<Body, 'kind'>;

export function NewRule({ onClose }: { onClose: () => void }) {
  const t = useWarningsTexts();
  const shared = useSharedTexts();
  const levelWord = useLevelWord();
  const siteKind = useSiteKind();
  const client = useQueryClient();
  const create = useMutation({
    mutationFn: (body: Body) => answerOf(api.POST('/api/v1/warning-rules', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['warning-rules'] }),
  });
  const required = { required: true, message: shared('required') };
  return (
    <FormDialog<Values>
      open
      title={t('newRule')}
      submitText={t('create')}
      initialValues={{ level: 'orange', comparison: 'above', durationSeconds: 600, metric: 'temperature', unit: 'Cel' }}
      onClose={onClose}
      onSubmit={({ siteKind: kind, deviceId, ...values }) =>
        create.mutateAsync({
          ...values,
          kind: 'threshold',
          ...(kind && { siteKind: kind }),
          ...(deviceId && { deviceId }),
        })
      }
    >
      <Form.Item name="name" label={t('ruleName')} rules={[required]}>
        <Input autoFocus maxLength={100} />
      </Form.Item>
      <Form.Item name="level" label={t('level')} rules={[required]}>
        <ChoiceField options={levels.map((value) => ({ value, label: `${levelWord(value)} ${romans[value]}` }))} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="metric" label={t('metric')} rules={[required]}>
          <Input maxLength={64} autoCapitalize="none" />
        </Form.Item>
        <Form.Item name="unit" label={t('unit')} rules={[required]}>
          <Input maxLength={20} autoCapitalize="none" />
        </Form.Item>
        <Form.Item name="comparison" label={t('comparison')} rules={[required]}>
          <ChoiceField
            options={[
              { value: 'above', label: t('above') },
              { value: 'below', label: t('below') },
            ]}
          />
        </Form.Item>
        <Form.Item name="limit" label={t('limit')} rules={[required]}>
          <InputNumber />
        </Form.Item>
      </div>
      <Form.Item name="clearAt" label={t('clearAt')} extra={t('clearAtHint')} rules={[required]}>
        <InputNumber />
      </Form.Item>
      <Form.Item name="durationSeconds" label={t('duration')} rules={[required]}>
        <InputNumber min={0} max={86_400} precision={0} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="siteKind" label={t('siteKind')}>
          <ChoiceField
            placeholder={shared('allOf')}
            options={siteKindNames.map((value) => ({ value, label: siteKind(value) }))}
          />
        </Form.Item>
        <Form.Item name="deviceId" label={t('deviceId')}>
          <Input maxLength={64} autoCapitalize="none" />
        </Form.Item>
      </div>
    </FormDialog>
  );
}
