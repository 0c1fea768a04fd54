import { Types } from 'mongoose';
import type { z } from 'zod';
import { dayOf } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { findPage, type Page } from '../../database/page.ts';
import { inTransaction, type Work } from '../../database/transaction.ts';
import { subtreeRange } from '../../divisions/rules.ts';
import { printPdf } from '../../documents/index.ts';
import { Conflict, Forbidden, IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { mayDo } from '../../identity/rights/ability.ts';
import { within } from '../../identity/rights/within.ts';
import { schemeOf } from '../schemes/schemes.ts';
import type { CertificateDependencies } from './dependencies.ts';
import { certificateTransition, type Standing, whyRefused } from './lifecycle.ts';
import { type CertificateRecord, certificateModels } from './model.ts';
import { certificatePaper } from './paper.ts';
import type { ProposalKind } from './proposals/lifecycle.ts';
import { createProposals } from './proposals/service.ts';
import { createReminders } from './reminders.ts';
import { lastDayOf } from './rules/terms.ts';
import type { listCertificatesQuery, recordCertificateBody, visitBody } from './schema.ts';
import { type CertificateView, certificateView } from './view.ts';

type Verb = Parameters<typeof certificateTransition>[0];

/** A failed sample as certificates look at it. */
export interface FailedSample {
  number: string;
  producerId: string;
  categoryCode: string;
  /** A banned substance was found. */
  banned: boolean;
  text: { zh: string; en: string };
}

/** A decision on an administrative penalty as certificates look at it. */
export interface DecidedPenalty {
  number: string;
  producerId: string;
  /** A banned substance, or a penalty that ends or limits the business. */
  grave: boolean;
  text: { zh: string; en: string };
}

export type NewCertificate = Omit<
  CertificateRecord,
  '_id' | 'number' | 'state' | 'visits' | 'history' | 'createdBy' | 'createdAt'
>;

const followsFromFact = unscoped('a failed test or a penalty reaches the certificates of its producer');
const forThePublic = unscoped('whoever has the number may check it');

/** 认证证书: granted or recorded, checked by anybody, and never suspended or withdrawn but by a person. */
export function createCertificates(context: Context, deps: CertificateDependencies) {
  const { Certificate } = certificateModels(context.connection);
  const today = () => dayOf(context.clock());

  const view = (record: CertificateRecord, caller: Caller): CertificateView =>
    certificateView(record, caller, {
      today: today(),
      divisionName: deps.divisions.nameOf(record.divisionCode),
      checkAt: deps.addresses.certificateUrl(record.number),
    });

  const read = async (caller: Caller, id: string, work?: Work): Promise<CertificateRecord> => {
    const found = await Certificate.findById(id, null, within(caller, 'certificates:read'))
      .session(work?.session ?? null)
      .lean<CertificateRecord>();
    if (!found) throw new NotFound('There is no such certificate');
    return found;
  };

  /** Takes a step on a certificate, unless somebody else changed it since it was read. */
  const take = async (
    work: Work,
    caller: Caller,
    record: CertificateRecord,
    verb: Verb,
    {
      reason,
      proposalId,
      visit,
    }: { reason?: string; proposalId?: string; visit?: CertificateRecord['visits'][number] },
  ): Promise<void> => {
    const { to = record.state } = certificateTransition(verb);
    const refused = whyRefused(record, verb, today());
    if (refused) throw new IllegalTransition(refused);
    const entry = {
      verb,
      by: caller.username,
      at: context.clock(),
      ...(reason !== undefined && { reason }),
      ...(proposalId !== undefined && { proposalId }),
    };
    const { matchedCount } = await Certificate.updateOne(
      { _id: record._id, state: record.state },
      { $set: { state: to }, $push: { history: entry, ...(visit && { visits: visit }) } },
      { session: work.session, ...asDecided },
    );
    if (matchedCount === 0) throw new Conflict('Somebody else has just changed this certificate: read it again');
  };

  const proposals = createProposals(context, {
    async carryOut(work, caller, certificateId, { verb, ...why }) {
      const record = await Certificate.findById(certificateId, null, asDecided)
        .session(work.session)
        .lean<CertificateRecord>();
      if (!record) throw new NotFound('There is no such certificate');
      await take(work, caller, record, verb, why);
    },
  });

  const step = async (
    caller: Caller,
    id: string,
    verb: Verb,
    change: (work: Work, record: CertificateRecord) => Promise<void>,
    reason?: string,
  ): Promise<CertificateView> => {
    const { permission } = certificateTransition(verb);
    const taken = async (work: Work) => {
      const record = await read(caller, id, work);
      if (!mayDo(caller, permission, record)) throw new Forbidden(`The right ${permission} does not reach that record`);
      if (caller.producerId === record.producerId.toHexString())
        throw new Forbidden('不得办理本主体的证书（回避） · nobody works on a certificate of the own producer');
      const refused = whyRefused(record, verb, today());
      if (refused) throw new IllegalTransition(refused);
      await change(work, record);
    };
    await inTransaction(context, actorOf(caller), taken, reason);
    return view(await read(caller, id), caller);
  };

  /** Writes a certificate under the next number. */
  const create = async (work: Work, caller: Caller, fields: NewCertificate): Promise<CertificateRecord> => {
    const at = context.clock();
    const record: CertificateRecord = {
      _id: new Types.ObjectId(),
      number: await deps.nextNumber(work, 'C', fields.divisionCode, at),
      ...fields,
      state: 'valid',
      visits: [],
      history: [{ verb: fields.applicationId ? 'grant' : 'record', by: caller.username, at }],
      createdBy: caller.username,
      createdAt: at,
    };
    await Certificate.create([record], { session: work.session, ...asDecided });
    return record;
  };

  return {
    ...createReminders(context, deps),
    create,
    listProposals: proposals.listProposals,
    getProposal: proposals.getProposal,
    decideProposal: proposals.decide,

    /** One from elsewhere: such as an organic certificate, or a geographical indication of former years. */
    async record(caller: Caller, body: z.output<typeof recordCertificateBody>): Promise<CertificateView> {
      const producer = await deps.producers.findProducer(caller, body.producerId);
      if (!producer || !mayDo(caller, 'certificates:create', producer))
        throw InvalidInput.field('/producerId', 'is not a known producer');
      const product = await deps.standards.productById(body.productId);
      if (!product) throw InvalidInput.field('/productId', 'is not a known product');
      requireTerm(body);
      const { productId: _, producerId: __, validTo, level, ...fields } = body;
      const created = await inTransaction(context, actorOf(caller), (work) =>
        create(work, caller, {
          ...fields,
          ...(validTo !== undefined && { validTo }),
          ...(level !== undefined && { level }),
          producerId: new Types.ObjectId(body.producerId),
          producerKind: producer.kind,
          producerName: producer.name,
          divisionCode: producer.divisionCode,
          productName: product.name,
          categoryCode: product.categoryCode,
        }),
      );
      return view(created, caller);
    },

    async list(caller: Caller, query: z.output<typeof listCertificatesQuery>): Promise<Page<CertificateView>> {
      const scoped = within(caller, 'certificates:read');
      const page = await findPage(Certificate, filterOf(query, today()), { ...query, order: 'descending' }, scoped);
      return {
        items: page.items.map((record) => view(record as CertificateRecord, caller)),
        nextCursor: page.nextCursor,
      };
    },

    get: async (caller: Caller, id: string): Promise<CertificateView> => view(await read(caller, id), caller),

    async paper(caller: Caller, id: string): Promise<{ number: string; pdf: Buffer }> {
      const record = await read(caller, id);
      const { number } = record;
      return { number, pdf: await printPdf(certificatePaper(record, today(), deps.addresses.certificateUrl(number))) };
    },

    /** An officer proposes; another person decides. */
    propose: (caller: Caller, id: string, kind: ProposalKind, reason: string): Promise<CertificateView> =>
      step(
        caller,
        id,
        kind === 'suspend' ? 'propose-suspension' : 'propose-withdrawal',
        async (work, record) => {
          const cause = { kind: 'officer' as const, text: { zh: reason, en: reason } };
          await proposals.propose(work, record, { kind, cause });
        },
        reason,
      ),

    restore: (caller: Caller, id: string, reason: string): Promise<CertificateView> =>
      step(caller, id, 'restore', (work, record) => take(work, caller, record, 'restore', { reason }), reason),

    recordVisit: (
      caller: Caller,
      id: string,
      { on, passed, note }: z.output<typeof visitBody>,
    ): Promise<CertificateView> =>
      step(caller, id, 'record-visit', async (work, record) => {
        if (on > today()) throw InvalidInput.field('/on', 'must not lie in the future');
        if (on < record.validFrom) throw InvalidInput.field('/on', 'must not lie before the certificate');
        const visit = { on, passed, ...(note !== undefined && { note }), by: caller.username, at: context.clock() };
        await take(work, caller, record, 'record-visit', { visit });
      }),

    /** A verified failure proposes, for each certificate of that producer and food, its suspension; of a banned substance its withdrawal. */
    async proposeForFailedSample(work: Work, sample: FailedSample): Promise<void> {
      const foods = (await deps.standards.categoryPath(sample.categoryCode)).map(({ code }) => code);
      const found = await Certificate.find(
        {
          producerId: new Types.ObjectId(sample.producerId),
          categoryCode: { $in: foods },
          state: { $ne: 'withdrawn' },
        },
        null,
        followsFromFact,
      )
        .session(work.session)
        .lean<CertificateRecord[]>();
      const cause = { kind: 'failed-sample' as const, reference: sample.number, text: sample.text };
      for (const record of found) {
        const kind = sample.banned ? ('withdraw' as const) : ('suspend' as const);
        if (whyRefused(record, kind, today()) === null) await proposals.propose(work, record, { kind, cause });
      }
    },

    /**
     * A decision on a penalty proposes, for each certificate of the party, its suspension; its withdrawal where the scheme's rules
     * or the breach ask for it. A person decides.
     */
    async proposeForPenalty(work: Work, { number, producerId, grave, text }: DecidedPenalty): Promise<void> {
      const found = await Certificate.find(
        { producerId: new Types.ObjectId(producerId), state: { $ne: 'withdrawn' } },
        null,
        followsFromFact,
      )
        .session(work.session)
        .lean<CertificateRecord[]>();
      const cause = { kind: 'penalty-decision' as const, reference: number, text };
      for (const record of found) {
        const kind = withdrawnByPenalty(grave, record.scheme);
        if (whyRefused(record, kind, today()) === null) await proposals.propose(work, record, { kind, cause });
      }
    },

    /** For anybody; `null` when there is none of that number. */
    async publicCertificate(number: string) {
      const found = await Certificate.findOne({ number }, null, forThePublic).lean<CertificateRecord>();
      return found && { record: found, today: today(), checkAt: deps.addresses.certificateUrl(number) };
    },

    /** A producer's certificate by its number, such as one to renew; `null` when it has none of that number. */
    async ofProducer(producerId: string, number: string): Promise<CertificateRecord | null> {
      const wanted = { producerId: new Types.ObjectId(producerId), number };
      return Certificate.findOne(wanted, null, forThePublic).lean<CertificateRecord>();
    },
  };
}

export type CertificatesService = ReturnType<typeof createCertificates>;

/** An organic certificate is revoked when its holder is penalized by the law on product safety. Source: 有机产品认证管理办法 30. */
function withdrawnByPenalty(grave: boolean, scheme: CertificateRecord['scheme']): ProposalKind {
  return grave || scheme === 'organic' ? 'withdraw' : 'suspend';
}

const asDecided = unscoped('the step was decided on a record that was read within its scope');

/** The term follows from the scheme: none where it never expires, at most its years elsewhere. */
function requireTerm({ scheme, validFrom, validTo }: z.output<typeof recordCertificateBody>): void {
  const { years, clause } = schemeOf(scheme).validity;
  const last = lastDayOf(validFrom, years);
  if (last === undefined) {
    if (validTo !== undefined) throw InvalidInput.field('/validTo', `is left out: it never expires (${clause.text})`);
    return;
  }
  if (validTo === undefined) throw InvalidInput.field('/validTo', `must be named: ${years} years (${clause.text})`);
  if (validTo <= validFrom) throw InvalidInput.field('/validTo', 'must lie after its first day');
  if (validTo > last) throw InvalidInput.field('/validTo', `must not lie after ${last} (${clause.text})`);
}

/** What a standing on a day means for the stored fields. */
function standingFilter(standing: Standing, today: string): object {
  const notExpired = { $or: [{ validTo: { $exists: false } }, { validTo: { $gte: today } }] };
  if (standing === 'withdrawn') return { state: 'withdrawn' };
  if (standing === 'expired') return { state: { $ne: 'withdrawn' }, validTo: { $lt: today } };
  if (standing === 'suspended') return { state: 'suspended', ...notExpired };
  return { state: 'valid', validFrom: standing === 'valid' ? { $lte: today } : { $gt: today }, ...notExpired };
}

function filterOf(query: z.output<typeof listCertificatesQuery>, today: string) {
  const { number } = query;
  return {
    $and: [
      number === undefined ? {} : { $or: [{ number }, { externalNumber: number }] },
      query.standing ? standingFilter(query.standing, today) : {},
      query.expiringBefore ? { validTo: { $lt: query.expiringBefore } } : {},
      {
        ...(query.scheme && { scheme: query.scheme }),
        ...(query.producer && { producerId: new Types.ObjectId(query.producer) }),
        ...(query.division && { divisionCode: subtreeRange(query.division) }),
      },
    ],
  };
}
