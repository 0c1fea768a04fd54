import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { answerOf, api } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';
import { useSiteKind } from '../devices/metrics.ts';
import { siteKindNames } from '../producers/kinds.ts';
import { ChoiceField } from '../shared/Choice.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { DryRun } from './DryRun.tsx';
import { levels, romans, useLevelWord } from './levels.ts';
import { RuleNumbers } from './RuleNumbers.tsx';
import { ruleKinds, useRuleKind } from './rule-words.ts';
import { useWarningsTexts } from './texts.ts';

type Body = paths['/api/v1/warning-rules']['post']['requestBody']['content']['application/json'];

export function NewRule({ onClose }: { onClose: () => void }) {
  const t = useWarningsTexts();
  const shared = useSharedTexts();
  const levelWord = useLevelWord();
  const siteKind = useSiteKind();
  const ruleKind = useRuleKind();
  const client = useQueryClient();
  const create = useMutation({
    mutationFn: (body: Body) => answerOf(api.POST('/api/v1/warning-rules', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['warning-rules'] }),
  });
  const required = { required: true, message: shared('required') };
  return (
    <FormDialog<Body>
      open
      title={t('newRule')}
      submitText={t('create')}
      initialValues={{
        kind: 'threshold',
        level: 'orange',
        metric: 'temperature',
        unit: 'Cel',
        comparison: 'above',
        direction: 'rising',
        durationSeconds: 600,
        windowSeconds: 3600,
        count: 3,
        silentSeconds: 3600,
      }}
      onClose={onClose}
      onSubmit={(values) => create.mutateAsync(ruleOf(values))}
    >
      {(form) => (
        <>
          <Form.Item name="name" label={t('ruleName')} rules={[required]}>
            <Input autoFocus maxLength={100} />
          </Form.Item>
          <Form.Item name="level" label={t('level')} rules={[required]}>
            <ChoiceField options={levels.map((value) => ({ value, label: `${levelWord(value)} ${romans[value]}` }))} />
          </Form.Item>
          <Form.Item name="kind" label={t('ruleKind')} rules={[required]}>
            <ChoiceField options={ruleKinds.map((value) => ({ value, label: ruleKind(value) }))} />
          </Form.Item>
          <Form.Item noStyle dependencies={['kind']}>
            {({ getFieldValue }) => <RuleNumbers kind={getFieldValue('kind')} />}
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
          <DryRun rule={async () => ruleOf(await form.validateFields())} />
        </>
      )}
    </FormDialog>
  );
}

/** Without what was left empty. */
function ruleOf({ siteKind, deviceId, ...values }: Body): Body {
  return { ...values, ...(siteKind && { siteKind }), ...(deviceId && { deviceId }) };
}
