import { createHmac, randomBytes } from 'node:crypto';
import { isbot } from 'isbot';
import { dayOf } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { system } from '../../database/change-log/actor.ts';
import { unscoped } from '../../database/guard.ts';
import { inTransaction, type Work } from '../../database/transaction.ts';
import type { ProducersService } from '../../producers/index.ts';
import { scanAnomalyRule, scanAnomalyWarning, type WarningsService } from '../../warnings/index.ts';
import { type BatchRecord, type EventRecord, traceabilityModels } from '../model.ts';
import { type ScanPlaceRecord, scanModels } from './model.ts';
import type { Place, PlaceOf } from './places.ts';

export interface Visit {
  /** Absent: the connection is gone. */
  address: string | undefined;
  /** The browser's name for itself. */
  agent: string | undefined;
}

interface Deps {
  placeOf?: PlaceOf | undefined;
  warnings: Pick<WarningsService, 'raise'>;
  producers: Pick<ProducersService, 'sitesById'>;
}

const day = 86_400_000;
/** Research on copied codes and the law on personal information (art. 6, 19): counts by town go after so long. */
const placesKept = 30 * day;
const anybodyScans = unscoped('whoever opens the page is counted, and nobody is known');

/** Counts who opens a batch's page, without keeping who it was; warns when one code is opened in places far apart. */
export function createScans(context: Context, { placeOf = () => undefined, warnings, producers }: Deps) {
  const models = scanModels(context.connection);
  const { Batch, TraceEvent } = traceabilityModels(context.connection);

  let lastKey: { day: string; key: string } | undefined;
  const keyOf = async (today: string, now: Date): Promise<string> => {
    if (lastKey?.day === today) return lastKey.key;
    const made = { key: randomBytes(32).toString('base64'), expiresAt: new Date(now.getTime() + day) };
    const found = await models.ScanKey.findOneAndUpdate(
      { _id: today },
      { $setOnInsert: made },
      { upsert: true, returnDocument: 'after' },
    ).lean();
    lastKey = { day: today, key: found?.key ?? made.key };
    return lastKey.key;
  };

  /** @returns whether the batch was not opened there today before */
  const countPlace = async ({ session }: Work, batchCode: string, today: string, place: Place, now: Date) => {
    const { longitude, latitude } = place;
    const written = await models.ScanPlace.updateOne(
      { _id: `${today}|${batchCode}|${longitude}|${latitude}` },
      {
        $inc: { count: 1 },
        $set: { lastAt: now },
        $setOnInsert: { batchCode, longitude, latitude, expiresAt: new Date(now.getTime() + placesKept) },
      },
      { upsert: true, session },
    );
    return written.upsertedCount > 0;
  };

  /** Where the batch has been by its own records: whoever bought it there opens the code there. */
  const knownPlaces = async (code: string): Promise<Place[]> => {
    const events = await TraceEvent.find({ batchCodes: code }, { siteId: 1, destinationSiteId: 1 }, anybodyScans).lean<
      Pick<EventRecord, 'siteId' | 'destinationSiteId'>[]
    >();
    const ids = events.flatMap(({ siteId, destinationSiteId }) => [siteId, destinationSiteId]);
    const sites = await producers.sitesById([...new Set(ids.flatMap((id) => (id ? [id.toHexString()] : [])))]);
    return [...sites.values()].flatMap(({ point }) => (point ? [point] : []));
  };

  const warnOfCopies = async (work: Work, batch: BatchRecord, now: Date): Promise<void> => {
    const since = new Date(now.getTime() - scanAnomalyRule.windowSeconds * 1000);
    const places = await models.ScanPlace.find({ batchCode: batch.code, lastAt: { $gte: since } })
      .session(work.session)
      .lean<ScanPlaceRecord[]>();
    const warning = scanAnomalyWarning({
      batchCode: batch.code,
      divisionCode: batch.divisionCode,
      producerId: batch.producerId.toHexString(),
      at: now,
      scans: places.map(({ longitude, latitude, lastAt }) => ({ longitude, latitude, at: lastAt.getTime() })),
      known: await knownPlaces(batch.code),
    });
    if (warning) await warnings.raise(work, warning);
  };

  return {
    /** Counts a visit; a program is none, and a visitor is one a day. */
    async count(code: string, { address, agent }: Visit): Promise<void> {
      if (address === undefined || isbot(agent)) return;
      const now = context.clock();
      const today = dayOf(now);
      const visitor = createHmac('sha256', await keyOf(today, now))
        .update(`${address}|${agent}`)
        .digest('base64url');
      const place = placeOf(address);
      await inTransaction(context, system('scans'), async (work) => {
        const { session } = work;
        const batch = await Batch.findOne({ code }, null, anybodyScans).session(session).lean<BatchRecord>();
        if (!batch) return;
        const seen = await models.Scan.updateOne(
          { _id: `${today}|${code}|${visitor}` },
          { $setOnInsert: { expiresAt: new Date(now.getTime() + day) } },
          { upsert: true, session },
        );
        if (seen.upsertedCount === 0) return;
        await models.ScanCount.updateOne(
          { _id: code },
          { $inc: { count: 1 }, $set: { lastAt: now }, $setOnInsert: { firstAt: now } },
          { upsert: true, session },
        );
        if (place && (await countPlace(work, code, today, place, now))) await warnOfCopies(work, batch, now);
      });
    },

    /** How often a batch's page was opened, and since when; `null` before the first time. */
    async of(code: string): Promise<{ count: number; firstAt: Date } | null> {
      return models.ScanCount.findById(code, { count: 1, firstAt: 1 }).lean<{ count: number; firstAt: Date }>();
    },
  };
}

export type Scans = ReturnType<typeof createScans>;
