import { NotFound } from '../errors.ts';
import type { Caller } from '../identity/caller.ts';
import { within } from '../identity/rights/within.ts';
import type { WarningModels, WarningRecord } from './model.ts';

const lookBackMilliseconds = 365 * 86_400_000;
const listedAtMost = 50;

/** 重复发生: the same producer, the same hazard, the same origin (as article 24 of Regulation (EU) 2019/1715 asks for). */
export function createRecurrences({ Warning }: Pick<WarningModels, 'Warning'>) {
  return {
    /** Earlier warnings of a year that the caller may see, the newest first; none where the producer or the hazard is not known. */
    async recurrences(caller: Caller, id: string) {
      const scoped = within(caller, 'warnings:read');
      const warning = await Warning.findById(id, null, scoped).lean<WarningRecord>();
      if (!warning) throw new NotFound('There is no such warning');
      const since = new Date(warning.openedAt.getTime() - lookBackMilliseconds);
      const { producerId, hazard, siteId, divisionCode } = warning;
      const found =
        producerId && hazard
          ? await Warning.find(
              {
                producerId,
                hazard,
                ...(siteId ? { siteId } : { divisionCode }),
                _id: { $lt: warning._id },
                openedAt: { $gte: since },
                state: { $ne: 'false-alarm' as const },
              },
              null,
              scoped,
            )
              .sort({ _id: -1 })
              .limit(listedAtMost)
              .lean<WarningRecord[]>()
          : [];
      return { since: since.toISOString(), count: found.length, items: found.map(recurrenceView) };
    },
  };
}

function recurrenceView({ _id, level, state, title, openedAt }: WarningRecord) {
  return {
    id: _id.toHexString(),
    level,
    state,
    title: { zh: title.zh, en: title.en },
    openedAt: openedAt.toISOString(),
  };
}
