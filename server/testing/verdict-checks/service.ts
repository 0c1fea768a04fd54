import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { findPage, type Page } from '../../database/page.ts';
import { subtreeRange } from '../../divisions/rules.ts';
import { NotFound } from '../../errors.ts';
import type { Caller } from '../../identity/caller.ts';
import { within } from '../../identity/rights/within.ts';
import { underLease } from '../../jobs/lease.ts';
import type { LawNow, Verdict } from '../../standards/index.ts';
import type { TestingDependencies } from '../dependencies.ts';
import { verdictsOn } from '../judging.ts';
import { type ResultRecord, type SampleRecord, testingModels } from '../model.ts';
import { differingFields } from './compare.ts';
import { type DifferenceRecord, type VerdictCheckRecord, verdictCheckModels } from './model.ts';
import type { verdictCheckSchema } from './schema.ts';

const samplesAtOnce = 100;
const differencesKept = 500;
const lookEveryMilliseconds = 3_600_000;
const nightlyMilliseconds = 24 * 3_600_000;
const city = '611000';

const ofTheCheck = unscoped('a check goes on by itself, and looks at every verdict of its division');

export type VerdictCheckView = z.infer<typeof verdictCheckSchema>;

/** Recomputes every stored verdict from what it was made of, and reports each difference; changes nothing. */
export function createVerdictChecks(context: Context, deps: Pick<TestingDependencies, 'standards'>) {
  const { Sample } = testingModels(context.connection);
  const { VerdictCheck } = verdictCheckModels(context.connection);
  const holder = randomUUID();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopping = false;

  /** One page of samples; answers whether there may be more. */
  const goOn = async (check: VerdictCheckRecord, law: LawNow): Promise<boolean> => {
    const found = await Sample.find(
      {
        divisionCode: subtreeRange(check.divisionCode),
        ...(check.cursor && { _id: { $gt: check.cursor } }),
      },
      null,
      ofTheCheck,
    )
      .sort({ _id: 1 })
      .limit(samplesAtOnce)
      .lean<SampleRecord[]>();
    const looked = found.flatMap((sample) => lookAt(law, sample));
    const differences = looked.flatMap(({ difference }) => (difference ? [difference] : []));
    const last = found.at(-1)?._id;
    const isLast = found.length < samplesAtOnce;
    await VerdictCheck.updateOne(
      { _id: check._id, ...(check.cursor ? { cursor: check.cursor } : { cursor: { $exists: false } }) },
      {
        $set: { ...(last && { cursor: last }), ...(isLast && { state: 'done', finishedAt: context.clock() }) },
        $inc: {
          samples: found.length,
          verdicts: looked.length,
          withoutBasis: looked.filter(({ known }) => !known).length,
          differenceCount: differences.length,
        },
        $push: {
          differences: { $each: differences.slice(0, Math.max(0, differencesKept - check.differences.length)) },
        },
      },
      { upsert: false, ...ofTheCheck },
    );
    if (differences.length)
      context.log.warn({ check: check._id.toHexString(), differences: differences.length }, 'stored verdicts differ');
    return !isLast;
  };

  const nextUnfinished = () =>
    VerdictCheck.findOne({ state: 'running' }, null, ofTheCheck).sort({ _id: 1 }).lean<VerdictCheckRecord>();

  /** Ends whatever is begun, after a restart too; another instance at work is waited for. */
  const finish = (): Promise<void> =>
    underLease(context.connection, { name: 'verdict-check', holder, clock: () => new Date() }, async (lost) => {
      const law = await deps.standards.lawInForce();
      for (let check = await nextUnfinished(); check && !lost.aborted && !stopping; check = await nextUnfinished())
        await goOn(check, law);
    });

  const begin = async (divisionCode: string, startedBy: string, scoped = ofTheCheck): Promise<VerdictCheckRecord> => {
    const [begun] = await VerdictCheck.create(
      [
        {
          divisionCode,
          state: 'running',
          startedBy,
          startedAt: context.clock(),
          samples: 0,
          verdicts: 0,
          withoutBasis: 0,
          differenceCount: 0,
          differences: [],
        },
      ],
      { ordered: true, ...scoped },
    );
    return (begun as unknown as { toObject(): VerdictCheckRecord }).toObject();
  };

  const runOn = (): void => {
    running = running
      .then(() => (stopping ? undefined : finish()))
      .catch((error: unknown) => context.log.error({ err: error }, 'verdicts not checked; the next look goes on'));
  };

  const nightly = async (): Promise<void> => {
    const since = new Date(context.clock().getTime() - nightlyMilliseconds);
    const recent = await VerdictCheck.countDocuments({ startedBy: 'system', startedAt: { $gt: since } }, ofTheCheck);
    if (recent === 0) await begin(city, 'system');
    runOn();
  };

  return {
    /** Begins in the background; `verdictCheck` tells how far it has come. */
    async startVerdictCheck(caller: Caller): Promise<VerdictCheckView> {
      const check = await begin(caller.divisionCode, caller.username, within(caller, 'verdict-checks:create'));
      runOn();
      return verdictCheckView(check);
    },

    async verdictCheck(caller: Caller, id: string): Promise<VerdictCheckView> {
      const found = await VerdictCheck.findById(
        id,
        null,
        within(caller, 'verdict-checks:read'),
      ).lean<VerdictCheckRecord>();
      if (!found) throw new NotFound('There is no such check of verdicts');
      return verdictCheckView(found);
    },

    async listVerdictChecks(
      caller: Caller,
      query: { limit: number; cursor?: string | undefined },
    ): Promise<Page<VerdictCheckView>> {
      const scoped = within(caller, 'verdict-checks:read');
      const page = await findPage(VerdictCheck, {}, { ...query, order: 'descending' }, scoped);
      return {
        items: page.items.map((check) => verdictCheckView(check as VerdictCheckRecord)),
        nextCursor: page.nextCursor,
      };
    },

    /** Once a day all verdicts are recomputed; what a restart interrupted goes on. */
    startVerdictChecks(): void {
      const look = () =>
        nightly().catch((error: unknown) => context.log.error({ err: error }, 'check of verdicts not begun'));
      timer ??= setInterval(() => void look(), lookEveryMilliseconds).unref();
      void look();
    },

    async stopVerdictChecks(): Promise<void> {
      stopping = true;
      clearInterval(timer);
      await running;
    },

    /** Resolves when nothing is left to check. */
    verdictsChecked: (): Promise<void> => running,
  };
}

