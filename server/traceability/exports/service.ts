import writeExcelFile from 'write-excel-file/node';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { NotFound } from '../../errors.ts';
import type { Caller } from '../../identity/caller.ts';
import { mayDo } from '../../identity/rights/ability.ts';
import { within } from '../../identity/rights/within.ts';
import type { SiteRecord } from '../../producers/index.ts';
import type { Capture } from '../capture.ts';
import { identified } from '../epcis/events.ts';
import { queryDocument } from '../epcis/view.ts';
import { createLineage } from '../lineage.ts';
import { type BatchRecord, type EventRecord, traceabilityModels } from '../model.ts';
import type { EpcisEvent } from '../rules/epcis/event.ts';
import { commissioningOf } from '../rules/epcis/lot-data.ts';
import { prefixesOf } from '../rules/epcis/names.ts';
import type { OwnNames } from '../rules/epcis/own-event.ts';
import { vocabularyList } from '../rules/epcis/vocabulary-list.ts';
import { initialPackings } from '../rules/fsma/initial-packing.ts';
import { type FsmaEvent, fsmaSheets } from '../rules/fsma/sheets.ts';
import { producerIdentifier } from '../rules/gs1/place.ts';
import { balanceOf } from '../rules/mass-balance.ts';
import { eventsOfGoods } from '../rules/reach/events-of-goods.ts';
import { fsmaEvents, fsmaLot } from './fsma-events.ts';

interface Sources {
  capture: Pick<Capture, 'eventsOf'>;
  names: OwnNames;
}

type Direction = 'up' | 'down' | 'both';

const alongTheLineage = unscoped('of lots out of reach the public facts alone are told');

/** A trace in the forms that others ask for, of the events within the caller's reach. */
export function createTraceExports(context: Context, { capture, names }: Sources) {
  const { Batch } = traceabilityModels(context.connection);
  const lineage = createLineage(context.connection);

  const requireBatch = async (caller: Caller, code: string): Promise<BatchRecord> => {
    const found = await Batch.findOne({ code }, null, within(caller, 'batches:read')).lean<BatchRecord>();
    if (!found) throw new NotFound(`There is no batch ${code}`);
    return found;
  };

  const traced = async (caller: Caller, code: string, direction: Direction) => {
    await requireBatch(caller, code);
    const graph = await lineage.graph(code, direction, 50);
    const codes = [...graph.distances.keys()];
    const { events, sites } = await capture.eventsOf([...codes, ...graph.containers]);
    const readable = events.filter((event) => mayDo(caller, 'events:read', event));
    const told = eventsOfGoods(codes, graph.around, readable);
    const tellsOfThem = new Set([...told.values()].flat().map(({ event }) => event));
    return { codes, sites, told, events: readable.filter((event) => tellsOfThem.has(event)) };
  };

  /** Those of the events that pack what was not packed before, by all that is on record of where it came from, told or not. */
  const initialPackingsOf = async (events: FsmaEvent[], records: EventRecord[]): Promise<Set<FsmaEvent>> => {
    const taken = records.flatMap(({ inputs }) => inputs.map(({ batchCode }) => batchCode));
    const lots = await lineage.sourcesOf([...taken, ...events.flatMap((event) => event.lots.map(({ code }) => code))]);
    const { events: before, sites } = await capture.eventsOf(lots);
    const initial = initialPackings(
      fsmaEvents(
        eventsOfGoods(lots, () => [], before),
        sites,
      ),
    );
    const ids = new Set([...initial].map(({ eventId }) => eventId));
    return new Set(events.filter(({ eventId }) => ids.has(eventId)));
  };

  return {
    /** An EPCIS 2.0 document that another system, or this one, can capture. */
    async asEpcis(caller: Caller, code: string, direction: Direction) {
      const { events, codes, sites } = await traced(caller, code, direction);
      const batches = await Batch.find({ code: { $in: codes } }, null, alongTheLineage).lean<BatchRecord[]>();
      const { epcisBody, ...envelope } = queryDocument(events, {
        names,
        format: 'Never_Translates',
        now: context.clock(),
      });
      const commissioned = commissionings(
        batches.filter((batch) => mayDo(caller, 'batches:read', batch)),
        events,
        names,
      );
      const vocabulary = vocabularyList(masterDataOf(batches, sites, names));
      return {
        ...envelope,
        type: 'EPCISDocument' as const,
        epcisHeader: { epcisMasterData: { vocabularyList: vocabulary } },
        epcisBody: { eventList: [...commissioned, ...epcisBody.queryResults.resultsBody.eventList] },
      };
    },

    /** The electronic sortable spreadsheet of 21 CFR 1.1455 (c)(3)(ii), as a workbook. */
    async asFsma(caller: Caller, code: string, direction: Direction): Promise<Buffer> {
      const { codes, sites, told, events: records } = await traced(caller, code, direction);
      const batches = await Batch.find({ code: { $in: codes } }, null, alongTheLineage).lean<BatchRecord[]>();
      const events = fsmaEvents(told, sites);
      const sheets = fsmaSheets(
        events,
        new Map(batches.map((batch) => [batch.code, fsmaLot(batch)])),
        await initialPackingsOf(events, records),
      );
      return writeExcelFile(
        sheets.map(({ name, rows }) => ({ sheet: name, data: rows, stickyRowsCount: 1 })),
      ).toBuffer();
    },

    /** What was taken out of a lot against what it came to. */
    async balance(caller: Caller, code: string) {
      const batch = await requireBatch(caller, code);
      const { events } = await capture.eventsOf([code]);
      const taken = events.flatMap(({ _id, at, inputs }) =>
        inputs
          .filter(({ batchCode }) => batchCode === code)
          .map(({ quantity }) => ({ eventId: _id.toHexString(), at, quantity })),
      );
      const { value, unit } = batch.quantity;
      const { lines, ...balance } = balanceOf({ value, unit }, taken);
      return {
        code,
        quantity: { value, unit },
        ...balance,
        lines: lines.map(({ at, taken: amount, ...line }) => ({
          ...line,
          at: at.toISOString(),
          ...(amount && { taken: { value: amount.value, unit: amount.unit } }),
        })),
      };
    },
  };
}

