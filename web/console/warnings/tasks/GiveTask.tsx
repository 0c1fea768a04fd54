import { Form, Input } from 'antd';
import type { Warning } from '../../api/types.ts';
import { DivisionPicker } from '../../producers/DivisionPicker.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { PersonPicker } from '../../shared/PeoplePicker.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { useTaskVerbs } from './queries.ts';
import { useTasksTexts } from './texts.ts';

interface Values {
  what: string;
  dueAt: string;
  divisionCode?: string;
  assignee?: string;
}

export function GiveTask({ warning, onClose }: { warning: Pick<Warning, 'id'>; onClose(): void }) {
  const t = useTasksTexts();
  const shared = useSharedTexts();
  const { create } = useTaskVerbs();
  const required = { required: true, message: shared('required') };
  return (
    <FormDialog<Values>
      open
      title={t('newTask')}
      submitText={t('assign')}
      onClose={onClose}
      onSubmit={({ what, dueAt, divisionCode, assignee }) =>
        create.mutateAsync({
          warningId: warning.id,
          what,
          dueAt: new Date(dueAt).toISOString(),
          ...(divisionCode && { divisionCode }),
          ...(assignee && { assignee }),
        })
      }
    >
      <Form.Item name="what" label={t('what')} rules={[{ ...required, whitespace: true }]}>
        <Input.TextArea autoFocus rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name="dueAt" label={t('due')} rules={[required]}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="divisionCode" label={t('division')} extra={t('divisionHint')}>
        <DivisionPicker />
      </Form.Item>
      <Form.Item name="assignee" label={t('assignee')}>
        <PersonPicker holding="supervisor" />
      </Form.Item>
    </FormDialog>
  );
}
