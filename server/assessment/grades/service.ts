import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { isDuplicateKey } from '../../database/duplicate-key.ts';
import { unscoped } from '../../database/guard.ts';
import { findPage, type Page } from '../../database/page.ts';
import { inTransaction } from '../../database/transaction.ts';
import { isWithin, subtreeRange } from '../../divisions/rules.ts';
import { Conflict, IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { mayDo } from '../../identity/rights/ability.ts';
import { requireRight, within } from '../../identity/rights/within.ts';
import type { AssessmentDependencies } from '../dependencies.ts';
import type { FactStore } from '../figures/store.ts';
import { contestedKey, gradeOf, schemeOn } from '../rules/grade.ts';
import { type Horizon, horizonOf } from '../rules/knowledge.ts';
import { type AssessmentVerb, assessmentTransition, whyRefused } from './lifecycle.ts';
import { type AppealRecord, type AssessmentRecord, assessmentModels, type Contested } from './model.ts';
import type { appealBody, assessDivisionBody, gradeQuery, listAssessmentsQuery, reviseBody } from './schema.ts';
import { schemes } from './schemes.ts';
import { type AssessmentView, assessmentView, gradedView } from './view.ts';

type Producer = { id: string; name: string; kind: string; divisionCode: string };

const forTheProducer = unscoped('the producer was read within the caller’s scope');
const forPlans = unscoped('the draw weighs the producers that its caller may see');
const readAtOnce = 500;

/** 分级: a grade for each producer, every point explained, open to appeal (个人信息保护法 24). */
export function createGrades(
  context: Context,
  { producers, divisions }: Pick<AssessmentDependencies, 'producers' | 'divisions'>,
  facts: Pick<FactStore, 'factsOfProducer'>,
) {
  const { Assessment } = assessmentModels(context.connection);
  const viewFor = (caller: Caller) => (found: AssessmentRecord) =>
    assessmentView(found, caller, divisions.nameOf(found.divisionCode));

  const read = async (caller: Caller, id: string): Promise<AssessmentRecord> => {
    const found = await Assessment.findById(id, null, within(caller, 'assessments:read')).lean<AssessmentRecord>();
    if (!found) throw new NotFound('There is no such assessment');
    return found;
  };

  const standing = (producerId: string) =>
    Assessment.findOne({ openKey: producerId }, null, forTheProducer).lean<AssessmentRecord>();

  /** What appeals had decided by then, of a producer. */
  const excludedBy = async (producerId: string, knownAt: Date): Promise<Contested[]> => {
    const decided = await Assessment.find(
      { producerId: new Types.ObjectId(producerId), 'appeal.decision.at': { $lte: knownAt } },
      null,
      forTheProducer,
    ).lean<AssessmentRecord[]>();
    return decided.flatMap(({ appeal }) => appeal?.decision?.accepted ?? []);
  };

  const computed = async (producerId: string, horizon: Horizon, excluded: readonly Contested[]) =>
    gradeOf(
      await facts.factsOfProducer(producerId),
      schemeOn(schemes, horizon.until),
      horizon,
      new Set(excluded.map(contestedKey)),
    );

  /** Takes the place of the one before, in one transaction. */
  const write = (
    caller: Caller,
    producer: Producer,
    excluded: readonly Contested[],
    before: AssessmentRecord | null,
    change: { $set: object; verb: 'supersede' | 'revise'; reason?: string },
  ): Promise<AssessmentRecord> =>
    inTransaction(context, actorOf(caller), async (work) => {
      const now = context.clock();
      const graded = await computed(producer.id, { until: now, knownAt: now }, excluded);
      if (before) {
        const entry = {
          verb: change.verb,
          by: caller.username,
          at: now,
          ...(change.reason && { reason: change.reason }),
        };
        const { matchedCount } = await Assessment.updateOne(
          { _id: before._id, version: before.version },
          {
            $set: { state: 'superseded', ...change.$set },
            $unset: { openKey: 1 },
            $push: { history: entry },
            $inc: { version: 1 },
          },
          { session: work.session, ...within(caller, 'assessments:read') },
        );
        if (matchedCount === 0) throw new Conflict('Somebody else changed this assessment at the same time');
      }
      const fields = {
        ...graded,
        producerId: new Types.ObjectId(producer.id),
        producerName: producer.name,
        producerKind: producer.kind,
        divisionCode: producer.divisionCode,
        number: (before?.number ?? 0) + 1,
        assessedAt: now,
        assessedBy: caller.username,
        state: 'in-force' as const,
        excluded: [...excluded],
        ...(before && { supersedes: before._id }),
        openKey: producer.id,
        history: [{ verb: 'assess' as const, by: caller.username, at: now }],
        version: 0,
      };
      const scoped = within(caller, change.verb === 'revise' ? 'assessments:decide' : 'assessments:create');
      const [created] = await Assessment.create([fields], { session: work.session, ...scoped });
      if (!created) throw new Error('the assessment was not created');
      return created.toObject<AssessmentRecord>();
    }).catch((error: unknown) => {
      if (isDuplicateKey(error)) throw new Conflict('Somebody else has just assessed this producer');
      throw error;
    });

  const producerOf = async (caller: Caller, id: string): Promise<Producer | null> => {
    const found = await producers.findProducer(caller, id);
    return found && { id, name: found.name, kind: found.kind, divisionCode: found.divisionCode };
  };

  const readFor = async (caller: Caller, id: string, verb: AssessmentVerb): Promise<AssessmentRecord> => {
    const found = await read(caller, id);
    requireRight(caller, assessmentTransition(verb).permission, found);
    return found;
  };

  const requireNow = (caller: Caller, found: AssessmentRecord, verb: AssessmentVerb): void => {
    const refusal = whyRefused(found, verb, caller.username);
    if (refusal) throw new IllegalTransition(refusal);
  };

  const step = async (
    caller: Caller,
    found: AssessmentRecord,
    verb: AssessmentVerb,
    { set = {}, unset, reason }: { set?: object; unset?: { appeal: 1 }; reason?: string | undefined },
  ): Promise<AssessmentView> => {
    const { to, permission } = assessmentTransition(verb);
    const entry = { verb, by: caller.username, at: context.clock(), ...(reason !== undefined && { reason }) };
    const changed = await inTransaction(context, actorOf(caller), ({ session }) =>
      Assessment.findOneAndUpdate(
        { _id: found._id, version: found.version },
        {
          $set: { state: to, ...set },
          $push: { history: entry },
          $inc: { version: 1 },
          ...(unset && { $unset: unset }),
        },
        { session, returnDocument: 'after', ...within(caller, permission) },
      ).lean<AssessmentRecord>(),
    );
    if (!changed) throw new Conflict('Somebody else changed this assessment at the same time: read it again');
    return viewFor(caller)(changed);
  };

  return {
    schemes: async () => ({ items: [...schemes] }),

    /** The grade as it would be, of any past time; nothing is recorded. */
    async computeGrade(caller: Caller, { producer, asOf, knowledge }: z.output<typeof gradeQuery>) {
      const found = await producerOf(caller, producer);
      if (!found || !mayDo(caller, 'assessments:read', { ...found, producerId: new Types.ObjectId(found.id) }))
        throw new NotFound('There is no such producer');
      const { id } = found;
      const now = context.clock();
      const at = asOf === undefined ? now : new Date(asOf);
      const horizon = horizonOf(at, knowledge, now);
      const graded = await computed(id, horizon, await excludedBy(id, horizon.knownAt));
      const { start } = schemeOn(schemes, at);
      return { producerId: id, asOf: at.toISOString(), knowledge, start, ...gradedView(graded, caller) };
    },

    /** Records the producer's grade of now. @throws Conflict while an appeal against the last one is open */
    async assess(caller: Caller, producerId: string): Promise<AssessmentView> {
      const producer = await producerOf(caller, producerId);
      if (!producer) throw InvalidInput.field('/producerId', 'is not a known producer');
      requireRight(caller, 'assessments:create', producer);
      const before = await standing(producerId);
      if (before?.state === 'appealed')
        throw new Conflict('An appeal against the last assessment is open: decide it first');
      const excluded = await excludedBy(producerId, context.clock());
      return viewFor(caller)(await write(caller, producer, excluded, before, { $set: {}, verb: 'supersede' }));
    },

    /** Every producer of a division; whose grade and points come out as they stand is not assessed anew. */
    async assessDivision(caller: Caller, { division = caller.divisionCode }: z.output<typeof assessDivisionBody>) {
      if (!divisions.has(division)) throw InvalidInput.field('/division', 'is not a known division');
      requireRight(caller, 'assessments:create', { divisionCode: division });
      const done = { assessed: 0, unchanged: 0, appealed: 0 };
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await producers.listProducers(caller, { limit: readAtOnce, ...(cursor && { cursor }) });
        for (const { id, name, kind, divisionCode } of page.items) {
          if (!isWithin(divisionCode, division)) continue;
          done[await assessAnew(caller, { id, name, kind, divisionCode })] += 1;
        }
        cursor = page.nextCursor;
      }
      return done;
    },

    async listAssessments(caller: Caller, query: z.output<typeof listAssessmentsQuery>): Promise<Page<AssessmentView>> {
      const filter = {
        ...(query.producer && { producerId: new Types.ObjectId(query.producer) }),
        ...(query.grade && { grade: query.grade }),
        ...(query.state && { state: query.state }),
        ...(query.division && { divisionCode: subtreeRange(query.division) }),
      };
      const scoped = within(caller, 'assessments:read');
      const page = await findPage(Assessment, filter, { ...query, order: 'descending' }, scoped);
      return { items: (page.items as AssessmentRecord[]).map(viewFor(caller)), nextCursor: page.nextCursor };
    },

    getAssessment: async (caller: Caller, id: string) => viewFor(caller)(await read(caller, id)),

    async appeal(caller: Caller, id: string, { text, contested }: z.output<typeof appealBody>) {
      const found = await readFor(caller, id, 'appeal');
      const explained = new Set(found.points.flatMap(({ records }) => records.map(contestedKey)));
      const unknown = contested.findIndex((record) => !explained.has(contestedKey(record)));
      if (unknown >= 0)
        throw InvalidInput.field(`/contested/${unknown}`, 'is not among the records of the explanation');
      requireNow(caller, found, 'appeal');
      const appeal: AppealRecord = { text, contested, by: caller.username, at: context.clock() };
      return step(caller, found, 'appeal', { set: { appeal }, reason: text });
    },

    async withdrawAppeal(caller: Caller, id: string, reason: string | undefined) {
      const found = await readFor(caller, id, 'withdraw-appeal');
      requireNow(caller, found, 'withdraw-appeal');
      return step(caller, found, 'withdraw-appeal', { unset: { appeal: 1 }, reason });
    },

    async uphold(caller: Caller, id: string, reason: string) {
      const found = await readFor(caller, id, 'uphold');
      requireNow(caller, found, 'uphold');
      const decision = { outcome: 'upheld' as const, accepted: [], reason, by: caller.username, at: context.clock() };
      return step(caller, found, 'uphold', { set: { appeal: { ...found.appeal, decision } }, reason });
    },

    /** What was contested rightly counts no more: a new assessment takes this one's place, and is answered. */
    async revise(caller: Caller, id: string, { accepted, reason }: z.output<typeof reviseBody>) {
      const found = await readFor(caller, id, 'revise');
      requireNow(caller, found, 'revise');
      const contested = new Set(found.appeal?.contested.map(contestedKey));
      const unknown = accepted.findIndex((record) => !contested.has(contestedKey(record)));
      if (unknown >= 0) throw InvalidInput.field(`/accepted/${unknown}`, 'is not contested by the appeal');
      const decision = { outcome: 'revised' as const, accepted, reason, by: caller.username, at: context.clock() };
      const producer = {
        id: found.producerId.toHexString(),
        name: found.producerName,
        kind: found.producerKind,
        divisionCode: found.divisionCode,
      };
      const excluded = [...found.excluded, ...accepted];
      const $set = { appeal: { ...found.appeal, decision } };
      return viewFor(caller)(await write(caller, producer, excluded, found, { $set, verb: 'revise', reason }));
    },

    /** How many producers of a division have each grade; of a past time, as it was recorded then. */
    async countGrades(caller: Caller, division: string, at?: string): Promise<Map<string, number>> {
      const filter = { divisionCode: subtreeRange(division), assessedAt: { $lte: new Date(at ?? context.clock()) } };
      const found = await Assessment.find(filter, null, within(caller, 'assessments:read'))
        .select({ producerId: 1, grade: 1 })
        .sort({ _id: 1 })
        .lean<Pick<AssessmentRecord, 'producerId' | 'grade'>[]>();
      const newest = new Map(found.map(({ producerId, grade }) => [producerId.toHexString(), grade]));
      const counts = new Map<string, number>();
      for (const grade of newest.values()) counts.set(grade, (counts.get(grade) ?? 0) + 1);
      return counts;
    },

    /** What the grade of each of these producers adds to its chance of being drawn; one without a grade has the scheme's. */
    async drawFactors(producerIds: readonly string[]): Promise<(producerId: string) => number> {
      const found = await Assessment.find({ openKey: { $in: producerIds } }, null, forPlans).lean<AssessmentRecord[]>();
      const gradeOfEach = new Map(found.map(({ openKey, grade }) => [openKey, grade]));
      const scheme = schemeOn(schemes, context.clock());
      return (producerId) =>
        scheme.grades.find(({ grade }) => grade === gradeOfEach.get(producerId))?.drawFactor ??
        scheme.ungradedDrawFactor;
    },
  };

  async function assessAnew(caller: Caller, producer: Producer): Promise<'assessed' | 'unchanged' | 'appealed'> {
    const before = await standing(producer.id);
    if (before?.state === 'appealed') return 'appealed';
    const now = context.clock();
    const excluded = await excludedBy(producer.id, now);
    const graded = await computed(producer.id, { until: now, knownAt: now }, excluded);
    const same = before && before.schemeVersion === graded.schemeVersion && before.score === graded.score;
    if (same && before.grade === graded.grade) return 'unchanged';
    await write(caller, producer, excluded, before, { $set: {}, verb: 'supersede' });
    return 'assessed';
  }
}

export type Grades = ReturnType<typeof createGrades>;
