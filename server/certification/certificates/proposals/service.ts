import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../../context.ts';
import { unscoped } from '../../../database/guard.ts';
import { findPage, type Page } from '../../../database/page.ts';
import { inTransaction, type Work } from '../../../database/transaction.ts';
import { Conflict, Forbidden, IllegalTransition, NotFound } from '../../../errors.ts';
import { type Bilingual, decideVerbs } from '../../../http/fields.ts';
import { actorOf, type Caller } from '../../../identity/caller.ts';
import { holds, mayDo, noRight } from '../../../identity/rights/ability.ts';
import { within } from '../../../identity/rights/within.ts';
import type { CertificateRecord } from '../model.ts';
import {
  type ProposalCause,
  type ProposalKind,
  type ProposalVerb,
  proposalTransition,
  proposalTransitions,
  whyNotDecided,
} from './lifecycle.ts';
import { type ProposalRecord, proposalModels } from './model.ts';
import type { listProposalsQuery, proposalSchema } from './schema.ts';

type ProposalView = z.infer<typeof proposalSchema>;

export interface NewProposal {
  kind: ProposalKind;
  cause: { kind: ProposalCause; reference?: string; text: Bilingual };
}

interface Effects {
  /** Takes the step on the certificate, in the same transaction. @throws IllegalTransition */
  carryOut(
    work: Work,
    caller: Caller,
    certificateId: Types.ObjectId,
    step: { verb: ProposalKind; reason: string; proposalId: string },
  ): Promise<void>;
}

const followsFromFact = unscoped('a failed test or a decision proposes it, whoever may see the certificate');

/** What should become of a certificate, kept with its cause until a person decides. */
export function createProposals(context: Context, effects: Effects) {
  const { CertificateProposal } = proposalModels(context.connection);

  const read = async (caller: Caller, id: string, work?: Work): Promise<ProposalRecord> => {
    const found = await CertificateProposal.findById(id, null, within(caller, 'certificate-proposals:read'))
      .session(work?.session ?? null)
      .lean<ProposalRecord>();
    if (!found) throw new NotFound('There is no such proposal');
    return found;
  };

  return {
    /** One for each certificate and cause: the same fact told twice proposes once. @returns its id, or that of the earlier one */
    async propose(work: Work, certificate: CertificateRecord, { kind, cause }: NewProposal): Promise<string> {
      const certificateId = certificate._id;
      const id = new Types.ObjectId();
      const key = `${certificateId.toHexString()}|${kind}|${cause.kind}|${cause.reference ?? id.toHexString()}`;
      const known = await CertificateProposal.findOne({ key }, null, followsFromFact)
        .session(work.session)
        .lean<ProposalRecord>();
      if (known) return known._id.toHexString();
      const proposal: ProposalRecord = {
        _id: id,
        certificateId,
        certificateNumber: certificate.number,
        producerId: certificate.producerId,
        producerName: certificate.producerName,
        divisionCode: certificate.divisionCode,
        kind,
        cause,
        state: 'open',
        raisedBy: work.actor.name,
        raisedAt: context.clock(),
        key,
      };
      await CertificateProposal.create([proposal], { session: work.session, ...followsFromFact });
      return id.toHexString();
    },

    async listProposals(caller: Caller, query: z.output<typeof listProposalsQuery>): Promise<Page<ProposalView>> {
      const filter = {
        ...(query.state && { state: query.state }),
        ...(query.certificate && { certificateId: new Types.ObjectId(query.certificate) }),
        ...(query.producer && { producerId: new Types.ObjectId(query.producer) }),
      };
      const scoped = within(caller, 'certificate-proposals:read');
      const page = await findPage(CertificateProposal, filter, { ...query, order: 'descending' }, scoped);
      return {
        items: page.items.map((each) => proposalView(each as ProposalRecord, caller)),
        nextCursor: page.nextCursor,
      };
    },

    getProposal: async (caller: Caller, id: string): Promise<ProposalView> =>
      proposalView(await read(caller, id), caller),

    /** Decides it, with a reason; accepted, the certificate is suspended or withdrawn in the same transaction. */
    async decide(caller: Caller, id: string, verb: ProposalVerb, reason: string): Promise<ProposalView> {
      const { to, permission } = proposalTransition(verb);
      const taken = async (work: Work) => {
        const proposal = await read(caller, id, work);
        if (!mayDo(caller, permission, proposal))
          throw new Forbidden(`The right ${permission} does not reach that proposal`);
        const refused = whyNotDecided(judged(proposal), verb, caller);
        if (refused) throw new IllegalTransition(refused);
        const change = { state: to, decidedBy: caller.username, decidedAt: context.clock(), reason };
        const options = { session: work.session, ...within(caller, permission) };
        const decided = { _id: proposal._id, state: proposal.state };
        const { matchedCount } = await CertificateProposal.updateOne(decided, { $set: change }, options);
        if (matchedCount === 0) throw new Conflict('Somebody else has just decided this proposal: read it again');
        if (verb === 'dismiss') return;
        await effects.carryOut(work, caller, proposal.certificateId, { verb: proposal.kind, reason, proposalId: id });
      };
      await inTransaction(context, actorOf(caller), taken, reason);
      return proposalView(await read(caller, id), caller);
    },
  };
}

export type Proposals = ReturnType<typeof createProposals>;

const judged = ({ state, raisedBy, producerId }: ProposalRecord) => ({
  state,
  raisedBy,
  producerId: producerId.toHexString(),
});

function proposalView(proposal: ProposalRecord, caller: Caller): ProposalView {
  const { cause, decidedBy, decidedAt, reason } = proposal;
  return {
    id: proposal._id.toHexString(),
    certificateId: proposal.certificateId.toHexString(),
    certificateNumber: proposal.certificateNumber,
    producerId: proposal.producerId.toHexString(),
    producerName: proposal.producerName,
    divisionCode: proposal.divisionCode,
    kind: proposal.kind,
    cause: {
      kind: cause.kind,
      ...(cause.reference !== undefined && { reference: cause.reference }),
      text: { zh: cause.text.zh, en: cause.text.en },
    },
    state: proposal.state,
    raisedBy: proposal.raisedBy,
    raisedAt: proposal.raisedAt.toISOString(),
    ...(decidedBy !== undefined && { decidedBy }),
    ...(decidedAt && { decidedAt: decidedAt.toISOString() }),
    ...(reason !== undefined && { reason }),
    ...decideVerbs(proposalTransitions, ({ verb, permission }) =>
      holds(caller, permission) && mayDo(caller, permission, proposal)
        ? whyNotDecided(judged(proposal), verb, caller)
        : noRight,
    ),
  };
}
