import { randomBytes } from 'node:crypto';
import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Actor } from '../../database/change-log/actor.ts';
import { unscoped } from '../../database/guard.ts';
import { findPage, type Page } from '../../database/page.ts';
import { inTransaction, type Work } from '../../database/transaction.ts';
import { isWithin, subtreeRange } from '../../divisions/rules.ts';
import { Conflict, Forbidden, IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { mayDo } from '../../identity/rights/ability.ts';
import { requireRight, within } from '../../identity/rights/within.ts';
import { digest } from '../../identity/secrets.ts';
import { masked, reveal } from '../../privacy/index.ts';
import deadlineKinds from '../data/complaint-deadlines.json' with { type: 'json' };
import type { SupervisionDependencies } from '../dependencies.ts';
import { labelOf } from '../label.ts';
import { createClusters } from './cluster.ts';
import { type ComplaintVerb, complaintTransition, whyNotNow } from './lifecycle.ts';
import { type ComplaintRecord, complaintModels } from './model.ts';
import { requireFewPhotos } from './photos.ts';
import type {
  answerBody,
  assignBody,
  channels,
  listComplaintsQuery,
  receivedSchema,
  statusSchema,
  submitComplaintBody,
} from './schema.ts';
import { type ComplaintView, complaintView } from './view.ts';

type Given = z.output<typeof submitComplaintBody>;
interface Arrival {
  channel: (typeof channels)[number];
  actor: Actor;
  caller: Caller | null;
  photos?: readonly Buffer[];
}
type Also = (work: Work, complaint: ComplaintRecord) => Promise<unknown>;

const fromThePublic = unscoped('anybody may complain; what is complained of decides where it lies');
const byItsCode = unscoped('whoever has the query code may read the answer');
const checked = unscoped('the complaint was read within its scope, and the right to the step is asked');
const theirs: Actor = { kind: 'system', id: 'public', name: 'public' };
const nothing = async () => undefined;

/** 投诉举报: anybody's, with or without a name, answered by the division in charge within its deadlines. */
export function createComplaints(context: Context, deps: SupervisionDependencies) {
  const { deadlines, findBatch, isDivision, divisionName, cityCode, openClue, takePhotos, filesFollow } = deps;
  const { Complaint } = complaintModels(context.connection);
  const warnOfCluster = createClusters(context, Complaint, deps);
  deadlines.register(deadlineKinds);

  const shown = (complaint: ComplaintRecord, caller: Caller) => complaintView(masked(Complaint, complaint), caller);

  const read = async (caller: Caller, id: string): Promise<ComplaintRecord> => {
    const found = await Complaint.findById(id, null, within(caller, 'complaints:read')).lean<ComplaintRecord>();
    if (!found) throw new NotFound('There is no such complaint');
    return found;
  };

  const answerKind = ({ kind }: Pick<ComplaintRecord, 'kind'>) =>
    kind === 'report' ? 'complaint-report-check' : 'complaint-dispute-answer';
  const reference = (complaint: ComplaintRecord, kind: string) => ({
    kind,
    resource: 'complaints',
    id: complaint._id.toHexString(),
  });

  const startDeadlines: Also = async (work, complaint) => {
    for (const kind of ['complaint-acceptance', answerKind(complaint)])
      await deadlines.startDeadline(work, {
        kind,
        subject: {
          resource: 'complaints',
          id: complaint._id.toHexString(),
          label: labelOf(complaint, complaint.receivedAt, divisionName),
        },
        divisionCode: complaint.divisionCode,
        responsible: { role: 'supervisor' },
        startedBy: 'receive',
        startedAt: complaint.receivedAt,
      });
  };

  const placeOf = async (given: Given) => {
    if (given.divisionCode !== undefined && !isDivision(given.divisionCode))
      throw InvalidInput.field('/divisionCode', 'is not a known division');
    const batch = given.batchCode === undefined ? null : await findBatch(given.batchCode);
    if (given.batchCode !== undefined && !batch) throw InvalidInput.field('/batchCode', 'is not the code of a batch');
    return {
      divisionCode: given.divisionCode ?? batch?.divisionCode ?? cityCode,
      ...(batch && { producerId: new Types.ObjectId(batch.producerId) }),
    };
  };

  const receive = async (
    given: Given,
    { channel, actor, caller, photos = [] }: Arrival,
  ): Promise<z.infer<typeof receivedSchema>> => {
    const code = randomBytes(10)
      .toString('hex')
      .toUpperCase()
      .replace(/(.{4})(?=.)/g, '$1-');
    const receivedAt = context.clock();
    const place = await placeOf(given);
    if (caller) requireRight(caller, 'complaints:create', place);
    requireFewPhotos(photos);
    const keepPhotos = await takePhotos(photos);
    const fields = {
      ...given,
      ...place,
      _id: new Types.ObjectId(),
      channel,
      codeDigest: digest(code),
      state: 'received' as const,
      receivedAt,
      receivedBy: actor.name,
      history: [{ verb: 'receive' as const, by: actor.name, at: receivedAt }],
      version: 0,
    };
    const id = fields._id.toHexString();
    await inTransaction(context, actor, async (work) => {
      const scoped = caller ? within(caller, 'complaints:create') : fromThePublic;
      await Complaint.create([{ ...fields }], { session: work.session, ...scoped });
      await keepPhotos(work, { resource: 'complaints', record: id, divisionCode: place.divisionCode });
      await startDeadlines(work, fields);
      await warnOfCluster(work, fields);
    });
    return { id, queryCode: code, receivedAt: receivedAt.toISOString() };
  };

  const step = async (
    caller: Caller,
    id: string,
    verb: ComplaintVerb,
    {
      change = {},
      note,
      also = nothing,
    }: { change?: Partial<ComplaintRecord>; note?: string | undefined; also?: Also },
  ): Promise<ComplaintView> => {
    const complaint = await read(caller, id);
    const { to, permission } = complaintTransition(verb);
    if (!mayDo(caller, permission, complaint))
      throw new Forbidden(`The right ${permission} does not reach that complaint`);
    const refusal = whyNotNow(complaint, verb);
    if (refusal) throw new IllegalTransition(refusal);
    const entry = { verb, by: caller.username, at: context.clock(), ...(note !== undefined && { note }) };
    const changed = await inTransaction(context, actorOf(caller), async (work) => {
      const after = await Complaint.findOneAndUpdate(
        { _id: complaint._id, version: complaint.version },
        { $set: { state: to, ...change }, $inc: { version: 1 }, $push: { history: entry } },
        { session: work.session, returnDocument: 'after', ...checked },
      ).lean<ComplaintRecord>();
      if (!after) throw new Conflict('Somebody else changed this complaint at the same time: read it again');
      await also(work, after);
      return after;
    });
    return shown(changed, caller);
  };

  const metNow =
    (kinds: (complaint: ComplaintRecord) => string[]): Also =>
    async (work, complaint) => {
      for (const kind of kinds(complaint))
        await deadlines.meetDeadline(work, reference(complaint, kind), context.clock());
    };
  /** Who complained stays behind: identity is kept secret (投诉举报处理暂行办法 33). */
  const tellOfJustified: Also = (work, complaint) => {
    const { _id, divisionCode, producerId, batchCode, answer } = complaint;
    const id = _id.toHexString();
    return openClue(work, {
      kind: 'complaint',
      matter: `complaint ${id}`,
      source: { resource: 'complaints', id, label: labelOf(complaint, complaint.receivedAt, divisionName) },
      ...{ divisionCode, batchCode },
      text: `投诉举报查证属实：${answer?.text}`,
      producerId: producerId?.toHexString(),
    });
  };
  const both = (complaint: ComplaintRecord) => ['complaint-acceptance', answerKind(complaint)];

  return {
    /** Without an account; the query code is given this once. @throws InvalidInput for photographs that are none */
    submitComplaint: (given: Given, photos: readonly Buffer[] = []) =>
      receive(given, { channel: 'online', actor: theirs, caller: null, photos }),

    /** Taken down by an officer, from a call, a visit or a letter. */
    recordComplaint: (caller: Caller, { channel, ...given }: Given & { channel: (typeof channels)[number] }) =>
      receive(given, { channel, actor: actorOf(caller), caller }),

    /** @throws NotFound for a code that was never given */
    async complaintStatus(code: string): Promise<z.infer<typeof statusSchema>> {
      const found = await Complaint.findOne({ codeDigest: digest(code) }, null, byItsCode).lean<ComplaintRecord>();
      if (!found) throw new NotFound('There is no complaint with this code');
      const running = (await deadlines.ofRecords('complaints', [found._id.toHexString()])).filter(
        ({ state }) => state === 'running' || state === 'overdue',
      );
      const [first] = running.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
      return {
        kind: found.kind,
        state: found.state,
        receivedAt: found.receivedAt.toISOString(),
        divisionName: divisionName(found.divisionCode),
        ...(first && { dueBy: first.lastDay }),
        ...(found.answer && { answer: { text: found.answer.text, at: found.answer.at.toISOString() } }),
      };
    },

    async listComplaints(caller: Caller, query: z.output<typeof listComplaintsQuery>): Promise<Page<ComplaintView>> {
      const filter = {
        ...(query.state && { state: query.state }),
        ...(query.kind && { kind: query.kind }),
        ...(query.batch && { batchCode: query.batch }),
        ...(query.division && { divisionCode: subtreeRange(query.division) }),
      };
      const scoped = within(caller, 'complaints:read');
      const page = await findPage(Complaint, filter, { ...query, order: 'descending' }, scoped);
      return {
        items: (page.items as ComplaintRecord[]).map((each) => shown(each, caller)),
        nextCursor: page.nextCursor,
      };
    },

    getComplaint: async (caller: Caller, id: string): Promise<ComplaintView> => shown(await read(caller, id), caller),

    /** Who complained, in the clear; who asked and why is in the audit log. */
    async revealComplaint(caller: Caller, id: string, reason: string): Promise<ComplaintView> {
      const scoped = within(caller, 'complaints:reveal');
      const found = await reveal(context, { actor: actorOf(caller), reason }, Complaint, id, scoped);
      if (!found) throw new NotFound('There is no such complaint');
      return complaintView(found, caller);
    },

    /** To a division below the own one, with its deadlines. */
    async assignComplaint(caller: Caller, id: string, { divisionCode, note }: z.output<typeof assignBody>) {
      await read(caller, id);
      if (!isDivision(divisionCode) || !isWithin(divisionCode, caller.divisionCode))
        throw InvalidInput.field('/divisionCode', 'must be your division or one below it');
      return step(caller, id, 'assign', {
        change: { divisionCode },
        note,
        also: async (work, complaint) => {
          await deadlines.handOver(work, { resource: 'complaints', id }, divisionCode);
          await filesFollow(work, { resource: 'complaints', record: id, divisionCode });
          await warnOfCluster(work, complaint);
        },
      });
    },

    acceptComplaint: (caller: Caller, id: string, { note }: { note?: string | undefined }) =>
      step(caller, id, 'accept', { note, also: metNow(() => ['complaint-acceptance']) }),

    answerComplaint: (caller: Caller, id: string, { text, justified }: z.output<typeof answerBody>) =>
      step(caller, id, 'answer', {
        change: { answer: { text, at: context.clock(), justified } },
        also: async (work, complaint) => {
          await metNow(both)(work, complaint);
          if (justified) await tellOfJustified(work, complaint);
        },
      }),

    transferComplaint: (caller: Caller, id: string, { text }: { text: string }) =>
      step(caller, id, 'transfer', { change: { answer: { text, at: context.clock() } }, also: metNow(both) }),

    closeComplaint: (caller: Caller, id: string, { note }: { note?: string | undefined }) =>
      step(caller, id, 'close', { note }),
  };
}

export type Complaints = ReturnType<typeof createComplaints>;