/** The results of a sample together: the parts of a residue have one verdict. */
function lookAt(law: LawNow, sample: SampleRecord): { known: boolean; difference?: DifferenceRecord }[] {
  const known = sample.results.flatMap((result) => {
    const input = result.verdict.basis?.input;
    return input ? [{ result, input }] : [];
  });
  const recomputed = verdictsOn(
    law,
    known.map(({ input }) => input),
  );
  const unknown = sample.results.length - known.length;
  return [
    ...Array.from({ length: unknown }, () => ({ known: false })),
    ...known.map(({ result }, index) => ({
      known: true,
      ...differenceOf(sample, result, recomputed[index] as Verdict),
    })),
  ];
}

function differenceOf(
  sample: SampleRecord,
  { _id, analyte, verdict }: ResultRecord,
  recomputed: Verdict,
): { difference?: DifferenceRecord } {
  const fields = differingFields(verdict, recomputed);
  if (!fields.length) return {};
  return {
    difference: {
      sampleId: sample._id.toHexString(),
      sampleNumber: sample.number,
      resultId: _id.toHexString(),
      analyte,
      fields,
      stored: verdict.verdict,
      recomputed: recomputed.verdict,
      laterEdition: verdict.standardVersion !== recomputed.standardVersion,
    },
  };
}

function verdictCheckView({ _id, cursor: _, ...check }: VerdictCheckRecord): VerdictCheckView {
  const { startedAt, finishedAt, ...rest } = check;
  return {
    id: _id.toHexString(),
    ...rest,
    startedAt: startedAt.toISOString(),
    ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
  };
}
