import type { ReactNode } from 'react';
import { FormDialog } from '../shared/FormDialog.tsx';
import { Asked } from './Asked.tsx';
import { bodyOf, type StepField } from './form-field.ts';

type Typed = Record<string, unknown>;

interface Props {
  /** What is done; also the word on its button. */
  title: string;
  fields: readonly StepField[];
  /** @param body what was typed as the server takes it; `typed` has the further fields too */
  onSubmit(body: Typed, typed: Typed): Promise<unknown>;
  onClose(): void;
  onDone?(): void;
  /** Further fields, below those that are data. */
  children?: ReactNode;
}

/** A form that is data; what the server refuses stands at its field, and what was typed stays. */
export function AskedDialog({ title, fields, onSubmit, onClose, onDone, children }: Props) {
  return (
    <FormDialog<Typed>
      open
      title={title}
      submitText={title}
      onClose={onClose}
      {...(onDone && { onDone })}
      onSubmit={(typed) => onSubmit(bodyOf(fields, typed), typed)}
    >
      {fields.map((field) => (
        <Asked key={field.name} field={field} />
      ))}
      {children}
    </FormDialog>
  );
}
