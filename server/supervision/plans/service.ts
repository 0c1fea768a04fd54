import { isDeepStrictEqual } from 'node:util';
import { Types } from 'mongoose';
import type { z } from 'zod';
import { dayOf } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { findPage, type Page } from '../../database/page.ts';
import { inTransaction } from '../../database/transaction.ts';
import { isWithin } from '../../divisions/rules.ts';
import { Conflict, Forbidden, IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import { decideVerbs } from '../../http/fields.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { mayDo, noRight } from '../../identity/rights/ability.ts';
import { within } from '../../identity/rights/within.ts';
import { newSecret } from '../../identity/secrets.ts';
import { newestChecklist } from '../checklists.ts';
import weights from '../data/draw-weights.json' with { type: 'json' };
import type { SupervisionDependencies } from '../dependencies.ts';
import type { Inspections } from '../inspections/service.ts';
import { type DrawnPair, draw } from './draw.ts';
import { lastDayOf } from './due.ts';
import { planTransitions, whyNotDrawn } from './lifecycle.ts';
import { type DrawRecord, drawInputOf, type InspectionPlanRecord, kindOf, planModels } from './model.ts';
import type { createPlanBody, drawBody, listPlansQuery, planSchema } from './schema.ts';
import { type Inspected, plannedOf, requireTasks } from './tasks.ts';

type PlanView = z.input<typeof planSchema>;
type CreatePlan = z.output<typeof createPlanBody>;

const readAtOnce = 500;

/** 检查计划: how many are inspected where, and who inspects whom by a draw that anybody can repeat. */
export function createPlans(
  context: Context,
  { producers, drawFactors }: Pick<SupervisionDependencies, 'producers' | 'drawFactors'>,
  inspections: Pick<Inspections, 'createPlanned' | 'statesOfPlans'>,
) {
  const { InspectionPlan } = planModels(context.connection);

  const read = async (caller: Caller, id: string): Promise<InspectionPlanRecord> => {
    const scoped = within(caller, 'inspection-plans:read');
    const found = await InspectionPlan.findById(id, null, scoped).lean<InspectionPlanRecord>();
    if (!found) throw new NotFound('There is no such plan');
    return found;
  };

  const shown = async (caller: Caller, plans: readonly InspectionPlanRecord[]): Promise<PlanView[]> => {
    const statesOf = await inspections.statesOfPlans(plans.map(({ _id }) => _id));
    return plans.map((plan) => planView(plan, statesOf(plan._id), caller));
  };
  const one = async (caller: Caller, plan: InspectionPlanRecord): Promise<PlanView> =>
    (await shown(caller, [plan]))[0] as PlanView;

  /** Everybody the plan may draw, by what the caller may see. */
  const candidatesOf = async (caller: Caller, plan: InspectionPlanRecord): Promise<Inspected[]> => {
    const all: Inspected[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await producers.listProducers(caller, { limit: readAtOnce, ...(cursor && { cursor }) });
      all.push(...(page.items as Inspected[]));
      cursor = page.nextCursor;
    }
    return all.filter(
      ({ divisionCode, kind }) =>
        isWithin(divisionCode, plan.divisionCode) && (!plan.producerKinds || plan.producerKinds.includes(kind)),
    );
  };

  const drawn = (plan: InspectionPlanRecord, from: Pick<DrawRecord, 'seed' | 'producers'>): DrawnPair[] => {
    try {
      return draw(drawInputOf(plan, from));
    } catch (error) {
      throw new Conflict((error as Error).message);
    }
  };

  return {
    /** One that draws its producers is a draft; the tasks of another become inspections in the same transaction. */
    async createPlan(caller: Caller, body: CreatePlan): Promise<PlanView> {
      if (!newestChecklist(body.checklist)) throw InvalidInput.field('/checklist', 'is not a known checklist');
      const usernames = body.inspectors.map(({ username }) => username);
      if (new Set(usernames).size < usernames.length) throw InvalidInput.field('/inspectors', 'names somebody twice');
      const divisionCode = body.divisionCode ?? caller.divisionCode;
      const { tasks: named, ...fields } = body;
      const now = context.clock();
      const today = dayOf(now);
      if (body.due !== undefined && body.due < today) throw InvalidInput.field('/due', 'must not lie in the past');
      const tasks = await requireTasks(producers, caller, body, { divisionCode, today });
      const plan = {
        ...fields,
        _id: new Types.ObjectId(),
        divisionCode,
        count: body.count ?? tasks.length,
        state: named ? ('issued' as const) : ('draft' as const),
        createdAt: now,
        createdBy: caller.username,
      };
      const scoped = within(caller, 'inspection-plans:create');
      await inTransaction(context, actorOf(caller), async (work) => {
        await InspectionPlan.create([{ ...plan }], { session: work.session, ...scoped });
        await inspections.createPlanned(
          work,
          tasks.map((task) => plannedOf(plan, task, now)),
          caller.username,
        );
      });
      return one(caller, await read(caller, plan._id.toHexString()));
    },

    async listPlans(caller: Caller, query: z.output<typeof listPlansQuery>): Promise<Page<PlanView>> {
      const filter = {
        ...(query.year !== undefined && { year: query.year }),
        ...(query.quarter !== undefined && { quarter: query.quarter }),
        ...(query.kind && { kind: query.kind === 'random' ? { $in: ['random' as const, null] } : query.kind }),
        ...(query.state && { state: query.state }),
      };
      const scoped = within(caller, 'inspection-plans:read');
      const page = await findPage(InspectionPlan, filter, { ...query, order: 'descending' }, scoped);
      return { items: await shown(caller, page.items as InspectionPlanRecord[]), nextCursor: page.nextCursor };
    },

    getPlan: async (caller: Caller, id: string): Promise<PlanView> => one(caller, await read(caller, id)),

    /** Draws once, and plans an inspection for each pair, in one transaction; the audit log holds the whole draw. */
    async drawPlan(caller: Caller, id: string, { seed, seedSource }: z.output<typeof drawBody>): Promise<PlanView> {
      const plan = await read(caller, id);
      if (!mayDo(caller, 'inspection-plans:draw', plan))
        throw new Forbidden('The right inspection-plans:draw does not reach that plan');
      const refusal = whyNotDrawn(plan.state);
      if (refusal) throw new IllegalTransition(refusal);
      const candidates = await candidatesOf(caller, plan);
      if (candidates.length === 0) throw new Conflict('There is no producer to draw from');
      const factorOf = await drawFactors(candidates.map(({ id: each }) => each));
      const from = {
        seed: seed ?? newSecret(),
        producers: candidates.map(({ id: each, kind }) => ({ id: each, weight: weightOf(kind) * factorOf(each) })),
      };
      const result = drawn(plan, from);
      const record: DrawRecord = {
        algorithm: weights.algorithm,
        ...from,
        ...(seedSource !== undefined && { seedSource }),
        result,
        by: caller.username,
        at: context.clock(),
      };
      await inTransaction(context, actorOf(caller), async (work) => {
        const { matchedCount } = await InspectionPlan.updateOne(
          { _id: plan._id, state: 'draft' },
          { $set: { state: 'drawn', draw: record } },
          { session: work.session, ...within(caller, 'inspection-plans:draw') },
        );
        if (matchedCount === 0) throw new IllegalTransition('Somebody else has just drawn this plan');
        await inspections.createPlanned(
          work,
          result.map(({ producerId, inspectors }) =>
            plannedOf(
              plan,
              { producer: candidates.find(({ id: each }) => each === producerId) as Inspected, inspectors },
              record.at,
            ),
          ),
          caller.username,
        );
      });
      return one(caller, await read(caller, id));
    },

    /** Computes the draw anew from what is recorded. @throws IllegalTransition where nothing is drawn yet */
    async verifyDraw(caller: Caller, id: string) {
      const plan = await read(caller, id);
      if (!plan.draw) throw new IllegalTransition('尚未抽取 · Nothing is drawn yet');
      const computed = drawn(plan, plan.draw);
      const { algorithm, seed, result } = plan.draw;
      const recorded = result.map(({ producerId, inspectors }) => ({ producerId, inspectors: [...inspectors] }));
      return { same: isDeepStrictEqual(computed, recorded), algorithm, seed, computed };
    },
  };
}

export type Plans = ReturnType<typeof createPlans>;

function weightOf(kind: string): number {
  return (weights.byKind as Record<string, number>)[kind] ?? weights.otherwise;
}

function planView(plan: InspectionPlanRecord, states: readonly string[], caller: Caller): PlanView {
  const { _id, draw: record, inspectors, createdAt, ...rest } = plan;
  return {
    ...rest,
    due: lastDayOf(plan),
    kind: kindOf(plan),
    id: _id.toHexString(),
    inspectors: inspectors.map(({ username, conflictsWith }) => ({ username, conflictsWith: [...conflictsWith] })),
    ...(record && { draw: { ...record, at: record.at.toISOString() } }),
    completion: {
      planned: states.length,
      submitted: states.filter((state) => state !== 'planned' && state !== 'begun').length,
      closed: states.filter((state) => state === 'closed').length,
    },
    createdAt: createdAt.toISOString(),
    ...decideVerbs(planTransitions, ({ permission }) =>
      mayDo(caller, permission, plan) ? whyNotDrawn(plan.state) : noRight,
    ),
  };
}
