import { Alert, App, Button, Form, Input } from 'antd';
import type { Placement } from '../../api/types.ts';
import { SitePicker } from '../../producers/SitePicker.tsx';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { fromInput, toInput } from './moments.ts';
import { usePlacing } from './queries.ts';
import { usePlacementsTexts } from './texts.ts';

interface Row {
  siteId?: string;
  divisionCode?: string;
  from?: string;
  to?: string;
}

interface Props {
  deviceId: string;
  placements: Placement[];
  onClose(): void;
}

/** The whole history as it should have been, written anew. */
export function CorrectDialog({ deviceId, placements, onClose }: Props) {
  const t = usePlacementsTexts();
  const { message } = App.useApp();
  const { correct } = usePlacing(deviceId);
  // Inputs show seconds; what nobody changed stays exactly as it was.
  const exact = new Map(placements.flatMap(({ from, to }) => [from, to]).map((instant) => [toInput(instant), instant]));
  const instantOf = (input: string | undefined) => exact.get(input) ?? fromInput(input);
  const rows = placements.map(({ siteId, divisionCode, from, to }): Row => {
    const [start, end] = [toInput(from), toInput(to)];
    return { divisionCode, ...(siteId && { siteId }), ...(start && { from: start }), ...(end && { to: end }) };
  });
  return (
    <ReasonDialog<{ placements: Row[] }>
      title={t('correct')}
      initialValues={{ placements: rows }}
      onClose={onClose}
      onReason={async ({ reason, placements: wanted }) => {
        await correct({ reason, placements: wanted.map((row) => asPlacement(row, instantOf)) });
        message.success(t('done'));
      }}
    >
      <Alert type="warning" showIcon title={t('correctHint')} />
      <Form.List name="placements">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }, index) => (
              <fieldset key={key} className="stay">
                <legend>{t('stay', { number: index + 1 })}</legend>
                <Form.Item name={[name, 'siteId']} label={t('site')}>
                  <SitePicker placeholder={t('store')} />
                </Form.Item>
                <Form.Item name={[name, 'from']} label={t('from')}>
                  <Input type="datetime-local" step={1} />
                </Form.Item>
                <Form.Item name={[name, 'to']} label={t('to')}>
                  <Input type="datetime-local" step={1} />
                </Form.Item>
                {fields.length > 1 && (
                  <Button onClick={() => remove(name)}>{t('removePlace', { number: index + 1 })}</Button>
                )}
              </fieldset>
            ))}
            <Button onClick={() => add({})}>{t('addPlace')}</Button>
          </>
        )}
      </Form.List>
    </ReasonDialog>
  );
}

/** A site has its own division; in store it is the division's that it was before. */
function asPlacement(
  { siteId, divisionCode, from, to }: Row,
  instantOf: (input: string | undefined) => string | undefined,
) {
  const [start, end] = [instantOf(from), instantOf(to)];
  const where = siteId ? { siteId } : { ...(divisionCode && { divisionCode }) };
  return { ...where, ...(start && { from: start }), ...(end && { to: end }) };
}
