import type { TraceView } from '../../../web/consumer/trace-view.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/index.ts';
import { type Printing, printLabel } from '../../labels/index.ts';
import type { TraceabilityService } from '../service.ts';
import { batchLabel, type LabelLanguage } from './label.ts';

interface Deps {
  batches: Pick<TraceabilityService, 'getBatch'>;
  publicTrace(code: string): Promise<TraceView>;
}

export function createBatchLabels({ clock }: Pick<Context, 'clock'>, { batches, publicTrace }: Deps) {
  return {
    /** @throws NotFound, InvalidInput when the label does not fit the preset */
    async print(
      caller: Caller,
      code: string,
      { language, ...printing }: Omit<Printing, 'at'> & { language: LabelLanguage },
    ): Promise<Buffer | string> {
      const { digitalLink, traceUrl } = await batches.getBatch(caller, code);
      const label = batchLabel(await publicTrace(code), digitalLink ?? traceUrl, language);
      return printLabel(label, { ...printing, at: clock() });
    },
  };
}

export type BatchLabels = ReturnType<typeof createBatchLabels>;
