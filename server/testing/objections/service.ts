import { Types } from 'mongoose';
import type { z } from 'zod';
import { dayOf } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { findPage, type Page } from '../../database/page.ts';
import { createRecord, inTransaction, type Work } from '../../database/transaction.ts';
import { selfAndAbove } from '../../divisions/rules.ts';
import { Conflict, Forbidden, IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { holds, mayDo } from '../../identity/rights/ability.ts';
import { within } from '../../identity/rights/within.ts';
import deadlineKinds from '../data/deadlines.json' with { type: 'json' };
import rapidData from '../data/rapid-methods.json' with { type: 'json' };
import type { TestingDependencies } from '../dependencies.ts';
import { type RapidTestRecord, type SampleRecord, testingModels } from '../model.ts';
import { whyNoRetest } from '../rules/retest.ts';
import { type ObjectionVerb, objectionTransition, whyNotNow } from './lifecycle.ts';
import { type ObjectionRecord, objectionModels } from './model.ts';
import type { appointBody, decideBody, listObjectionsQuery, raiseBody, retestSampleBody } from './schema.ts';
import { costsOf, termFrom } from './terms.ts';
import { type ObjectionView, objectionView, outOfReach } from './view.ts';

type Change = Partial<Omit<ObjectionRecord, '_id' | 'divisionCode' | 'producerId' | 'state' | 'version' | 'history'>>;

const ofTheObjection = unscoped('the objection was read within its scope, and is about this sample');

/** Objections to results and their re-tests by another laboratory, each within its statutory term. */
export function createObjections(
  context: Context,
  { deadlines, clues }: Pick<TestingDependencies, 'deadlines' | 'clues'>,
) {
  deadlines.register(deadlineKinds);
  const { Objection } = objectionModels(context.connection);
  const { Sample, RapidTest } = testingModels(context.connection);

  const read = async (caller: Caller, id: string): Promise<ObjectionRecord> => {
    const found = await Objection.findById(id, null, within(caller, 'objections:read')).lean<ObjectionRecord>();
    if (!found) throw new NotFound('There is no such objection');
    return found;
  };

  /** What is objected to, within what this person may see. */
  const objectedTo = async (caller: Caller, { sampleId, rapidTestId }: z.infer<typeof raiseBody>) => {
    if ((sampleId === undefined) === (rapidTestId === undefined))
      throw InvalidInput.field(sampleId ? '/rapidTestId' : '/sampleId', 'a sample or a rapid test, one of them');
    if (rapidTestId !== undefined) {
      const test = await RapidTest.findById(
        rapidTestId,
        null,
        within(caller, 'rapid-tests:read'),
      ).lean<RapidTestRecord>();
      if (!test) throw InvalidInput.field('/rapidTestId', 'is not the id of a known rapid test');
      const knownFrom = test.at < test.receivedAt ? test.at : test.receivedAt;
      return { record: test, knownFrom, facts: { rapidTestId: test._id }, term: 'objection-to-rapid-test' as const };
    }
    const sample = await Sample.findById(sampleId, null, within(caller, 'samples:read')).lean<SampleRecord>();
    if (!sample) throw InvalidInput.field('/sampleId', 'is not the id of a known sample');
    if (sample.planKind !== 'supervised-check')
      throw new Conflict('Only the result of a supervised check is objected to (农产品质量安全法 51)');
    if (sample.state !== 'published') throw new Conflict('The sample has no published result');
    const { laboratory: firstLaboratory } = sample;
    return {
      record: sample,
      knownFrom: sample.history.findLast(({ verb }) => verb === 'verify')?.at,
      facts: { sampleId: sample._id, ...(firstLaboratory !== undefined && { firstLaboratory }) },
      term: 'objection-to-laboratory' as const,
    };
  };

  const reportOf = async (ids: readonly string[]) => {
    const found = await deadlines.ofRecords('objections', ids);
    return (id: string) => found.findLast(({ subject }) => subject.id === id);
  };

  const shown = async (caller: Caller, objection: ObjectionRecord): Promise<ObjectionView> => {
    const id = objection._id.toHexString();
    return objectionView(objection, caller, context.clock(), (await reportOf([id]))(id));
  };

  const step = async (
    caller: Caller,
    id: string,
    verb: ObjectionVerb,
    change: (objection: ObjectionRecord) => Change | Promise<Change> = () => ({}),
    reason?: string,
    also: (work: Work, objection: ObjectionRecord) => Promise<unknown> = async () => undefined,
  ): Promise<ObjectionView> => {
    const { to, permission } = objectionTransition(verb);
    const objection = await read(caller, id);
    if (!holds(caller, permission)) throw new Forbidden(`The right ${permission} is not among your roles' rights`);
    if (!mayDo(caller, permission, objection)) throw new Forbidden(outOfReach);
    const refusal = whyNotNow(objection, verb);
    if (refusal) throw new IllegalTransition(refusal);
    const changed = await change(objection);
    const entry = { verb, by: caller.username, at: context.clock(), ...(reason !== undefined && { reason }) };
    await inTransaction(
      context,
      actorOf(caller),
      async (work) => {
        const { session } = work;
        const { matchedCount } = await Objection.updateOne(
          { _id: objection._id, state: objection.state, version: objection.version },
          { $set: { state: to, ...changed }, $inc: { version: 1 }, $push: { history: entry } },
          { session, ...within(caller, permission) },
        );
        if (matchedCount === 0)
          throw new Conflict('Somebody else changed this objection at the same time: read it again');
        await also(work, { ...objection, ...changed });
      },
      reason,
    );
    return shown(caller, await read(caller, id));
  };

  const reportTermOf = (id: string) => ({ kind: 'retest-report', resource: 'objections', id });

  /** The final report: it makes the result a clue for a case, or tells the case that there is that it does not stand. */
  const tellOfRetest = (work: Work, objection: ObjectionRecord) => {
    const {
      _id,
      sampleId,
      rapidTestId,
      reportNumber = '',
      conclusion,
      divisionCode,
      batchCode,
      producerId,
    } = objection;
    const told = {
      matter: sampleId ? `sample ${sampleId.toHexString()}` : `rapid-test ${rapidTestId?.toHexString()}`,
      source: { resource: 'objections', id: _id.toHexString(), label: reportNumber },
    } as const;
    if (conclusion === 'other')
      return clues.tellOfClue(work, { ...told, text: `复检报告 ${reportNumber}：与初检结论不一致` });
    return clues.openClue(work, {
      ...{ ...told, divisionCode, batchCode },
      kind: 'failed-sample',
      text: `复检报告 ${reportNumber}：维持不合格结论`,
      producerId: producerId.toHexString(),
    });
  };

  const startReport = (work: Work, objection: ObjectionRecord) =>
    deadlines.startDeadline(work, {
      kind: 'retest-report',
      subject: {
        resource: 'objections',
        id: objection._id.toHexString(),
        label: objection.batchCode,
      },
      divisionCode: objection.divisionCode,
      producerId: objection.producerId.toHexString(),
      responsible: { role: 'reviewer' },
      startedBy: 'receive-sample',
      startedAt: objection.sampleReceivedAt ?? context.clock(),
    });

  return {
    /** Recorded even when it comes too late: whoever answers then says so. */
    async raiseObjection(caller: Caller, body: z.infer<typeof raiseBody>): Promise<ObjectionView> {
      const now = context.clock();
      const resultReceivedAt = new Date(body.resultReceivedAt);
      if (resultReceivedAt > now) throw InvalidInput.field('/resultReceivedAt', 'must not lie in the future');
      const { record, knownFrom, facts, term: name } = await objectedTo(caller, body);
      if (knownFrom && dayOf(resultReceivedAt) < dayOf(knownFrom))
        throw InvalidInput.field('/resultReceivedAt', 'lies before the day on which there was a result');
      const open = await Objection.countDocuments(
        { ...facts, state: { $nin: ['refused', 'withdrawn'] } },
        ofTheObjection,
      );
      if (open > 0) throw new Conflict('There is an objection to this result already');
      const term = termFrom(name, resultReceivedAt);
      const [own = '', higher] = [
        record.divisionCode,
        selfAndAbove(record.divisionCode).find((code) => code !== record.divisionCode),
      ];
      if (body.addressedTo === 'next-higher' && higher === undefined)
        throw InvalidInput.field('/addressedTo', 'there is no higher department');
      const created = await createRecord(
        context,
        actorOf(caller),
        Objection,
        {
          ...facts,
          divisionCode: body.addressedTo === 'next-higher' ? higher : own,
          producerId: record.producerId,
          batchCode: record.batchCode,
          addressedTo: body.addressedTo,
          state: 'raised',
          reason: body.reason,
          resultReceivedAt,
          raisedAt: now,
          raisedBy: caller.username,
          term,
          inTime: now < term.due,
          history: [{ verb: 'raise', by: caller.username, at: now }],
          version: 0,
        },
        body.addressedTo === 'next-higher' ? toTheHigher : within(caller, 'objections:create'),
      );
      return objectionView(created, caller, now);
    },

    async listObjections(caller: Caller, query: z.infer<typeof listObjectionsQuery>): Promise<Page<ObjectionView>> {
      const filter = {
        ...(query.state && { state: query.state }),
        ...(query.sample && { sampleId: new Types.ObjectId(query.sample) }),
      };
      const scoped = within(caller, 'objections:read');
      const page = await findPage(Objection, filter, { ...query, order: 'descending' }, scoped);
      const now = context.clock();
      const objections = page.items as ObjectionRecord[];
      const report = await reportOf(objections.map(({ _id }) => _id.toHexString()));
      return {
        items: objections.map((each) => objectionView(each, caller, now, report(each._id.toHexString()))),
        nextCursor: page.nextCursor,
      };
    },

    getObjection: async (caller: Caller, id: string): Promise<ObjectionView> => shown(caller, await read(caller, id)),

    acceptObjection: (caller: Caller, id: string) => step(caller, id, 'accept'),

    refuseObjection: (caller: Caller, id: string, { reason }: { reason: string }) =>
      step(caller, id, 'refuse', undefined, reason),

    /** Another laboratory than the first, and no rapid method for what a rapid test found. */
    appointRetest: (caller: Caller, id: string, { laboratory, method }: z.infer<typeof appointBody>) =>
      step(caller, id, 'appoint', async ({ firstLaboratory, rapidTestId }) => {
        const rapid =
          rapidTestId && (await RapidTest.findById(rapidTestId, null, ofTheObjection).lean<RapidTestRecord>());
        const first = { laboratory: firstLaboratory, ...(rapid && { rapid }) };
        const reason = whyNoRetest({ laboratory, method }, first, rapidData);
        if (reason === 'same-laboratory')
          throw new Conflict('The re-test is for another laboratory than the first (农产品质量安全法 51 ¶1)', [
            { pointer: '/laboratory', message: 'is the laboratory of the first result' },
          ]);
        if (reason === 'rapid-method')
          throw new Conflict('The re-test of a rapid test may not use a rapid method (农产品质量安全法 51 ¶2)', [
            { pointer: '/method', message: 'is a rapid method' },
          ]);
        return { laboratory, method };
      }),

    /** The retained portion reaches the other laboratory: its term begins. */
    receiveRetestSample: (caller: Caller, id: string, body: z.infer<typeof retestSampleBody>) =>
      step(
        caller,
        id,
        'receive-sample',
        async ({ sampleId }) => {
          const now = context.clock();
          const receivedAt = body.receivedAt === undefined ? now : new Date(body.receivedAt);
          if (receivedAt > now) throw InvalidInput.field('/receivedAt', 'must not lie in the future');
          const sample = sampleId && (await Sample.findById(sampleId, null, ofTheObjection).lean<SampleRecord>());
          const seal = sample?.retained?.sealNumber;
          if (!body.intact || (seal !== undefined && body.sealNumber !== seal))
            throw new Conflict(
              `The retained portion's seal ${seal ?? ''} is broken or another: this portion cannot be tested again`,
            );
          return {
            ...(body.sealNumber !== undefined && { sealNumber: body.sealNumber }),
            sampleReceivedAt: receivedAt,
          };
        },
        undefined,
        startReport,
      ),

    decideObjection: (caller: Caller, id: string, { reportNumber, conclusion, note }: z.infer<typeof decideBody>) =>
      step(
        caller,
        id,
        'decide',
        () => ({ reportNumber, conclusion, costs: costsOf(conclusion), decidedAt: context.clock() }),
        note,
        async (work, objection) => {
          await deadlines.meetDeadline(work, reportTermOf(id), context.clock());
          await tellOfRetest(work, objection);
        },
      ),

    withdrawObjection: (caller: Caller, id: string, { reason }: { reason: string }) =>
      step(caller, id, 'withdraw', undefined, reason),
  };
}

const toTheHigher = unscoped(
  'whoever may object may address the next higher department, which is not within the own scope',
);
