import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { isDuplicateKey } from '../../database/duplicate-key.ts';
import { unscoped } from '../../database/guard.ts';
import { findPage, type Page } from '../../database/page.ts';
import { createRecord, inTransaction, type Work } from '../../database/transaction.ts';
import { Conflict, Forbidden, IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { holds, mayDo } from '../../identity/rights/ability.ts';
import { within } from '../../identity/rights/within.ts';
import { checklistOf, newestChecklist } from '../checklists.ts';
import deadlineKinds from '../data/deadlines.json' with { type: 'json' };
import type { SupervisionDependencies } from '../dependencies.ts';
import { labelOf } from '../label.ts';
import { faultsOf, findingsOf } from '../rules/checklist.ts';
import { type InspectionVerb, inspectionTransition, whyNotNow } from './lifecycle.ts';
import { type InspectionRecord, inspectionModels, type PhotoDetail, type Submission } from './model.ts';
import type { PlannedInspection } from './planned.ts';
import type {
  createInspectionBody,
  decideConflictBody,
  failBody,
  listInspectionsQuery,
  orderBody,
  submitBody,
} from './schema.ts';
import { type InspectionView, inspectionView, outOfReach, submissionView } from './view.ts';

type Change = Partial<Pick<InspectionRecord, 'submission' | 'findings' | 'order' | 'answer'>>;
type Planned = Pick<InspectionRecord, '_id' | 'divisionCode' | 'inspectors' | 'createdAt'>;
type Also = (work: Work, inspection: InspectionRecord) => Promise<unknown>;

const ofThePlan = unscoped('the plan was drawn within the caller’s right');
const nothing = async () => undefined;

/** 监督检查: inspections from checklists, what they found, and whether it was put right in time. */
export function createInspections(
  context: Context,
  { producers, deadlines, openClue, divisionName }: SupervisionDependencies,
) {
  const { Inspection } = inspectionModels(context.connection);
  deadlines.register(deadlineKinds);

  const read = async (caller: Caller, id: string): Promise<InspectionRecord> => {
    const found = await Inspection.findById(id, null, within(caller, 'inspections:read')).lean<InspectionRecord>();
    if (!found) throw new NotFound('There is no such inspection');
    return found;
  };
  const shown = async (caller: Caller, id: string) => inspectionView(await read(caller, id), caller);

  /** Changes the record as it was read, in one transaction with what follows from it. */
  const write = (caller: Caller, inspection: InspectionRecord, update: object, also: Also = nothing) =>
    inTransaction(context, actorOf(caller), async (work) => {
      const changed = await Inspection.findOneAndUpdate(
        { _id: inspection._id, version: inspection.version },
        { ...update, $inc: { version: 1 } },
        { session: work.session, returnDocument: 'after', ...within(caller, 'inspections:read') },
      ).lean<InspectionRecord>();
      if (!changed) throw new Conflict('Somebody else changed this inspection at the same time: read it again');
      await also(work, changed);
    });

  const entry = (caller: Caller, verb: InspectionRecord['history'][number]['verb'], note?: string) => ({
    verb,
    by: caller.username,
    at: context.clock(),
    ...(note !== undefined && { note }),
  });

  const require = (caller: Caller, inspection: InspectionRecord, verb: InspectionVerb): void => {
    const { permission } = inspectionTransition(verb);
    if (!holds(caller, permission)) throw new Forbidden(`The right ${permission} is not among your roles' rights`);
    if (!mayDo(caller, permission, inspection)) throw new Forbidden(outOfReach);
  };

  const step = async (
    caller: Caller,
    id: string,
    verb: InspectionVerb,
    { change = {}, note, also }: { change?: Change; note?: string | undefined; also?: Also },
  ): Promise<InspectionView> => {
    const inspection = await read(caller, id);
    require(caller, inspection, verb);
    const refusal = whyNotNow(inspection, verb);
    if (refusal) throw new IllegalTransition(refusal);
    const { to } = inspectionTransition(verb);
    await write(
      caller,
      inspection,
      { $set: { state: to, ...change }, $push: { history: entry(caller, verb, note) } },
      also,
    );
    return shown(caller, id);
  };

  const rectification = (id: string) => ({ kind: 'rectification', resource: 'inspections', id });
  const metNow = (id: string) => (work: Work) => deadlines.meetDeadline(work, rectification(id), context.clock());

  const startRectification =
    (due: Date): Also =>
    (work, inspection) =>
      deadlines.startDeadline(work, {
        kind: 'rectification',
        subject: {
          resource: 'inspections',
          id: inspection._id.toHexString(),
          label: labelOf(inspection, inspection.createdAt, divisionName),
        },
        divisionCode: inspection.divisionCode,
        producerId: inspection.producerId.toHexString(),
        responsible: { usernames: inspection.inspectors },
        startedBy: 'order-rectification',
        startedAt: context.clock(),
        setTo: due,
      });

  /** Told to its inspectors alone: whoever is inspected need not know beforehand. */
  const startOfThePlan = (work: Work, inspection: Planned, setTo: Date) =>
    deadlines.startDeadline(work, {
      kind: 'planned-inspection',
      subject: {
        resource: 'inspections',
        id: inspection._id.toHexString(),
        label: labelOf(inspection, inspection.createdAt, divisionName),
      },
      divisionCode: inspection.divisionCode,
      responsible: { usernames: inspection.inspectors },
      startedBy: 'plan',
      startedAt: inspection.createdAt,
      setTo,
    });

  /** A severe finding is a clue for a case. */
  const tellOfSevere: Also = async (work, inspection) => {
    const { _id, producerId, producerName, divisionCode, findings } = inspection;
    const severe = findings.filter(({ severity }) => severity === 'severe');
    if (severe.length === 0) return;
    const id = _id.toHexString();
    await openClue(work, {
      kind: 'inspection',
      matter: `inspection ${id}`,
      source: { resource: 'inspections', id, label: labelOf(inspection, inspection.createdAt, divisionName) },
      divisionCode,
      text: severe.map(({ text, clause }) => `${text.zh}（${clause}）`).join('；'),
      producerId: producerId.toHexString(),
      suspect: producerName,
    });
  };

  const dueOf = (due: string): Date => {
    const moment = new Date(due);
    if (moment <= context.clock()) throw InvalidInput.field('/due', 'must lie in the future');
    return moment;
  };

  return {
    /** An id that a device made up names the inspection: the same one sent again is answered as it stands. */
    async createInspection(caller: Caller, body: z.output<typeof createInspectionBody>): Promise<InspectionView> {
      const producer = await producers.findProducer(caller, body.producerId);
      if (!producer) throw InvalidInput.field('/producerId', 'is not a known producer');
      const checklist = newestChecklist(body.checklist);
      if (!checklist) throw InvalidInput.field('/checklist', 'is not a known checklist');
      const fields = {
        _id: new Types.ObjectId(body.id),
        divisionCode: producer.divisionCode,
        producerId: producer._id,
        producerName: producer.name,
        producerKind: producer.kind,
        kind: body.kind,
        checklist: checklist.checklist,
        checklistVersion: checklist.version,
        inspectors: body.inspectors ?? [caller.username],
        state: 'planned',
        findings: [],
        conflicts: [],
        createdAt: context.clock(),
        createdBy: caller.username,
        history: [entry(caller, 'create')],
        version: 0,
      };
      try {
        const scoped = within(caller, 'inspections:create');
        return inspectionView(await createRecord(context, actorOf(caller), Inspection, fields, scoped), caller);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const there = await Inspection.findById(
          fields._id,
          null,
          within(caller, 'inspections:read'),
        ).lean<InspectionRecord>();
        if (there && isSame(there, fields)) return inspectionView(there, caller);
        throw new Conflict('Another inspection has this id', [{ pointer: '/id', message: 'is taken' }]);
      }
    },

    /** Those that a plan comes to, in its transaction. */
    async createPlanned(work: Work, planned: readonly PlannedInspection[], by: string): Promise<void> {
      const rest = { state: 'planned' as const, findings: [], conflicts: [], version: 0 };
      const created = { createdAt: context.clock(), createdBy: by };
      const history = [{ verb: 'create' as const, by, at: context.clock() }];
      for (const { inspection, tooLateFrom } of planned) {
        const fields = { _id: new Types.ObjectId(), ...inspection, ...rest, ...created, history };
        await Inspection.create([fields], { session: work.session, ...ofThePlan });
        if (tooLateFrom) await startOfThePlan(work, fields, tooLateFrom);
      }
    },

    /** How many inspections of each plan are in which state. */
    async statesOfPlans(planIds: readonly Types.ObjectId[]) {
      const found = await Inspection.find({ planId: { $in: [...planIds] } }, { planId: 1, state: 1 }, ofThePlan).lean<
        Pick<InspectionRecord, 'planId' | 'state'>[]
      >();
      return (planId: Types.ObjectId) => found.filter((each) => each.planId?.equals(planId)).map(({ state }) => state);
    },

    async listInspections(caller: Caller, query: z.output<typeof listInspectionsQuery>): Promise<Page<InspectionView>> {
      const filter = {
        ...(query.state && { state: query.state }),
        ...(query.kind && { kind: query.kind }),
        ...(query.producer && { producerId: new Types.ObjectId(query.producer) }),
        ...(query.plan && { planId: new Types.ObjectId(query.plan) }),
        ...(query.inspector && { inspectors: query.inspector }),
      };
      const scoped = within(caller, 'inspections:read');
      const page = await findPage(Inspection, filter, { ...query, order: 'descending' }, scoped);
      return {
        items: (page.items as InspectionRecord[]).map((each) => inspectionView(each, caller)),
        nextCursor: page.nextCursor,
      };
    },

    getInspection: shown,

    beginInspection: (caller: Caller, id: string) => step(caller, id, 'begin', {}),

    /**
     * Taken once. The same submission again is answered as the inspection stands; another one is kept beside it for a person to
     * decide, and answered as a conflict.
     */
    async submitInspection(caller: Caller, id: string, body: z.output<typeof submitBody>): Promise<InspectionView> {
      const inspection = await read(caller, id);
      require(caller, inspection, 'submit');
      const checklist = checklistOf(inspection.checklist, inspection.checklistVersion);
      const [fault, ...faults] = faultsOf(checklist, inspection.producerKind, body.answers);
      if (fault !== undefined)
        throw new InvalidInput(
          fault,
          [fault, ...faults].map((message) => ({ pointer: '/answers', message })),
        );
      const submission: Submission = {
        answers: body.answers,
        begunAt: new Date(body.begunAt),
        finishedAt: new Date(body.finishedAt),
        ...(body.point && { point: body.point }),
        photos: body.photos,
        ...(body.photoDetails && { photoDetails: body.photoDetails.map(photoDetailOf) }),
        ...(body.clockAheadSeconds !== undefined && { clockAheadSeconds: body.clockAheadSeconds }),
      };
      if (inspection.submission) {
        const same = (other: Submission) => textOf(other) === textOf(submission);
        if (same(inspection.submission)) return inspectionView(inspection, caller);
        if (!inspection.conflicts.some(same)) {
          const conflict = { ...submission, id: `${inspection.conflicts.length + 1}`, ...saidBy(caller) };
          await write(caller, inspection, { $push: { conflicts: conflict } });
        }
        throw new Conflict('Another submission of this inspection is recorded: both are kept until a person decides', [
          { pointer: '/answers', message: `decide by POST /api/v1/inspections/${id}/decide-conflict` },
        ]);
      }
      const findings = findingsOf(checklist, body.answers);
      return step(caller, id, 'submit', {
        change: { submission, findings },
        async also(work, changed) {
          await deadlines.meetDeadline(
            work,
            { kind: 'planned-inspection', resource: 'inspections', id },
            context.clock(),
          );
          await tellOfSevere(work, changed);
        },
      });
    },

    /** Which of two submissions holds, while nothing is built on the one that does now. */
    async decideConflict(caller: Caller, id: string, { conflict, keep, reason }: z.output<typeof decideConflictBody>) {
      const inspection = await read(caller, id);
      require(caller, inspection, 'close');
      const index = inspection.conflicts.findIndex((each) => each.id === conflict);
      const found = inspection.conflicts[index];
      if (!found) throw InvalidInput.field('/conflict', 'is not a conflict of this inspection');
      if (found.decided) throw new IllegalTransition('已经裁定 · It is decided already');
      if (keep === 'submitted' && inspection.state !== 'submitted')
        throw new IllegalTransition('结果已经使用，不能替换 · The result is acted upon already and cannot be replaced');
      const { id: _id, by: _by, at: _at, ...submission } = found;
      const checklist = checklistOf(inspection.checklist, inspection.checklistVersion);
      const replaced = keep === 'submitted' && { submission, findings: findingsOf(checklist, submission.answers) };
      const decided = { keep, reason, ...saidBy(caller) };
      const update = {
        $set: { [`conflicts.${index}.decided`]: decided, ...replaced },
        $push: { history: entry(caller, 'decide-conflict', reason) },
      };
      await write(caller, inspection, update, replaced ? tellOfSevere : nothing);
      return shown(caller, id);
    },

    orderRectification: (caller: Caller, id: string, { text, due }: z.output<typeof orderBody>) => {
      const until = dueOf(due);
      const order = { text, due: until, ...saidBy(caller) };
      return step(caller, id, 'order-rectification', {
        change: { order },
        note: text,
        also: startRectification(until),
      });
    },

    answerRectification: (caller: Caller, id: string, { text }: { text: string }) =>
      step(caller, id, 'answer', { change: { answer: { text, ...saidBy(caller) } }, note: text, also: metNow(id) }),

    passRecheck: (caller: Caller, id: string, { note }: { note: string }) =>
      step(caller, id, 'pass-recheck', { note, also: metNow(id) }),

    /** It is to be put right by another day. */
    async failRecheck(caller: Caller, id: string, { note, due }: z.output<typeof failBody>): Promise<InspectionView> {
      const until = dueOf(due);
      const { order } = await read(caller, id);
      return step(caller, id, 'fail-recheck', {
        note,
        ...(order && { change: { order: { ...order, due: until } } }),
        also: async (work, inspection) => {
          await metNow(id)(work);
          await startRectification(until)(work, inspection);
        },
      });
    },

    closeInspection: (caller: Caller, id: string, { note }: { note?: string | undefined }) =>
      step(caller, id, 'close', { note }),
  };

  function saidBy(caller: Caller) {
    return { by: caller.username, at: context.clock() };
  }
}

export type Inspections = ReturnType<typeof createInspections>;

/** What was sent is what is there, by the same person. */
function isSame(
  there: InspectionRecord,
  sent: Pick<InspectionRecord, 'producerId' | 'inspectors' | 'createdBy'> & { kind: string },
) {
  return (
    there.createdBy === sent.createdBy &&
    there.producerId.equals(sent.producerId) &&
    there.kind === sent.kind &&
    there.inspectors.join('\n') === sent.inspectors.join('\n')
  );
}

function textOf(submission: Submission): string {
  return JSON.stringify(submissionView(submission));
}

type GivenPhotoDetail = NonNullable<z.output<typeof submitBody>['photoDetails']>[number];

function photoDetailOf({ sha256, item, takenAt, point, accuracyMetres }: GivenPhotoDetail): PhotoDetail {
  return {
    sha256,
    ...(item !== undefined && { item }),
    takenAt: new Date(takenAt),
    ...(point && { point }),
    ...(accuracyMetres !== undefined && { accuracyMetres }),
  };
}
