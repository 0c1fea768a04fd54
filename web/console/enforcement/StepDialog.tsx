import { FormDialog } from '../shared/FormDialog.tsx';
import { Asked } from './Asked.tsx';
import { bodyOf } from './form-field.ts';
import { useCaseStep } from './queries.ts';
import { stepForms } from './step-forms.ts';
import { useVerbWord } from './words.ts';

interface Props {
  id: string;
  verb: string;
  onClose(): void;
  onDone(): void;
}

/** Asks for what a step of a case needs; what the server refuses stands at its field, and what was typed stays. */
export function StepDialog({ id, verb, onClose, onDone }: Props) {
  const verbWord = useVerbWord();
  const step = useCaseStep(id);
  const fields = stepForms[verb] ?? [];
  return (
    <FormDialog<Record<string, unknown>>
      open
      title={verbWord(verb)}
      submitText={verbWord(verb)}
      onClose={onClose}
      onDone={onDone}
      onSubmit={(values) => step.mutateAsync({ verb, body: bodyOf(fields, values) })}
    >
      {fields.map((field) => (
        <Asked key={field.name} field={field} />
      ))}
    </FormDialog>
  );
}
