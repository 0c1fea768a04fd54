import { useMutation } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { answerOf, api } from '../api/client.ts';
import type { Warning } from '../api/types.ts';
import { ChoiceField } from '../shared/Choice.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { levels, romans, useLevelWord } from './levels.ts';
import { useTakeIn } from './queries.ts';
import { useWarningsTexts } from './texts.ts';

interface Values {
  text: string;
  level?: Warning['level'];
}

/** What became known later: kept in order, and never changed. */
export function FollowUp({ warning, onClose }: { warning: Warning; onClose(): void }) {
  const t = useWarningsTexts();
  const shared = useSharedTexts();
  const levelWord = useLevelWord();
  const takeIn = useTakeIn();
  const add = useMutation({
    mutationFn: ({ text, level }: Values) =>
      answerOf(
        api.POST('/api/v1/warnings/{id}/follow-ups', {
          params: { path: { id: warning.id } },
          body: { text, ...(level && level !== warning.level && { level }) },
        }),
      ),
    onSuccess: takeIn,
  });
  return (
    <FormDialog<Values>
      open
      title={t('addFollowUp')}
      submitText={t('addFollowUp')}
      initialValues={{ level: warning.level }}
      onClose={onClose}
      onSubmit={(values) => add.mutateAsync(values)}
    >
      <Form.Item
        name="text"
        label={t('followUpText')}
        rules={[{ required: true, whitespace: true, message: shared('required') }]}
      >
        <Input.TextArea autoFocus rows={4} maxLength={2000} showCount />
      </Form.Item>
      <Form.Item name="level" label={t('level')} extra={t('followUpLevelHint')}>
        <ChoiceField options={levels.map((value) => ({ value, label: `${levelWord(value)} ${romans[value]}` }))} />
      </Form.Item>
    </FormDialog>
  );
}
