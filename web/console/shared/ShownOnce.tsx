import { Alert, Button, Modal } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  hint: string;
  /** What the button says with which somebody confirms having kept it. */
  done: string;
  onClose(): void;
  children: ReactNode;
}

/** What cannot be shown again, so closing this by accident is made hard. */
export function ShownOnce({ title, hint, done, onClose, children }: Props) {
  return (
    <Modal
      open
      title={title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {done}
        </Button>
      }
    >
      <Alert type="warning" showIcon title={hint} />
      {children}
    </Modal>
  );
}
