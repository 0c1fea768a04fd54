import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { findPage, type Page } from '../../database/page.ts';
import { inTransaction, type Work } from '../../database/transaction.ts';
import { InvalidInput } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { within } from '../../identity/rights/within.ts';
import type { LawNow } from '../../standards/index.ts';
import type { Authorizations } from '../authorizations/service.ts';
import type { TestingDependencies } from '../dependencies.ts';
import type { ReachingBack } from '../nonconformities/reaching-back.ts';
import { judgeControl } from '../rules/control-judgement.ts';
import { defaultCriterion } from '../rules/default-criterion.ts';
import { outstandingAfter } from '../rules/outstanding.ts';
import type { ControlPoint } from '../rules/westgard.ts';
import type { Criteria } from './criteria.ts';
import { defaultCriteria } from './default-criteria.ts';
import { type ControlRecord, type CriterionRecord, qualityControlModels, type RunRecord } from './model.ts';
import type { Runs } from './runs.ts';
import type { controlBody, listControlsQuery } from './schema.ts';
import { type ControlView, controlView } from './view.ts';

/** As far back as any rule looks. */
const longestChain = 10;

const ofTheChart = unscoped('a control is judged with those before it, whoever entered them');

/** Quality control samples of runs: judged as they are entered; one that fails stops its run. */
export function createControls(
  context: Context,
  deps: Pick<TestingDependencies, 'standards'>,
  { requireRun, take }: Runs,
  { criterionOf }: Pick<Criteria, 'criterionOf'>,
  { requireAuthorized, ofControl }: Pick<Authorizations, 'requireAuthorized'> & Pick<ReachingBack, 'ofControl'>,
) {
  const { Control } = qualityControlModels(context.connection);

  /** The points before this one under the same target, and the newest of the run's other materials. */
  const neighborsOf = async (work: Work, control: ControlRecord, criterion: CriterionRecord | undefined) => {
    if (control.kind !== 'material' || !criterion) return { earlier: [], sameRun: [] };
    const earlier = await Control.find({ criterionId: criterion._id, at: { $lte: control.at } }, null, ofTheChart)
      .session(work.session)
      .sort({ at: -1, _id: -1 })
      .limit(longestChain)
      .lean<ControlRecord[]>();
    const ofRun = await Control.find(
      { runId: control.runId, kind: 'material', analyteKey: control.analyteKey },
      null,
      ofTheChart,
    )
      .session(work.session)
      .sort({ at: 1, _id: 1 })
      .lean<ControlRecord[]>();
    const others = ofRun.filter((each) => each.material !== control.material || each.lot !== control.lot);
    const newest = [...new Map(others.map((each) => [`${each.material}|${each.lot}`, each])).values()];
    return {
      earlier: earlier.reverse().flatMap((each) => pointOf(each, criterion)),
      sameRun: (await Promise.all(newest.map(targetOf))).flat(),
    };
  };

  /** A point of another material stands against its own target. */
  const targetOf = async (control: ControlRecord): Promise<ControlPoint[]> => {
    const criterion = await criterionOf(control.laboratory, control);
    return criterion ? pointOf(control, criterion) : [];
  };

  return {
    async enterControl(caller: Caller, runId: string, body: z.infer<typeof controlBody>): Promise<ControlView> {
      const law = await deps.standards.lawInForce();
      const enter = async (work: Work): Promise<ControlRecord> => {
        const run = await requireRun(caller, runId, work);
        await requireAuthorized(run.laboratory, caller.username, run.method, context.clock());
        const found = recordOf(law, run, body, caller.username, context.clock());
        const criterion = await criterionOf(run.laboratory, found);
        requireUnit(found, criterion);
        const { earlier, sameRun } = await neighborsOf(work, found, criterion);
        const byDefault = criterion
          ? undefined
          : defaultCriterion(defaultCriteria, found.kind, law.kindsOf(found.analyte));
        const judged = judgeControl(found, criterion ?? byDefault, earlier, sameRun);
        const control: ControlRecord = {
          ...found,
          ...(criterion && { criterionId: criterion._id }),
          ...(byDefault && { defaultSource: byDefault.source }),
          ...judged,
        };
        await Control.create([control], { session: work.session, ...within(caller, 'controls:create') });
        const { kind, analyte, analyteKey, material, lot, state, enteredBy } = control;
        const entry = {
          controlId: control._id,
          kind,
          analyte,
          analyteKey,
          ...(material !== undefined && { material }),
          ...(lot !== undefined && { lot }),
          state,
          enteredBy,
          corrected: false,
        };
        await take(work, caller, run, state === 'out-of-control' ? 'fail' : 'enter-control', {
          controlCount: run.controlCount + 1,
          outstanding: outstandingAfter(run.outstanding, entry),
        });
        if (state === 'out-of-control') await ofControl(work, control, run);
        return control;
      };
      return controlView(await inTransaction(context, actorOf(caller), enter));
    },

    async listControls(
      caller: Caller,
      { run, laboratory, analyte, kind, state, ...page }: z.output<typeof listControlsQuery>,
    ): Promise<Page<ControlView>> {
      const filter = {
        ...(run && { runId: new Types.ObjectId(run) }),
        ...(laboratory && { laboratory }),
        ...(analyte && { analyteKey: (await deps.standards.lawInForce()).analyteKey(analyte) }),
        ...(kind && { kind }),
        ...(state && { state }),
      };
      const found = await findPage(Control, filter, { ...page, order: 'descending' }, within(caller, 'controls:read'));
      return { items: found.items.map((each) => controlView(each as ControlRecord)), nextCursor: found.nextCursor };
    },
  };
}

function recordOf(
  law: LawNow,
  run: RunRecord,
  { at, ...body }: z.infer<typeof controlBody>,
  enteredBy: string,
  now: Date,
): ControlRecord {
  const measuredAt = at === undefined ? now : new Date(at);
  if (measuredAt > now) throw InvalidInput.field('/at', 'must not lie in the future');
  return {
    _id: new Types.ObjectId(),
    divisionCode: run.divisionCode,
    laboratory: run.laboratory,
    runId: run._id,
    runName: run.name,
    methodKey: run.methodKey,
    ...(run.instrument !== undefined && { instrument: run.instrument }),
    ...body,
    analyteKey: law.analyteKey(body.analyte),
    state: 'undecided',
    rules: [],
    reason: { zh: '', en: '' },
    enteredBy,
    at: measuredAt,
    enteredAt: now,
  } as ControlRecord;
}

/** A chart has one unit. */
function requireUnit({ unit }: ControlRecord, criterion: CriterionRecord | undefined): void {
  if (criterion?.unit !== undefined && criterion.unit !== unit)
    throw InvalidInput.field('/unit', `must be ${criterion.unit}, the unit of what it is held against`);
}

function pointOf({ value }: ControlRecord, { mean, sd }: CriterionRecord): ControlPoint[] {
  return mean === undefined || sd === undefined ? [] : [{ value, mean, sd }];
}
