import { AskedDialog } from './AskedDialog.tsx';
import { useCaseStep } from './queries.ts';
import { stepForms } from './step-forms.ts';
import { useVerbWord } from './words.ts';

interface Props {
  id: string;
  verb: string;
  onClose(): void;
  onDone(): void;
}

/** Asks for what a step of a case needs. */
export function StepDialog({ id, verb, onClose, onDone }: Props) {
  const verbWord = useVerbWord();
  const step = useCaseStep(id);
  return (
    <AskedDialog
      title={verbWord(verb)}
      fields={stepForms[verb] ?? []}
      onClose={onClose}
      onDone={onDone}
      onSubmit={(body) => step.mutateAsync({ verb, body })}
    />
  );
}
