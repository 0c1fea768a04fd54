import { createHash } from 'node:crypto';
import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { findPage } from '../../database/page.ts';
import { inTransaction, type Work } from '../../database/transaction.ts';
import type { DeadlineRecord } from '../../deadlines/index.ts';
import { Conflict, Forbidden, IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import { type Bilingual, decideVerbs } from '../../http/fields.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { mayDo, noRight } from '../../identity/rights/ability.ts';
import { within } from '../../identity/rights/within.ts';
import { dayWithin } from '../cases/days.ts';
import { byItsOfficers, notByItsOfficers } from '../cases/guards.ts';
import { type CaseRecord, caseModels } from '../cases/model.ts';
import type { CaseSteps } from '../cases/steps.ts';
import words from '../data/words.json' with { type: 'json' };
import type { Papers } from '../documents/papers.ts';
import { createEvidenceDeadlines, type DeadlinesOfEvidence } from './deadlines.ts';
import { type EvidenceVerb, evidenceTransitions, whyEvidenceRefused } from './lifecycle.ts';
import { type EvidenceRecord, evidenceModels } from './model.ts';
import type {
  createEvidenceBody,
  evidenceSchema,
  handOverBody,
  holdBody,
  listEvidenceQuery,
  releaseBody,
} from './schema.ts';

type EvidenceView = z.infer<typeof evidenceSchema>;

const ofTheCase = unscoped('belongs to a case that was read within its scope in the same transaction');

/** While evidence can be taken up: from the verified clue to the decision. */
const takingUp = ['verified', 'filed', 'in-review', 'reviewed', 'notified', 'heard'];
const tooLate: Bilingual = {
  zh: '此时不能再登记保存或者查封扣押',
  en: 'nothing more is preserved, sealed or seized now',
};

/** Evidence with its chain of custody; goods that are preserved, sealed or seized. */
export function createEvidence(
  context: Context,
  deps: {
    steps: CaseSteps;
    papers: Papers;
    deadlines: DeadlinesOfEvidence;
    sampleNumber(caller: Caller, id: string): Promise<string>;
    /** The SHA-256 of a file of the case. */
    fileDigest(caller: Caller, attachmentId: string, caseId: string): Promise<string>;
  },
) {
  const { Evidence } = evidenceModels(context.connection);
  const { Case } = caseModels(context.connection);
  const deadlines = createEvidenceDeadlines(deps.deadlines, context.clock);

  const viewOf = (found: EvidenceRecord, caller: Caller, term: DeadlineRecord | undefined): EvidenceView => {
    const overdue = isOverdue(term, context.clock());
    const {
      _id,
      caseId,
      hold,
      custody,
      version: _version,
      divisionCode: _code,
      sampleNumber: _number,
      ...rest
    } = found;
    return {
      id: _id.toHexString(),
      caseId: caseId.toHexString(),
      ...rest,
      custody: custody.map(({ at, ...each }) => ({ ...each, at: at.toISOString() })),
      ...(hold && {
        hold: {
          ...{ kind: hold.kind, from: hold.from.toISOString(), approvedBy: hold.approvedBy },
          ...{ keeper: hold.keeper, place: hold.place },
          ...(term && term.state !== 'suspended' && { lastDay: term.lastDay }),
          overdue,
          ...(hold.extended && { extended: { ...hold.extended, at: hold.extended.at.toISOString() } }),
          pauses: hold.pauses.map(({ from, to, reason }) => ({
            ...{ from: from.toISOString(), reason },
            ...(to && { to: to.toISOString() }),
          })),
          ...(hold.released && { released: { ...hold.released, at: hold.released.at.toISOString() } }),
        },
      }),
      ...decideVerbs(evidenceTransitions, ({ verb, permission }) =>
        mayDo(caller, permission, found) ? whyEvidenceRefused({ ...found, overdue }, verb) : noRight,
      ),
    };
  };

  const view = async (found: EvidenceRecord, caller: Caller): Promise<EvidenceView> => {
    const id = found._id.toHexString();
    return viewOf(found, caller, (await deadlines.ofEvidence([id])).get(id));
  };

  const require = async (caller: Caller, id: string, work?: Work): Promise<EvidenceRecord> => {
    const found = await Evidence.findById(id, null, within(caller, 'case-evidence:read'))
      .session(work?.session ?? null)
      .lean<EvidenceRecord>();
    if (!found) throw new NotFound('There is no such evidence');
    return found;
  };

  const refuse = (reason: Bilingual | null) => {
    if (reason) throw new IllegalTransition(reason);
  };

  /** One step: allowed by the table, by a person whom the case lets, and with the count of held goods in the case. */
  const act = async (
    caller: Caller,
    id: string,
    verb: EvidenceVerb,
    change: (found: EvidenceRecord) => object,
    { held = 0, paper, reason }: { held?: 1 | -1 | 0; paper?: string; reason?: string } = {},
  ): Promise<EvidenceView> => {
    const transition = evidenceTransitions.find((each) => each.verb === verb);
    if (!transition) throw new Error(`no transition ${verb}`);
    const { permission } = transition;
    await inTransaction(
      context,
      actorOf(caller),
      async (work) => {
        const found = await require(caller, id, work);
        if (!mayDo(caller, permission, found)) throw new Forbidden(`The right ${permission} does not reach that case`);
        const ofCase = await deps.steps.requireCase(caller, found.caseId.toHexString(), work);
        const asking = await deps.steps.asks(caller);
        const mayTake = permission === 'case-evidence:hold' ? notByItsOfficers : byItsOfficers;
        const before = (await deadlines.ofEvidence([id], work)).get(id);
        const overdue = isOverdue(before, context.clock());
        refuse(
          whyEvidenceRefused({ ...found, overdue }, verb) ??
            mayTake(ofCase, asking) ??
            (verb === 'hold' && !takingUp.includes(ofCase.state) ? tooLate : null),
        );
        const changes = change(found);
        const { matchedCount } = await Evidence.updateOne(
          { _id: found._id, version: found.version },
          { $set: changes, $inc: { version: 1 } },
          { session: work.session, ...within(caller, permission) },
        );
        if (matchedCount === 0)
          throw new Conflict('Somebody else changed this evidence at the same time: read it again');
        if (held !== 0)
          await Case.updateOne(
            { _id: ofCase._id },
            { $inc: { held, version: 1 } },
            { session: work.session, ...ofTheCase },
          );
        const after: EvidenceRecord = { ...found, ...changes };
        await deadlines.follow(work, after, { verb, caseNumber: ofCase.number, reason });
        if (!paper) return;
        const term = (await deadlines.ofEvidence([id], work)).get(id);
        await deps.papers.issue(work, ofCase, paper, { item: itemFacts(after, term) });
      },
      reason,
    );
    return view(await require(caller, id), caller);
  };

  const holdOf = ({ hold }: EvidenceRecord) => {
    if (!hold) throw new Error('the table lets only what is held come here');
    return hold;
  };

  return {
    /** One line for each, as papers list them. */
    async evidenceOf({ session }: Work, caseId: CaseRecord['_id']): Promise<string[]> {
      const found = await Evidence.find({ caseId }, null, ofTheCase)
        .sort({ number: 1 })
        .session(session)
        .lean<EvidenceRecord[]>();
      return found.map(
        ({ number, name, description, obtainedOn, digest }) =>
          `证据 ${number}　${name}（${obtainedOn}）：${description}　SHA-256 ${digest.slice(0, 16)}…`,
      );
    },

    published: {
      async listEvidence(caller: Caller, query: z.infer<typeof listEvidenceQuery>) {
        const filter = {
          ...(query.case && { caseId: new Types.ObjectId(query.case) }),
          ...(query.held === true && { hold: { $exists: true }, 'hold.released': { $exists: false } }),
        };
        const scoped = within(caller, 'case-evidence:read');
        const page = await findPage(Evidence, filter, { ...query, order: 'descending' }, scoped);
        const terms = await deadlines.ofEvidence(page.items.map(({ _id }) => String(_id)));
        const shown = (found: EvidenceRecord) => viewOf(found, caller, terms.get(found._id.toHexString()));
        return { items: page.items.map((found) => shown(found as EvidenceRecord)), nextCursor: page.nextCursor };
      },

      getEvidence: async (caller: Caller, id: string) => view(await require(caller, id), caller),

      async createEvidence(caller: Caller, body: z.output<typeof createEvidenceBody>) {
        const { caseId, keeper, sampleId, attachmentId, obtainedOn, ...given } = body;
        const ofCase = await deps.steps.requireCase(caller, caseId);
        if (!mayDo(caller, 'case-evidence:create', ofCase))
          throw new Forbidden('That case lies outside of what is yours');
        const sampleNumber = sampleId === undefined ? undefined : await deps.sampleNumber(caller, sampleId);
        const digestOfFile =
          attachmentId === undefined ? given.sha256 : await deps.fileDigest(caller, attachmentId, caseId);
        if (given.sha256 !== undefined && digestOfFile !== given.sha256)
          throw InvalidInput.field('/sha256', 'is not that of the file');
        const id = await inTransaction(context, actorOf(caller), async (work) => {
          const found = await deps.steps.requireCase(caller, caseId, work);
          const asking = await deps.steps.asks(caller);
          if (!takingUp.includes(found.state))
            refuse({ zh: '此时不能再收集证据', en: 'no more evidence is taken up now' });
          refuse(byItsOfficers(found, asking));
          const at = context.clock();
          const facts = {
            ...given,
            number: found.evidence + 1,
            obtainedOn: dayWithin(obtainedOn, asking.today, '', '/obtainedOn'),
            ...(sampleId !== undefined && { sampleId, sampleNumber }),
            ...(attachmentId !== undefined && { attachmentId }),
            ...(digestOfFile !== undefined && { sha256: digestOfFile }),
          };
          const [created] = await Evidence.create(
            [
              {
                ...facts,
                ...{ caseId: found._id, divisionCode: found.divisionCode, version: 1 },
                digest: createHash('sha256')
                  .update(JSON.stringify({ case: found.number, ...facts }))
                  .digest('hex'),
                custody: [{ act: 'collected', to: keeper, at, by: caller.username }],
              },
            ],
            { session: work.session, ...within(caller, 'case-evidence:create') },
          );
          const { matchedCount } = await Case.updateOne(
            { _id: found._id, version: found.version },
            { $inc: { evidence: 1, version: 1 } },
            { session: work.session, ...ofTheCase },
          );
          if (matchedCount === 0) throw new Conflict('Somebody else changed this case at the same time: read it again');
          if (created && sampleId !== undefined)
            await deps.papers.issue(work, found, 'sampling-voucher', {
              item: itemFacts(created.toObject() as EvidenceRecord),
            });
          return String(created?._id);
        });
        return view(await require(caller, id), caller);
      },

      handOver: (caller: Caller, id: string, { to, condition }: z.output<typeof handOverBody>) =>
        act(caller, id, 'hand-over', ({ custody }) => ({
          custody: [
            ...custody,
            {
              ...{ act: 'handed-over' as const, to, at: context.clock(), by: caller.username },
              ...(custody.at(-1) && { from: custody.at(-1)?.to }),
              ...(condition !== undefined && { condition }),
            },
          ],
        })),

      /** Decided by the head of the authority. Source: 行政处罚法 56; 行政强制法 18. */
      hold: (caller: Caller, id: string, { kind, keeper, place }: z.output<typeof holdBody>) =>
        act(
          caller,
          id,
          'hold',
          () => ({ hold: { kind, keeper, place, from: context.clock(), approvedBy: caller.username, pauses: [] } }),
          { held: 1, paper: kind === 'preservation' ? 'preservation-notice' : 'seizure-decision' },
        ),

      pause: (caller: Caller, id: string, reason: string) =>
        act(
          caller,
          id,
          'pause',
          (found) => ({
            hold: { ...holdOf(found), pauses: [...holdOf(found).pauses, { from: context.clock(), reason }] },
          }),
          { reason },
        ),

      resume: (caller: Caller, id: string) =>
        act(caller, id, 'resume', (found) => ({
          hold: {
            ...holdOf(found),
            pauses: holdOf(found).pauses.map((pause) => (pause.to ? pause : { ...pause, to: context.clock() })),
          },
        })),

      extend: (caller: Caller, id: string, reason: string) =>
        act(
          caller,
          id,
          'extend',
          (found) => ({ hold: { ...holdOf(found), extended: { by: caller.username, at: context.clock(), reason } } }),
          { reason },
        ),

      release: (caller: Caller, id: string, { disposal, reason }: z.output<typeof releaseBody>) =>
        act(
          caller,
          id,
          'release',
          (found) => ({
            hold: { ...holdOf(found), released: { by: caller.username, at: context.clock(), disposal, reason } },
          }),
          { held: -1, paper: 'release-notice', reason },
        ),
    },
  };
}

export type EvidenceService = ReturnType<typeof createEvidence>;

function isOverdue(term: DeadlineRecord | undefined, now: Date): boolean {
  return term?.state === 'overdue' || (term?.state === 'running' && term.dueAt <= now);
}

function itemFacts(
  { name, obtainedOn, quantity, place, sampleNumber, hold }: EvidenceRecord,
  term?: DeadlineRecord,
): object {
  return {
    ...{ name, on: obtainedOn },
    ...(quantity && { quantity: `${quantity.value} ${quantity.unit}` }),
    ...(place && { place }),
    ...(sampleNumber && { sample: sampleNumber }),
    ...(hold && { keeper: `${hold.keeper}，${hold.place}` }),
    ...(term && { lastDay: term.lastDay }),
    ...(hold?.released && { disposal: `${words.disposals[hold.released.disposal]}：${hold.released.reason}` }),
  };
}
