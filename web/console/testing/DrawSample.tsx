import { App, Form, Input } from 'antd';
import { useNavigate } from 'react-router';
import { useSession } from '../identity/session.ts';
import { ChoiceField } from '../shared/Choice.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { asLocalInput } from '../shared/format.ts';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { type NewSample, useDrawSample } from './queries.ts';
import { useTestingTexts } from './texts.ts';
import { planNames, usePlanWord } from './words.ts';

interface Values {
  batchCode: string;
  planKind: NewSample['planKind'];
  drawnAt: string;
  place?: string;
  samplers?: string;
  sealNumber?: string;
}

interface Props {
  batch: string | undefined;
  /** The positive rapid test that the sample shall confirm. */
  confirms?: string;
  onClose: () => void;
}

export function DrawSample({ batch, confirms, onClose }: Props) {
  const t = useTestingTexts();
  const shared = useSharedTexts();
  const plan = usePlanWord();
  const { message } = App.useApp();
  const { data: user } = useSession();
  const navigate = useNavigate();
  const draw = useDrawSample();
  const required = { required: true, whitespace: true, message: shared('required') };
  return (
    <FormDialog<Values>
      open
      title={t(confirms ? 'drawConfirmation' : 'draw')}
      submitText={t('draw')}
      initialValues={{
        planKind: 'routine-monitoring',
        drawnAt: asLocalInput(new Date()),
        ...(batch && { batchCode: batch }),
        ...(user && { samplers: user.displayName }),
      }}
      onClose={onClose}
      onSubmit={async ({ samplers, place, sealNumber, batchCode, drawnAt, planKind }) => {
        const names = (samplers ?? '')
          .split(/[,,、;;]/)
          .map((each) => each.trim())
          .filter(Boolean);
        const drawn = new Date(drawnAt);
        const sample = await draw.mutateAsync({
          batchCode: batchCode.trim(),
          planKind,
          drawnAt: drawn.toISOString(),
          ...(confirms && { confirms }),
          ...(place && { place }),
          ...(sealNumber && { sealNumber }),
          ...(names.length > 0 && { samplers: names }),
        });
        message.success(t('drawn'));
        navigate(`/samples/${sample.id}`);
      }}
    >
      <Form.Item name="batchCode" label={t('batch')} rules={[required]}>
        <Input autoFocus maxLength={40} autoComplete="off" readOnly={confirms !== undefined} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="planKind" label={t('plan')} rules={[required]}>
          <ChoiceField options={planNames.map((value) => ({ value, label: plan(value) }))} />
        </Form.Item>
        <Form.Item name="drawnAt" label={t('drawnAt')} rules={[required]}>
          <Input type="datetime-local" />
        </Form.Item>
      </div>
      <Form.Item name="place" label={t('place')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="samplers" label={t('samplers')} extra={t('samplersHint')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="sealNumber" label={t('seal')}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}
