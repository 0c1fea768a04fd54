import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { findPage, type Page } from '../../database/page.ts';
import { createRecord } from '../../database/transaction.ts';
import { InvalidInput, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { within } from '../../identity/rights/within.ts';
import type { TestingDependencies } from '../dependencies.ts';
import { methodKey } from '../rules/authorization.ts';
import { criterionFor } from '../rules/control-criteria.ts';
import { type ControlRecord, type CriterionRecord, qualityControlModels } from './model.ts';
import type { chartQuery, chartSchema, criterionBody, listCriteriaQuery } from './schema.ts';
import { type CriterionView, controlView, criterionView } from './view.ts';

const ofTheControl = unscoped('a control is held against what its laboratory has set, whoever enters it');

/** Whose a new record is: as the request says, else of whoever asks. */
export function ownedBy(
  caller: Caller,
  {
    laboratory = caller.laboratory,
    divisionCode = caller.divisionCode,
  }: { laboratory?: string | undefined; divisionCode?: string | undefined },
): { laboratory: string; divisionCode: string } {
  if (laboratory === undefined) throw InvalidInput.field('/laboratory', 'must name the laboratory');
  return { laboratory, divisionCode };
}

/** 质控限: means and deviations, recoveries and differences, as versions that are never changed; and the charts drawn against them. */
export function createCriteria(context: Context, deps: Pick<TestingDependencies, 'standards' | 'deviceKind'>) {
  const { Criterion, Control } = qualityControlModels(context.connection);

  return {
    /** What a control of this laboratory is held against; `undefined` when nothing is in force. */
    async criterionOf(
      laboratory: string,
      control: Parameters<typeof criterionFor>[1],
    ): Promise<CriterionRecord | undefined> {
      const found = await Criterion.find({ laboratory, methodKey: control.methodKey }, null, ofTheControl)
        .sort({ _id: 1 })
        .lean<CriterionRecord[]>();
      return criterionFor(found, control);
    },

    published: {
      async setControlCriterion(caller: Caller, body: z.infer<typeof criterionBody>): Promise<CriterionView> {
        const now = context.clock();
        const { laboratory, divisionCode, validFrom, ...rest } = body;
        const from = validFrom === undefined ? now : new Date(validFrom);
        if (from < now)
          throw InvalidInput.field('/validFrom', 'must not lie in the past: what was measured stays judged');
        if (body.instrument !== undefined && (await deps.deviceKind(body.instrument)) === null)
          throw InvalidInput.field('/instrument', 'is not the id of a known device');
        const law = await deps.standards.lawInForce();
        const facts = {
          ...rest,
          ...ownedBy(caller, { laboratory, divisionCode }),
          methodKey: methodKey(body.method),
          ...(body.analyte !== undefined && { analyteKey: law.analyteKey(body.analyte) }),
          validFrom: from,
          setBy: caller.username,
          setAt: now,
        };
        const scoped = within(caller, 'control-criteria:create');
        return criterionView(await createRecord(context, actorOf(caller), Criterion, facts, scoped));
      },

      async listControlCriteria(
        caller: Caller,
        { laboratory, method, kind, analyte, ...page }: z.output<typeof listCriteriaQuery>,
      ): Promise<Page<CriterionView>> {
        const filter = {
          ...(laboratory && { laboratory }),
          ...(method && { methodKey: methodKey(method) }),
          ...(kind && { kind }),
          ...(analyte && { analyteKey: (await deps.standards.lawInForce()).analyteKey(analyte) }),
        };
        const scoped = within(caller, 'control-criteria:read');
        const found = await findPage(Criterion, filter, { ...page, order: 'descending' }, scoped);
        return {
          items: found.items.map((each) => criterionView(each as CriterionRecord)),
          nextCursor: found.nextCursor,
        };
      },

      async controlChart(
        caller: Caller,
        id: string,
        { from, to, limit }: z.output<typeof chartQuery>,
      ): Promise<z.input<typeof chartSchema>> {
        const criterion = await Criterion.findById(
          id,
          null,
          within(caller, 'control-criteria:read'),
        ).lean<CriterionRecord>();
        if (!criterion) throw new NotFound('There is no such criterion');
        const at = { ...(from && { $gte: new Date(from) }), ...(to && { $lte: new Date(to) }) };
        const found = await Control.find(
          { criterionId: criterion._id, ...(Object.keys(at).length > 0 && { at }) },
          null,
          within(caller, 'controls:read'),
        )
          .sort({ at: -1, _id: -1 })
          .limit(limit)
          .lean<ControlRecord[]>();
        return { criterion: criterionView(criterion), points: found.reverse().map(controlView) };
      },
    },
  };
}

export type Criteria = ReturnType<typeof createCriteria>;
