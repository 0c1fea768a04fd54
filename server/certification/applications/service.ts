import { Types } from 'mongoose';
import type { z } from 'zod';
import { dayOf } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { findPage, type Page } from '../../database/page.ts';
import { inTransaction, type Work } from '../../database/transaction.ts';
import { Conflict, Forbidden, IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { mayDo } from '../../identity/rights/ability.ts';
import { within } from '../../identity/rights/within.ts';
import { dayAfter, lastDayOf, renewalDay } from '../certificates/rules/terms.ts';
import { demandedOf, type Scheme, schemeOf, whyNoApplication } from '../schemes/schemes.ts';
import type { ApplicationDependencies } from './dependencies.ts';
import { type ApplicationVerb, applicationTransition, whyRefused } from './lifecycle.ts';
import { type ApplicationRecord, applicationModels } from './model.ts';
import { createRunningTerms } from './running-terms.ts';
import type {
  changeApplicationBody,
  createApplicationBody,
  findingBody,
  grantBody,
  listApplicationsQuery,
} from './schema.ts';
import { type ApplicationView, applicationView, judgedOf } from './view.ts';

interface Change {
  set?: Partial<ApplicationRecord>;
  push?: Partial<{ [Field in 'findings' | 'recused']: ApplicationRecord[Field][number] }>;
}

/** 认证申请: one stop for the producer, from the draft to the decision by another person than reviewed it. */
export function createApplications(context: Context, deps: ApplicationDependencies) {
  const { Application } = applicationModels(context.connection);
  const moveOn = createRunningTerms(deps.deadlines);

  const read = async (caller: Caller, id: string, work?: Work): Promise<ApplicationRecord> => {
    const found = await Application.findById(id, null, within(caller, 'certification-applications:read'))
      .session(work?.session ?? null)
      .lean<ApplicationRecord>();
    if (!found) throw new NotFound('There is no such application');
    return found;
  };

  /** One step, whole or not at all. `change` decides what else changes, and may refuse. */
  const step = async (
    caller: Caller,
    id: string,
    verb: ApplicationVerb,
    note?: string,
    change: (application: ApplicationRecord, work: Work) => Promise<Change> | Change = () => ({}),
  ): Promise<ApplicationView> => {
    const { to, permission } = applicationTransition(verb);
    const taken = async (work: Work) => {
      const application = await read(caller, id, work);
      if (!mayDo(caller, permission, application))
        throw new Forbidden(`The right ${permission} does not reach that application`);
      const refused = whyRefused(judgedOf(application), verb, caller);
      if (refused) throw new IllegalTransition(refused);
      const { set, push } = await change(application, work);
      const entry = { verb, by: caller.username, at: context.clock(), ...(note !== undefined && { note }) };
      const { matchedCount } = await Application.updateOne(
        { _id: application._id, version: application.version },
        { $set: { state: to ?? application.state, ...set }, $push: { history: entry, ...push }, $inc: { version: 1 } },
        { session: work.session, ...within(caller, permission) },
      );
      if (matchedCount === 0)
        throw new Conflict('Somebody else changed this application at the same time: read it again');
      await moveOn(work, application, to ?? application.state, { at: entry.at, note });
    };
    await inTransaction(context, actorOf(caller), taken, note);
    return applicationView(await read(caller, id), caller);
  };

  const finding = (which: 'review' | 'check') => (caller: Caller, id: string, body: z.output<typeof findingBody>) =>
    step(caller, id, which, body.note, () => ({
      push: { findings: { step: which, ...body, by: caller.username, at: context.clock() } },
    }));

  /** @throws InvalidInput where the certificate is not the producer's, is of another scheme, or its window has passed */
  const requireRenewable = async (scheme: Scheme, producerId: string, number: string | undefined): Promise<void> => {
    if (number === undefined) throw InvalidInput.field('/renews', 'must name the certificate that is renewed');
    const certificate = await deps.certificates.ofProducer(producerId, number);
    if (!certificate || certificate.scheme !== scheme.id)
      throw InvalidInput.field('/renews', 'is not a certificate of this producer and scheme');
    if (certificate.state === 'withdrawn') throw InvalidInput.field('/renews', 'was withdrawn');
    const last = renewalDay(certificate.validTo, scheme.renewal?.monthsBefore) ?? certificate.validTo;
    if (last !== undefined && last < dayOf(context.clock()))
      throw InvalidInput.field(
        '/renews',
        `could be renewed until ${last} (${scheme.renewal?.clause.text ?? scheme.validity.clause.text}): apply anew`,
      );
  };

  return {
    /** A draft; nothing runs until it is submitted. @throws IllegalTransition where the scheme takes no applications here */
    async create(caller: Caller, body: z.output<typeof createApplicationBody>): Promise<ApplicationView> {
      const producer = await deps.producers.findProducer(caller, body.producerId);
      const owner = producer && { producerId: body.producerId, divisionCode: producer.divisionCode };
      if (!owner || !mayDo(caller, 'certification-applications:create', owner))
        throw InvalidInput.field('/producerId', 'is not a known producer');
      const product = await deps.standards.productById(body.productId);
      if (!product) throw InvalidInput.field('/productId', 'is not a known product');
      const scheme = schemeOf(body.scheme);
      const refused = whyNoApplication(scheme);
      if (refused) throw new IllegalTransition(refused);
      if (body.kind === 'renewal') await requireRenewable(scheme, body.producerId, body.renews);
      else if (body.renews !== undefined) throw InvalidInput.field('/renews', 'goes with a renewal alone');
      if (body.level !== undefined && !scheme.levels?.includes(body.level))
        throw InvalidInput.field('/level', `must be one of ${scheme.levels?.join(', ') ?? 'none'}`);
      const at = context.clock();
      const created = await inTransaction(context, actorOf(caller), async (work) => {
        const application: ApplicationRecord = {
          _id: new Types.ObjectId(),
          number: await deps.nextNumber(work, 'A', producer.divisionCode, at),
          scheme: body.scheme,
          kind: body.kind,
          ...(body.renews !== undefined && { renews: body.renews }),
          ...(body.level !== undefined && { level: body.level }),
          ...(body.statement !== undefined && { statement: body.statement }),
          producerId: new Types.ObjectId(body.producerId),
          producerKind: producer.kind,
          producerName: producer.name,
          divisionCode: producer.divisionCode,
          productName: product.name,
          categoryCode: product.categoryCode,
          documents: [],
          state: 'draft',
          findings: [],
          recused: [],
          history: [{ verb: 'create', by: caller.username, at }],
          version: 0,
          createdAt: at,
        };
        const scoped = within(caller, 'certification-applications:create');
        await Application.create([application], { session: work.session, ...scoped });
        return application;
      });
      return applicationView(created, caller);
    },

    async list(caller: Caller, query: z.output<typeof listApplicationsQuery>): Promise<Page<ApplicationView>> {
      const filter = {
        ...(query.scheme && { scheme: query.scheme }),
        ...(query.state && { state: query.state }),
        ...(query.producer && { producerId: new Types.ObjectId(query.producer) }),
        ...(query.number && { number: query.number }),
      };
      const scoped = within(caller, 'certification-applications:read');
      const page = await findPage(Application, filter, { ...query, order: 'descending' }, scoped);
      return {
        items: page.items.map((each) => applicationView(each as ApplicationRecord, caller)),
        nextCursor: page.nextCursor,
      };
    },

    get: async (caller: Caller, id: string): Promise<ApplicationView> =>
      applicationView(await read(caller, id), caller),

    /** The draft, or what was returned: its words, and which attachment is which document. */
    change: (caller: Caller, id: string, body: z.output<typeof changeApplicationBody>): Promise<ApplicationView> =>
      step(caller, id, 'change', undefined, async (application) => {
        const known = demandedOf(schemeOf(application.scheme), application.kind).map(({ code }) => code);
        for (const [index, { code, attachmentId }] of (body.documents ?? []).entries()) {
          const pointer = `/documents/${index}`;
          if (!known.includes(code)) throw InvalidInput.field(`${pointer}/code`, `must be one of ${known.join(', ')}`);
          const attachment = await deps.attachment(caller, attachmentId).catch((error: unknown) => {
            if (error instanceof NotFound) return null;
            throw error;
          });
          if (attachment?.resource !== 'certification-applications' || attachment.record !== id)
            throw InvalidInput.field(`${pointer}/attachmentId`, 'is not an attachment of this application');
          if (attachment.state !== 'shown') throw InvalidInput.field(`${pointer}/attachmentId`, 'has been withdrawn');
        }
        return {
          set: {
            ...(body.statement !== undefined && { statement: body.statement }),
            ...(body.documents && { documents: body.documents }),
          },
        };
      }),

    submit: (caller: Caller, id: string) => step(caller, id, 'submit'),
    withdraw: (caller: Caller, id: string, reason: string) => step(caller, id, 'withdraw', reason),
    accept: (caller: Caller, id: string) => step(caller, id, 'accept'),
    sendBack: (caller: Caller, id: string, reason: string) => step(caller, id, 'return', reason),
    review: finding('review'),
    check: finding('check'),
    refuse: (caller: Caller, id: string, reason: string) => step(caller, id, 'refuse', reason),

    /** Whoever has a conflict of interest says so, and takes no part any more. */
    recuse: (caller: Caller, id: string, reason: string) =>
      step(caller, id, 'recuse', reason, () => ({
        push: { recused: { by: caller.username, reason, at: context.clock() } },
      })),

    /** Decided by another person: the certificate is written in the same transaction. */
    grant: (caller: Caller, id: string, { reason, ...body }: z.output<typeof grantBody>) =>
      step(caller, id, 'grant', reason, async (application, work) => {
        const before = application.renews
          ? await deps.certificates.ofProducer(application.producerId.toHexString(), application.renews)
          : null;
        const today = dayOf(context.clock());
        const next = before?.validTo !== undefined && before.validTo >= today ? dayAfter(before.validTo) : today;
        const validFrom = body.validFrom ?? next;
        const validTo = lastDayOf(validFrom, schemeOf(application.scheme).validity.years);
        const { level, renews } = application;
        const { _id } = await deps.certificates.create(work, caller, {
          ...(body.externalNumber !== undefined && { externalNumber: body.externalNumber }),
          ...(body.issuer !== undefined && { issuer: body.issuer }),
          scheme: application.scheme,
          ...(level !== undefined && { level }),
          ...(renews !== undefined && { renews }),
          producerId: application.producerId,
          producerKind: application.producerKind,
          producerName: application.producerName,
          divisionCode: application.divisionCode,
          productName: application.productName,
          categoryCode: application.categoryCode,
          applicationId: application._id,
          validFrom,
          ...(validTo !== undefined && { validTo }),
        });
        return { set: { certificateId: _id } };
      }),
  };
}

export type ApplicationsService = ReturnType<typeof createApplications>;
