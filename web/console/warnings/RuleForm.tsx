import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { answerOf, api } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';
import type { WarningRule } from '../api/types.ts';
import { ChoiceField } from '../shared/Choice.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { DryRun } from './dry-run/DryRun.tsx';
import { levels, romans, useLevelWord } from './levels.ts';
import { RuleNumbers } from './RuleNumbers.tsx';
import { RuleReach } from './RuleReach.tsx';
import { ruleKinds, useRuleKind } from './rule-words.ts';
import { useWarningsTexts } from './texts.ts';

type Body = paths['/api/v1/warning-rules']['post']['requestBody']['content']['application/json'];
type Values = Body & { reason?: string };

const usual: Partial<Body> = {
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
};

/** Makes a rule, or the next version of the one that is given. */
export function RuleForm({ rule, onClose }: { rule?: WarningRule; onClose: () => void }) {
  const t = useWarningsTexts();
  const shared = useSharedTexts();
  const levelWord = useLevelWord();
  const ruleKind = useRuleKind();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: ({ reason = '', ...body }: Values) =>
      rule
        ? answerOf(
            api.POST('/api/v1/warning-rules/{id}/supersede', {
              params: { path: { id: rule.id } },
              body: { ...body, divisionCode: rule.divisionCode, reason },
            }),
          )
        : answerOf(api.POST('/api/v1/warning-rules', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['warning-rules'] }),
  });
  const required = { required: true, whitespace: true, message: shared('required') };
  return (
    <FormDialog<Values>
      open
      title={t(rule ? 'supersede' : 'newRule')}
      submitText={t(rule ? 'supersede' : 'create')}
      initialValues={{ ...usual, ...rule, reason: '' }}
      onClose={onClose}
      onSubmit={(values) => save.mutateAsync(filled(values))}
    >
      {(form) => (
        <>
          <Form.Item name="name" label={t('ruleName')} rules={[required]}>
            <Input autoFocus maxLength={100} />
          </Form.Item>
          <Form.Item name="nameEn" label={t('ruleNameEn')}>
            <Input maxLength={100} lang="en" />
          </Form.Item>
          <Form.Item name="level" label={t('level')} rules={[required]}>
            <ChoiceField options={levels.map((value) => ({ value, label: `${levelWord(value)} ${romans[value]}` }))} />
          </Form.Item>
          <Form.Item name="kind" label={t('ruleKind')} rules={[required]} hidden={rule !== undefined}>
            <ChoiceField options={ruleKinds.map((value) => ({ value, label: ruleKind(value) }))} />
          </Form.Item>
          <Form.Item noStyle dependencies={['kind']}>
            {({ getFieldValue }) => <RuleNumbers kind={getFieldValue('kind')} />}
          </Form.Item>
          <RuleReach />
          {rule && (
            <Form.Item name="reason" label={t('whyChanged')} rules={[required]}>
              <Input.TextArea rows={2} maxLength={500} />
            </Form.Item>
          )}
          <DryRun
            rule={async () => {
              const { reason: _, ...body } = filled(await form.validateFields());
              return { ...body, ...(rule && { divisionCode: rule.divisionCode }) };
            }}
          />
        </>
      )}
    </FormDialog>
  );
}

/** Without what was left empty. */
function filled(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  ) as Values;
}
