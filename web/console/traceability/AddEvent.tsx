import { App, Form, Input } from 'antd';
import { SitePicker } from '../producers/SitePicker.tsx';
import { ChoiceField } from '../shared/Choice.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { asLocalInput } from '../shared/format.ts';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { type EventValues, eventOf } from './event-form.ts';
import { useAddEvent } from './queries.ts';
import { readShares } from './shares.ts';
import { useTraceabilityTexts } from './texts.ts';
import { stepNames, useStepWord } from './words.ts';

/** A farm or trade record. The fields follow the step: a treatment names its input, a transformation its batches. */
export function AddEvent({ code, onClose }: { code: string; onClose: () => void }) {
  const t = useTraceabilityTexts();
  const shared = useSharedTexts();
  const stepWord = useStepWord();
  const { message } = App.useApp();
  const add = useAddEvent();
  const required = { required: true, message: shared('required') };
  const shareRule = {
    validator: async (_rule: unknown, text: string | undefined) => {
      const read = readShares(text ?? '');
      if ('wrongLine' in read) throw new Error(t('shareWrong', { line: read.wrongLine }));
    },
  };
  return (
    <FormDialog<EventValues>
      open
      title={t('addEvent')}
      submitText={t('addEvent')}
      initialValues={{ step: 'irrigate', at: asLocalInput(new Date()), inputs: code }}
      onClose={onClose}
      onSubmit={async (values) => {
        await add.mutateAsync(eventOf(values, code));
        message.success(t('added'));
      }}
    >
      {(form) => (
        <>
          <div className="form-pair">
            <Form.Item name="step" label={t('step')} rules={[required]}>
              <ChoiceField options={stepNames.map((value) => ({ value, label: stepWord(value) }))} />
            </Form.Item>
            <Form.Item name="at" label={t('at')} rules={[required]}>
              <Input type="datetime-local" />
            </Form.Item>
          </div>
          <Form.Item noStyle dependencies={['step']}>
            {() => {
              const step = form.getFieldValue('step');
              return (
                <>
                  {step === 'treat' && (
                    <div className="form-pair">
                      <Form.Item name="inputName" label={t('input')} rules={[required]}>
                        <Input maxLength={100} />
                      </Form.Item>
                      <Form.Item name="dose" label={t('dose')}>
                        <Input maxLength={60} />
                      </Form.Item>
                    </div>
                  )}
                  {step === 'transform' && (
                    <>
                      <Form.Item
                        name="inputs"
                        label={t('inputs')}
                        extra={t('sharesHint')}
                        rules={[required, shareRule]}
                      >
                        <Input.TextArea rows={2} />
                      </Form.Item>
                      <Form.Item name="outputs" label={t('outputs')} rules={[required, shareRule]}>
                        <Input.TextArea rows={3} />
                      </Form.Item>
                    </>
                  )}
                  <Form.Item name="siteId" label={t('place')}>
                    <SitePicker placeholder={t('noSite')} />
                  </Form.Item>
                  {step === 'ship' && (
                    <Form.Item name="destinationSiteId" label={t('destination')}>
                      <SitePicker placeholder={t('noSite')} />
                    </Form.Item>
                  )}
                </>
              );
            }}
          </Form.Item>
          <Form.Item name="note" label={t('note')}>
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
