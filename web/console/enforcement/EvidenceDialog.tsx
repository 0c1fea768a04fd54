import { Form } from 'antd';
import { useAttachments } from '../attachments/queries.ts';
import { ChoiceField } from '../shared/Choice.tsx';
import { AskedDialog } from './AskedDialog.tsx';
import { type EvidenceStep, evidenceSteps, newEvidence } from './evidence-forms.ts';
import { useCreateEvidence, useEvidenceStep } from './queries.ts';
import { useEnforcementTexts } from './texts.ts';
import { useEvidenceVerb } from './words.ts';

/** 登记证据, with a file of the case where there is one: its digest becomes part of the evidence. */
export function NewEvidenceDialog({ caseId, onClose }: { caseId: string; onClose(): void }) {
  const t = useEnforcementTexts();
  const create = useCreateEvidence(caseId);
  const files = useAttachments({ resource: 'cases', record: caseId }, true);
  const options = files.items
    .filter(({ state }) => state === 'shown')
    .map(({ id, name }) => ({ value: id, label: name ?? id }));
  return (
    <AskedDialog
      title={t('addEvidence')}
      fields={newEvidence}
      onClose={onClose}
      onSubmit={(body, { attachmentId }) => create.mutateAsync({ ...body, ...(attachmentId ? { attachmentId } : {}) })}
    >
      {options.length > 0 && (
        <Form.Item name="attachmentId" label={t('evidenceFile')}>
          <ChoiceField options={options} placeholder="" />
        </Form.Item>
      )}
    </AskedDialog>
  );
}

export function EvidenceStepDialog({ id, verb, onClose }: { id: string; verb: EvidenceStep; onClose(): void }) {
  const word = useEvidenceVerb();
  const step = useEvidenceStep(id);
  return (
    <AskedDialog
      title={word(verb)}
      fields={evidenceSteps[verb]}
      onClose={onClose}
      onSubmit={(body) => step.mutateAsync({ verb, body })}
    />
  );
}
