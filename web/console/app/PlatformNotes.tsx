import { Alert } from 'antd';
import { useWarningStream } from '../warnings/warning-stream.ts';
import { useShellTexts } from './texts.ts';

/** What of the platform does not work, above every page: whoever sees it can tell those who run it. */
export function PlatformNotes() {
  const t = useShellTexts();
  const { faults } = useWarningStream();
  return faults.map((fault) => (
    <Alert key={fault} className="problem-note" type="error" showIcon role="alert" title={t(`fault-${fault}`)} />
  ));
}
