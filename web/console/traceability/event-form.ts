import type { NewEvent } from './queries.ts';
import { readShares } from './shares.ts';
import type { Step } from './words.ts';

export interface EventValues {
  step: Step;
  /** As `<input type="datetime-local">` gives it: the reader's own zone. */
  at: string;
  inputName?: string;
  dose?: string;
  inputs?: string;
  outputs?: string;
  siteId?: string;
  destinationSiteId?: string;
  note?: string;
}

/** What is sent for a filled-in form: fields of other steps stay behind. */
export function eventOf(values: EventValues, code: string): NewEvent {
  const { step, at, inputName, dose, siteId, destinationSiteId, note } = values;
  const shares = (text: string | undefined) => {
    const read = readShares(text ?? '');
    return 'shares' in read ? read.shares : [];
  };
  return {
    step,
    at: new Date(at).toISOString(),
    ...(step === 'transform'
      ? { inputs: shares(values.inputs), outputs: shares(values.outputs) }
      : { batchCode: code }),
    ...(step === 'treat' && inputName && { input: { name: inputName, ...(dose && { dose }) } }),
    ...(siteId && { siteId }),
    ...(step === 'ship' && destinationSiteId && { destinationSiteId }),
    ...(note && { note }),
  };
}
