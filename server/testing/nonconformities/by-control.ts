import type { Context } from '../../context.ts';
import type { Work } from '../../database/transaction.ts';
import type { LawNow } from '../../standards/index.ts';
import type { TestingDependencies } from '../dependencies.ts';
import { type ControlRecord, qualityControlModels, type RunRecord } from '../quality-control/model.ts';
import type { DeviceRapidTestRecord } from '../rapid-tests/model.ts';
import { methodKey } from '../rules/authorization.ts';
import {
  goodControlStates,
  isInReach,
  type ReachBack,
  rapidReachOfControl,
  reachOfControl,
} from '../rules/reach-back.ts';
import { doubtedRapidTest, type FindDoubted, whoeverMeasured } from './doubted.ts';
import type { Cause, Opening } from './opening.ts';

/** What a control that failed casts doubt on. */
export function createDoubtByControl(
  context: Context,
  { standards }: Pick<TestingDependencies, 'standards'>,
  { resultsIn, rapidTestsIn }: FindDoubted,
  { open }: Pick<Opening, 'open'>,
) {
  const { Control, Run } = qualityControlModels(context.connection);

  /** The good ones next to it: of its kind, method, analyte, instrument and material. */
  const neighbor = async (work: Work, control: ControlRecord, side: 'before' | 'after'): Promise<ControlRecord[]> => {
    const { laboratory, methodKey: method, kind, analyteKey, instrument, material, lot, at } = control;
    const same = { laboratory, methodKey: method, kind, analyteKey, instrument, material, lot };
    const good = { state: { $in: goodControlStates }, at: side === 'before' ? { $lt: at } : { $gt: at } };
    return Control.find({ ...same, ...good }, null, whoeverMeasured)
      .session(work.session)
      .sort({ at: side === 'before' ? -1 : 1 })
      .limit(1)
      .lean<ControlRecord[]>();
  };

  const reachesOf = async (work: Work, control: ControlRecord) => {
    const reach = reachOfControl(control, await neighbor(work, control, 'before'));
    return { reach, rapidReach: rapidReachOfControl(reach, control, await neighbor(work, control, 'after')) };
  };

  const causeOf = (control: ControlRecord, run: Pick<RunRecord, 'method'>): Cause => ({
    ...{ divisionCode: control.divisionCode, laboratory: control.laboratory, analyte: control.analyte },
    method: run.method,
    cause: 'control',
    causeId: control._id.toHexString(),
    ...(control.instrument !== undefined && { instrument: control.instrument }),
  });

  return {
    /** A control has failed. */
    async ofControl(work: Work, control: ControlRecord, run: RunRecord): Promise<void> {
      const { laboratory, analyteKey, instrument } = control;
      const { reach, rapidReach } = await reachesOf(work, control);
      const found = await resultsIn(work, reach, { laboratory, results: { analyteKey } }, (result) => {
        if (result.analyteKey !== analyteKey || result.run?.id.equals(run._id)) return false;
        if (instrument !== undefined && result.instrument !== instrument) return false;
        return result.method !== undefined && methodKey(result.method) === run.methodKey;
      });
      const law = await standards.lawInForce();
      const isMeant = (test: DeviceRapidTestRecord) => isSameTest(law, test, control);
      const rapid = instrument === undefined ? [] : await rapidTestsIn(work, instrument, rapidReach, isMeant);
      const whole = longer(
        reach,
        rapid.map(({ enteredAt }) => enteredAt),
      );
      await open(work, causeOf(control, run), whole, { ...found, doubted: [...found.doubted, ...rapid] });
    },

    /** A rapid test has come, however late: controls of its device may have failed around it. */
    async ofRapidTest(work: Work, test: DeviceRapidTestRecord): Promise<void> {
      const law = await standards.lawInForce();
      const failed = await Control.find(
        { instrument: test.device, state: 'out-of-control', analyteKey: law.analyteKey(test.analyte) },
        null,
        whoeverMeasured,
      )
        .session(work.session)
        .lean<ControlRecord[]>();
      for (const control of failed) {
        if (!isSameTest(law, test, control)) continue;
        const { reach, rapidReach } = await reachesOf(work, control);
        if (!isInReach(rapidReach, test.at)) continue;
        const run = await Run.findById(control.runId, null, whoeverMeasured).session(work.session).lean<RunRecord>();
        if (!run) continue;
        const found = { samples: [], doubted: [doubtedRapidTest(test)] };
        await open(work, causeOf(control, run), longer(reach, [test.at]), found);
      }
    },
  };
}

/** A test whose method is not told may be of any. */
function isSameTest(law: LawNow, { analyte, method }: DeviceRapidTestRecord, control: ControlRecord): boolean {
  if (law.analyteKey(analyte) !== control.analyteKey) return false;
  return method === undefined || methodKey(method) === control.methodKey;
}

function longer(reach: ReachBack, times: readonly Date[]): ReachBack {
  const until = new Date(Math.max(reach.until.getTime(), ...times.map((at) => at.getTime())));
  return { ...reach, until };
}
