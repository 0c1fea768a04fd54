import { Button, Form } from 'antd';
import { ProducerPicker, ProducersPicker } from '../../producers/ProducerPicker.tsx';
import { useNamesOfPeople } from '../../shared/People.tsx';
import { PeoplePicker } from '../../shared/PeoplePicker.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { usePlanTexts } from './texts.ts';

/** From whom inspectors are drawn, and which producers each has a conflict with. */
export function Inspectors() {
  const t = usePlanTexts();
  const shared = useSharedTexts();
  const chosen = Form.useWatch<string[] | undefined>('inspectors') ?? [];
  const names = useNamesOfPeople(chosen);
  return (
    <>
      <Form.Item name="inspectors" label={t('inspectors')} rules={[{ required: true, message: shared('required') }]}>
        <PeoplePicker holding="supervisor" />
      </Form.Item>
      {chosen.map((username, index) => (
        <Form.Item
          key={username}
          name={['conflicts', username]}
          label={t('conflictsWith', { who: names[index] ?? username })}
        >
          <ProducersPicker />
        </Form.Item>
      ))}
    </>
  );
}

/** Who is inspected by whom. */
export function Tasks() {
  const t = usePlanTexts();
  const shared = useSharedTexts();
  return (
    <Form.List name="tasks">
      {(rows, { add, remove }) => (
        <fieldset className="form-rows">
          <legend className="form-rows-title">{t('tasks')}</legend>
          <p className="note">{t('tasksHint')}</p>
          {rows.map(({ key, name }, index) => (
            <div key={key} className="form-pair">
              <Form.Item
                name={[name, 'producerId']}
                label={t('taskOf', { number: index + 1 })}
                rules={[{ required: true, message: shared('required') }]}
              >
                <ProducerPicker />
              </Form.Item>
              <Form.Item
                name={[name, 'inspectors']}
                label={t('drawnInspectors')}
                rules={[{ required: true, message: shared('required') }]}
              >
                <PeoplePicker holding="supervisor" />
              </Form.Item>
              {rows.length > 1 && (
                <Button onClick={() => remove(name)} aria-label={t('removeTask', { number: index + 1 })}>
                  {t('remove')}
                </Button>
              )}
            </div>
          ))}
          <Button onClick={() => add({})}>{t('addTask')}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}
