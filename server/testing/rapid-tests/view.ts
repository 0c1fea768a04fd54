import type { z } from 'zod';
import rapidData from '../data/rapid-methods.json' with { type: 'json' };
import { evidenceOf } from '../rules/rapid-evidence.ts';
import type { RapidTestRecord } from './model.ts';
import type { rapidTestSchema } from './schema.ts';

export type RapidTestView = z.infer<typeof rapidTestSchema>;

type Confirmation = Required<Pick<RapidTestView, 'confirmation'>> & {
  samples: readonly { id: string; number: string }[];
};

export function rapidTestView(test: RapidTestRecord, confirmed?: Confirmation): RapidTestView {
  return {
    id: test._id.toHexString(),
    ...(test.device !== undefined && { device: test.device }),
    ...(test.enteredBy !== undefined && { enteredBy: test.enteredBy }),
    sample: test.sample,
    ...(test.planKind && { planKind: test.planKind }),
    batchCode: test.batchCode,
    analyte: test.analyte,
    value: test.value,
    unit: test.unit,
    ...(test.method && { method: test.method }),
    valid: test.invalid === undefined,
    ...(test.invalid !== undefined && { invalid: test.invalid }),
    positive: test.positive,
    evidence: evidenceOf(test, rapidData),
    ...(confirmed && {
      confirmation: confirmed.confirmation,
      confirmedBy: confirmed.samples.map(({ id, number }) => ({ id, number })),
    }),
    ...(test.calibration && { calibration: test.calibration }),
    at: test.at.toISOString(),
    receivedAt: test.receivedAt.toISOString(),
    ...(test.setAside && { setAside: { ...test.setAside, at: test.setAside.at.toISOString() } }),
  };
}
