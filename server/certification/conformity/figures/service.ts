import type { z } from 'zod';
import { dayOf } from '../../../calendar/index.ts';
import type { Context } from '../../../context.ts';
import type { Page } from '../../../database/page.ts';
import { subtreeRange } from '../../../divisions/rules.ts';
import { InvalidInput } from '../../../errors.ts';
import type { Caller } from '../../../identity/caller.ts';
import { within } from '../../../identity/rights/within.ts';
import type { ConformityDependencies } from '../dependencies.ts';
import { conformityModels } from '../model.ts';
import { dutyOn } from '../rules/forms.ts';
import { type Figures, foldFigures, type ProducerFigures, shareOf } from './fold.ts';
import type { figuresPageQuery, figuresQuery, figuresSchema } from './schema.ts';

export type FiguresView = z.input<typeof figuresSchema>;

const usualDays = 30;
const day = 86_400_000;

interface Period {
  from: Date;
  to: Date;
}

type Counted = Omit<ProducerFigures, 'producerId' | 'divisionCode'>;
const nothing: Counted = { batches: 0, certified: 0, issued: 0, void: 0, withdrawn: 0, onBehalf: 0 };

interface Key {
  producerId: unknown;
  divisionCode: string;
}

/** How many certificates were issued, by whom, and how many batches have none: for supervision. */
export function createFigures(context: Context, deps: ConformityDependencies) {
  const { ConformityCertificate } = conformityModels(context.connection);

  const issuedIn = (caller: Caller, { from, to }: Period, division: object) =>
    ConformityCertificate.aggregate<Counted & { _id: Key }>([
      { $match: { ...division, issuedAt: { $gte: from, $lt: to } } },
      {
        $group: {
          _id: { producerId: '$producerId', divisionCode: '$divisionCode' },
          issued: { $sum: 1 },
          void: { $sum: { $cond: [{ $eq: ['$state', 'void'] }, 1, 0] } },
          withdrawn: { $sum: { $cond: [{ $eq: ['$state', 'withdrawn'] }, 1, 0] } },
          onBehalf: { $sum: { $cond: ['$onBehalf', 1, 0] } },
        },
      },
    ]).option(within(caller, 'conformity-certificates:read'));

  const certifiedIn = (caller: Caller, { from, to }: Period, division: object) =>
    ConformityCertificate.aggregate<{ _id: Key; certified: number }>([
      { $match: { ...division, state: 'valid', batchRegisteredAt: { $gte: from, $lt: to } } },
      { $group: { _id: { producerId: '$producerId', divisionCode: '$divisionCode', batchCode: '$batchCode' } } },
      {
        $group: {
          _id: { producerId: '$_id.producerId', divisionCode: '$_id.divisionCode' },
          certified: { $sum: 1 },
        },
      },
    ]).option(within(caller, 'conformity-certificates:read'));

  const counted = async (caller: Caller, period: Period, code: string | undefined): Promise<ProducerFigures[]> => {
    const division = code === undefined ? {} : { divisionCode: subtreeRange(code) };
    const categories = await deps.standards.coveredCategories(dayOf(context.clock()));
    const [issued, certified, batches] = await Promise.all([
      issuedIn(caller, period, division),
      certifiedIn(caller, period, division),
      deps.traceability.countBatches(caller, { ...period, categories, division }),
    ]);
    const rows = new Map<string, ProducerFigures>();
    for (const { _id, ...counts } of [...issued, ...certified, ...batches]) {
      const producerId = String(_id.producerId);
      const key = `${producerId}|${_id.divisionCode}`;
      const known = rows.get(key) ?? { producerId, divisionCode: _id.divisionCode, ...nothing };
      rows.set(key, { ...known, ...counts });
    }
    return [...rows.values()];
  };

  const view = async (figures: Figures, by: string): Promise<FiguresView> => {
    const { key, divisionCode, ...counts } = figures;
    const divisionName = deps.divisions.nameOf(divisionCode);
    const beside = {
      divisionCode,
      divisionName,
      share: shareOf(figures),
    };
    if (by !== 'producer') return { key, name: divisionName, ...counts, ...beside };
    const producer = await deps.producers.producerById(key);
    const kind = producer?.kind as FiguresView['producerKind'];
    const today = dayOf(context.clock());
    const duty = kind && (dutyOn(today, kind, 'producer') ?? dutyOn(today, kind, 'purchaser'));
    return {
      key,
      name: producer?.name ?? key,
      producerId: key,
      ...(kind && { producerKind: kind, duty: duty?.duty ?? 'none' }),
      ...counts,
      ...beside,
    };
  };

  const groupsOf = async (caller: Caller, query: z.output<typeof figuresQuery>) => {
    const period = periodOf(query, context.clock());
    const groups = foldFigures(await counted(caller, period, query.division), query.by);
    const wanted = query.lacking === 'true' ? groups.filter(({ batches, certified }) => certified < batches) : groups;
    return { period, groups: wanted };
  };

  return {
    /** @throws InvalidInput */
    async figures(caller: Caller, query: z.output<typeof figuresPageQuery>): Promise<Page<FiguresView>> {
      const { groups } = await groupsOf(caller, query);
      const after = query.cursor === undefined ? '' : Buffer.from(query.cursor, 'base64url').toString();
      const rest = groups.filter(({ key }) => key > after);
      const shown = rest.slice(0, query.limit);
      const last = rest.length > shown.length ? shown.at(-1) : undefined;
      return {
        items: await Promise.all(shown.map((group) => view(group, query.by))),
        nextCursor: last ? Buffer.from(last.key).toString('base64url') : null,
      };
    },

    /** All of them, for a table. @throws InvalidInput */
    async allFigures(
      caller: Caller,
      query: z.output<typeof figuresQuery>,
    ): Promise<{ from: Date; to: Date; rows: FiguresView[] }> {
      const { period, groups } = await groupsOf(caller, query);
      const rows: FiguresView[] = [];
      for (const group of groups) rows.push(await view(group, query.by));
      return { ...period, rows };
    },
  };
}

function periodOf(query: z.output<typeof figuresQuery>, now: Date): Period {
  const to = query.to === undefined ? now : new Date(query.to);
  const from = query.from === undefined ? new Date(to.getTime() - usualDays * day) : new Date(query.from);
  if (from >= to) throw InvalidInput.field('/query/from', 'must be before its end');
  return { from, to };
}
