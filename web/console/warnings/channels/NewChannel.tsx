import { Form, Input } from 'antd';
import { useSession } from '../../identity/session.ts';
import { DivisionPicker } from '../../producers/DivisionPicker.tsx';
import { ChoiceField } from '../../shared/Choice.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { levels, romans, useLevelWord } from '../levels.ts';
import { type NewChannelBody, useChannelVerbs } from './queries.ts';
import { channelKinds, useChannelKind, useChannelsTexts } from './texts.ts';

const languages = [
  { value: 'zh', label: '中文' },
  { value: 'en', label: 'English' },
];

const addressLabels = {
  email: 'mailAddress',
  webhook: 'systemAddress',
  wecom: 'robotAddress',
  dingtalk: 'robotAddress',
  feishu: 'robotAddress',
} as const;

export function NewChannel({ onClose }: { onClose: () => void }) {
  const t = useChannelsTexts();
  const shared = useSharedTexts();
  const levelWord = useLevelWord();
  const kindWord = useChannelKind();
  const { data: user } = useSession();
  const { create } = useChannelVerbs();
  const required = { required: true, message: shared('required') };
  return (
    <FormDialog<NewChannelBody>
      open
      title={t('newChannel')}
      submitText={t('create')}
      initialValues={{
        kind: 'wecom',
        leastLevel: 'yellow',
        language: 'zh',
        ...(user && { divisionCode: user.divisionCode }),
      }}
      onClose={onClose}
      onSubmit={({ secret, ...values }) => create.mutateAsync({ ...values, ...(secret && { secret }) })}
    >
      <Form.Item name="name" label={t('name')} extra={t('nameHint')} rules={[required]}>
        <Input autoFocus maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="kind" label={t('kind')} rules={[required]}>
        <ChoiceField options={channelKinds.map((value) => ({ value, label: kindWord(value) }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) => <WhereTo kind={getFieldValue('kind')} />}
      </Form.Item>
      <Form.Item name="divisionCode" label={t('division')} rules={[required]}>
        <DivisionPicker />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="leastLevel" label={t('leastLevel')} extra={t('leastLevelHint')}>
          <ChoiceField options={levels.map((value) => ({ value, label: `${levelWord(value)} ${romans[value]}` }))} />
        </Form.Item>
        <Form.Item name="language" label={t('language')}>
          <ChoiceField options={languages} />
        </Form.Item>
      </div>
    </FormDialog>
  );
}

function WhereTo({ kind }: { kind: (typeof channelKinds)[number] }) {
  const t = useChannelsTexts();
  const shared = useSharedTexts();
  const required = { required: true, message: shared('required') };
  const isSystem = kind === 'webhook';
  return (
    <>
      <Form.Item name="address" label={t(addressLabels[kind])} rules={[required]}>
        <Input maxLength={1000} autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      {kind !== 'email' && kind !== 'wecom' && (
        <Form.Item
          name="secret"
          label={t('secret')}
          extra={t(isSystem ? 'systemSecretHint' : 'secretHint')}
          rules={isSystem ? [required] : []}
        >
          <Input.Password maxLength={200} autoComplete="off" />
        </Form.Item>
      )}
    </>
  );
}
