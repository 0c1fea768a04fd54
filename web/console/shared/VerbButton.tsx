import { Button, type ButtonProps, Tooltip } from 'antd';
import { useId } from 'react';
import type { Verbs } from '../api/types.ts';
import { useBilingual } from './texts.ts';

interface Props extends Omit<ButtonProps, 'disabled'> {
  verb: string;
  record: Verbs;
}

/**
 * A button for what the server allows now. Where it refuses, the button stays, says why, and can still be reached by keyboard;
 * a verb the server does not speak of has no button.
 */
export function VerbButton({ verb, record, children, ...button }: Props) {
  const bilingual = useBilingual();
  const id = useId();
  if (record.allowed.includes(verb)) return <Button {...button}>{children}</Button>;
  const refusal = record.refused.find((each) => each.verb === verb);
  if (!refusal) return null;
  const reason = bilingual(refusal.reason);
  return (
    <span className="refused">
      <Tooltip title={reason}>
        <Button className="refused-button" aria-disabled="true" aria-describedby={id}>
          {children}
        </Button>
      </Tooltip>
      <span id={id} className="hidden">
        {reason}
      </span>
    </span>
  );
}
