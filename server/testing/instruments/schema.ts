import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { calibrationStanding } from '../../devices/index.ts';
import { divisionCode, instant, recordId } from '../../http/fields.ts';
import { addResultBody } from '../result-schema.ts';

export const instrumentResultStates = ['waiting', 'accepted', 'discarded'] as const;

/** What the analyst adds to what the instrument measured. */
export const acceptBody = addResultBody.pick({ method: true, lod: true, loq: true, uncertainty: true, run: true });

export const instrumentResultSchema = z
  .object({
    id: recordId,
    device: z.string(),
    sampleId: recordId,
    sampleNumber: z.string(),
    divisionCode,
    laboratory: z.string().optional(),
    analyte: z.string(),
    value: z.string(),
    unit: z.string(),
    method: z.string().optional(),
    calibration: calibrationStanding.optional(),
    at: instant,
    receivedAt: instant,
    state: z.enum(instrumentResultStates),
    decidedBy: z.string().optional(),
    decidedAt: instant.optional(),
    reason: z.string().optional(),
  })
  .meta({
    id: 'InstrumentResult',
    description: 'Measured by an instrument; an analyst answers for it, or discards it',
  });

export const listInstrumentResultsQuery = pageQuery.extend({
  sample: recordId.optional(),
  state: z.enum(instrumentResultStates).optional(),
});