/** How the lots came into being that were made of no other on record. */
function commissionings(batches: BatchRecord[], events: EventRecord[], names: OwnNames): EpcisEvent[] {
  const made = new Set(
    events.flatMap(({ outputs, batchCodes, epcis }) =>
      epcis.action === 'ADD' && epcis.bizStep?.endsWith('commissioning')
        ? batchCodes
        : outputs.map(({ batchCode }) => batchCode),
    ),
  );
  const harvested = (code: string) =>
    events.filter(({ step, batchCodes }) => step === 'harvest' && batchCodes.includes(code)).map(({ at }) => at);
  return batches
    .filter(({ code }) => !made.has(code))
    .map((batch) => commissioningOf(batch, names.batch(batch.code), harvested(batch.code)))
    .map((event) => identified(event, null, prefixesOf(null)).event);
}

/** What the identifiers of the document stand for; of a person's name the masked form. */
function masterDataOf(batches: BatchRecord[], sites: Map<string, SiteRecord>, names: OwnNames) {
  const places = [...sites.values()];
  const parties = [...batches, ...places].map(({ producerId, producerName }) => ({
    id: producerIdentifier(producerId.toHexString()),
    attributes: { 'cbvmda:name': producerName },
  }));
  return {
    lots: batches.map(({ code, productName, producerName }) => ({
      id: names.batch(code),
      attributes: {
        'cbvmda:descriptionShort': productName,
        'cbvmda:manufacturerOfTradeItemPartyName': producerName,
      },
    })),
    places: places.map(({ _id, name }) => ({
      id: names.site(_id.toHexString()),
      attributes: { 'cbvmda:name': name, 'cbvmda:countryCode': 'CN' },
    })),
    parties,
  };
}

export type TraceExports = ReturnType<typeof createTraceExports>;
