import { Form } from 'antd';
import { useAttachments } from '../attachments/queries.ts';
import { ChoiceField } from '../shared/Choice.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { Asked } from './Asked.tsx';
import { type EvidenceStep, evidenceSteps, newEvidence } from './evidence-forms.ts';
import { bodyOf } from './form-field.ts';
import { useCreateEvidence, useEvidenceStep } from './queries.ts';
import { useEnforcementTexts } from './texts.ts';
import { useEvidenceVerb } from './words.ts';

type Typed = Record<string, unknown>;

/** 登记证据, with a file of the case where there is one: its digest becomes part of the evidence. */
export function NewEvidenceDialog({ caseId, onClose }: { caseId: string; onClose(): void }) {
  const t = useEnforcementTexts();
  const create = useCreateEvidence(caseId);
  const files = useAttachments({ resource: 'cases', record: caseId }, true);
  const options = files.items
    .filter(({ state }) => state === 'shown')
    .map(({ id, name }) => ({ value: id, label: name ?? id }));
  return (
    <FormDialog<Typed>
      open
      title={t('addEvidence')}
      submitText={t('addEvidence')}
      onClose={onClose}
      onSubmit={({ attachmentId, ...typed }) =>
        create.mutateAsync({ ...bodyOf(newEvidence, typed), ...(attachmentId ? { attachmentId } : {}) })
      }
    >
      {newEvidence.map((field) => (
        <Asked key={field.name} field={field} />
      ))}
      {options.length > 0 && (
        <Form.Item name="attachmentId" label={t('evidenceFile')}>
          <ChoiceField options={options} placeholder="" />
        </Form.Item>
      )}
    </FormDialog>
  );
}

export function EvidenceStepDialog({ id, verb, onClose }: { id: string; verb: EvidenceStep; onClose(): void }) {
  const word = useEvidenceVerb();
  const step = useEvidenceStep(id);
  const fields = evidenceSteps[verb];
  return (
    <FormDialog<Typed>
      open
      title={word(verb)}
      submitText={word(verb)}
      onClose={onClose}
      onSubmit={(typed) => step.mutateAsync({ verb, body: bodyOf(fields, typed) })}
    >
      {fields.map((field) => (
        <Asked key={field.name} field={field} />
      ))}
    </FormDialog>
  );
}
