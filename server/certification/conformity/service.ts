import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { findPage, type Page } from '../../database/page.ts';
import { inTransaction, type Work } from '../../database/transaction.ts';
import { subtreeRange } from '../../divisions/rules.ts';
import { AgriTraceError, Conflict, Forbidden, IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { mayDo } from '../../identity/rights/ability.ts';
import { within } from '../../identity/rights/within.ts';
import type { CertifiedBatch, ConformityDependencies } from './dependencies.ts';
import { createFigures } from './figures/service.ts';
import { createGathering, type Gathered } from './gathering.ts';
import { type ConformityVerb, transitionOf, whyRefused } from './lifecycle.ts';
import { type ConformityRecord, conformityModels } from './model.ts';
import { createPrinting } from './printing/service.ts';
import { createPublicConformity } from './public.ts';
import type { BasisCode } from './rules/forms.ts';
import {
  type Asked,
  basisRefusals,
  batchRefusals,
  quantityLeft,
  quantityRefusals,
  type Refusal,
  receivedRefusals,
  refusals,
} from './rules/issuable.ts';
import type {
  issueBody,
  issueManyBody,
  issueManySchema,
  listConformityQuery,
  printBody,
  readinessQuery,
  readinessSchema,
} from './schema.ts';
import { type ConformityView, conformityView } from './view.ts';

type IssueBody = z.output<typeof issueBody>;

const kindsOfBasis: Partial<Record<BasisCode, readonly string[]>> = {
  'own-test': ['self-check', 'rapid'],
  'commissioned-test': ['commissioned'],
};

/** 承诺达标合格证: issued for a batch by whoever promises for it, refused with the reason where the promise would be empty. */
export function createConformity(context: Context, deps: ConformityDependencies) {
  const { ConformityCertificate } = conformityModels(context.connection);
  const gathering = createGathering(context, deps);
  const checkAt = (number: string) => deps.addresses.conformityUrl(number);

  const views = async (records: ConformityRecord[], caller: Caller): Promise<ConformityView[]> => {
    const statuses = await deps.traceability.statusOfBatches(records.map(({ batchCode }) => batchCode));
    return records.map((record) =>
      conformityView(record, caller, {
        batchStatus: statuses.get(record.batchCode) ?? 'normal',
        divisionName: deps.divisions.nameOf(record.divisionCode),
        checkAt: checkAt(record.number),
      }),
    );
  };
  const view = async (record: ConformityRecord, caller: Caller): Promise<ConformityView> =>
    (await views([record], caller))[0] as ConformityView;

  /** `null` for a batch that is unknown, or not this caller's to certify. */
  const findBatch = async (caller: Caller, code: string, work?: Work): Promise<CertifiedBatch | null> => {
    const batch = await deps.traceability.batchToCertify(code, work?.session);
    return batch && mayDo(caller, 'conformity-certificates:create', batch) ? batch : null;
  };

  const requireCertificate = async (caller: Caller, id: string, work?: Work): Promise<ConformityRecord> => {
    const scoped = within(caller, 'conformity-certificates:read');
    const found = await ConformityCertificate.findById(id, null, scoped)
      .session(work?.session ?? null)
      .lean<ConformityRecord>();
    if (!found) throw new NotFound('There is no such certificate');
    return found;
  };

  /** In the order asked for. @throws NotFound when there is one that is not this caller's */
  const requireCertificates = async (caller: Caller, ids: readonly string[], right: 'read' | 'print') => {
    const scoped = within(caller, `conformity-certificates:${right}`);
    const found = await ConformityCertificate.find({ _id: { $in: ids } }, null, scoped).lean<ConformityRecord[]>();
    const byId = new Map(found.map((record) => [record._id.toHexString(), record]));
    return ids.map((id) => {
      const record = byId.get(id);
      if (!record) throw new NotFound('There is no such certificate');
      return record;
    });
  };
  const printing = createPrinting({ deps, checkAt, requireCertificates });

  const write = async (work: Work, caller: Caller, body: IssueBody): Promise<ConformityRecord> => {
    const batch = await findBatch(caller, body.batchCode, work);
    if (!batch) throw InvalidInput.field('/batchCode', 'is not the code of a known batch');
    const at = context.clock();
    const number = await deps.nextNumber(work, 'H', batch.divisionCode, at);
    const gathered = await gathering.gather(batch, body.form, work.session);
    const { facts, party } = gathered;
    const named = body.received ?? [];
    const valid = await gathering.validNumbers(named, work.session);
    const asked: Asked = {
      bases: body.bases,
      quantity: body.quantity ?? { value: quantityLeft(facts), unit: facts.quantity.unit },
      received: named.map((received) => ({ number: received, valid: valid.has(received) })),
      receivedElsewhere: body.receivedElsewhere?.length ?? 0,
    };
    const against = refusals(facts, party, asked);
    if (against.length > 0 || !party.text) throw refusedWith(against);
    const found = facts.sources.flatMap(({ certificate }) => certificate ?? []);
    const record: ConformityRecord = {
      _id: new Types.ObjectId(),
      number,
      form: party.form,
      formId: party.text.id,
      batchCode: batch.code,
      batchRegisteredAt: batch.registeredAt,
      productName: batch.productName,
      ...(batch.productNameEn !== undefined && { productNameEn: batch.productNameEn }),
      categoryCode: batch.categoryCode,
      producerId: new Types.ObjectId(batch.producerId),
      producerKind: gathered.producerKind,
      producerName: batch.producerName,
      divisionCode: batch.divisionCode,
      quantity: asked.quantity,
      origin: await originOf(batch),
      bases: body.bases,
      tests: testsBehind(gathered, body.bases),
      received: [...new Set([...named, ...found])],
      receivedElsewhere:
        body.receivedElsewhere?.map(({ number: given, ...rest }) => ({
          ...rest,
          ...(given !== undefined && { number: given }),
        })) ?? [],
      state: 'valid',
      issuedAt: at,
      issuedBy: caller.username,
      onBehalf: caller.producerId !== batch.producerId,
    };
    const scoped = within(caller, 'conformity-certificates:create');
    await ConformityCertificate.create([record], { session: work.session, ...scoped });
    return record;
  };

  const originOf = async ({ divisionCode, siteId }: CertifiedBatch): Promise<string> => {
    const site = siteId === undefined ? undefined : (await deps.producers.sitesById([siteId])).get(siteId);
    // Where a vehicle stands says nothing of where the goods were grown.
    const named = site && site.kind !== 'vehicle' ? [site.name] : [];
    return [deps.divisions.pathNames(divisionCode).join(''), ...named].join(' ');
  };

  const issue = async (caller: Caller, body: IssueBody): Promise<ConformityView> =>
    view(await inTransaction(context, actorOf(caller), (work) => write(work, caller, body)), caller);

  return {
    ...createPublicConformity(context, deps),
    ...createFigures(context, deps),
    issue,

    /**
     * One certificate after the other, each whole or not at all; a row that is refused keeps none of the others back.
     * @throws InvalidInput when not one of the batches is known
     */
    async issueMany(
      caller: Caller,
      { certificates }: z.output<typeof issueManyBody>,
    ): Promise<z.input<typeof issueManySchema>> {
      const rows: z.input<typeof issueManySchema>['rows'] = [];
      const unknown: InvalidInput[] = [];
      for (const [index, body] of certificates.entries()) {
        const row = { row: index + 1, batchCode: body.batchCode };
        try {
          const { id, number } = await issue(caller, body);
          rows.push({ ...row, outcome: 'issued', certificate: { id, number }, refusals: [] });
        } catch (error) {
          if (!(error instanceof AgriTraceError)) throw error;
          if (error instanceof InvalidInput) unknown.push(error);
          const found = error instanceof ConformityRefused ? error.refusals : [];
          rows.push({ ...row, outcome: 'refused', problem: error.message, refusals: [...found] });
        }
      }
      if (unknown.length === certificates.length)
        throw new InvalidInput(
          'None of the batches is known',
          unknown.map((error, index) => ({ pointer: `/certificates/${index}/batchCode`, message: error.message })),
        );
      const issued = rows.filter(({ outcome }) => outcome === 'issued').length;
      return { issued, refused: rows.length - issued, rows };
    },

    /** Before the button is pressed: whether a certificate can be issued, on which bases, for how much, and why not. */
    async readiness(caller: Caller, query: z.output<typeof readinessQuery>): Promise<z.input<typeof readinessSchema>> {
      const batch = await findBatch(caller, query.batch);
      if (!batch) throw new NotFound(`There is no batch ${query.batch}`);
      const { facts, party } = await gathering.gather(batch, query.form);
      const { form, text, duty } = party;
      const left = { value: quantityLeft(facts), unit: facts.quantity.unit };
      const asked: Asked = { bases: [], quantity: left, received: [], receivedElsewhere: 0 };
      return {
        batchCode: batch.code,
        form,
        ...(duty && { duty: { duty: duty.duty, clause: duty.clause } }),
        promises: text?.promises.map(({ zh, en }) => ({ zh, en })) ?? [],
        bases:
          text?.bases.map(({ code, zh, en }) => ({
            code,
            text: { zh, en },
            refusals: basisRefusals(code, facts.tests, text),
          })) ?? [],
        quantityLeft: left,
        sources: facts.sources.map(({ batchCode, certificate }) => ({
          batchCode,
          ...(certificate !== undefined && { certificate }),
        })),
        refusals: [
          ...batchRefusals(facts, party),
          ...quantityRefusals(left, facts),
          ...receivedRefusals(form, facts.sources, asked),
        ],
      };
    },

    async list(caller: Caller, query: z.output<typeof listConformityQuery>): Promise<Page<ConformityView>> {
      const scoped = within(caller, 'conformity-certificates:read');
      const page = await findPage(ConformityCertificate, filterOf(query), { ...query, order: 'descending' }, scoped);
      return { items: await views(page.items as ConformityRecord[], caller), nextCursor: page.nextCursor };
    },

    labels: (caller: Caller, body: z.output<typeof printBody>) => printing.labels(caller, body, context.clock()),
    paper: printing.paper,

    get: async (caller: Caller, id: string): Promise<ConformityView> =>
      view(await requireCertificate(caller, id), caller),

    /** The certificate holds no more; it stays, with who ended it, when and why. @throws NotFound, Forbidden, IllegalTransition */
    async end(caller: Caller, id: string, verb: ConformityVerb, reason: string): Promise<ConformityView> {
      const { to, permission } = transitionOf(verb);
      const taken = async (work: Work) => {
        const found = await requireCertificate(caller, id, work);
        if (!mayDo(caller, permission, found))
          throw new Forbidden(`The right ${permission} does not reach that record`);
        const refused = whyRefused(found.state, verb);
        if (refused) throw new IllegalTransition(refused);
        const change = { state: to, endedAt: context.clock(), endedBy: caller.username, reason };
        const options = { session: work.session, ...within(caller, permission) };
        const { matchedCount } = await ConformityCertificate.updateOne(
          { _id: found._id, state: found.state },
          { $set: change },
          options,
        );
        if (matchedCount === 0)
          throw new Conflict('Somebody else changed this certificate at the same time: read it again');
      };
      await inTransaction(context, actorOf(caller), taken, reason);
      return view(await requireCertificate(caller, id), caller);
    },
  };
}

export type ConformityService = ReturnType<typeof createConformity>;

/** 409 with every reason, each with its code. */
export class ConformityRefused extends Conflict {
  readonly refusals: readonly Refusal[];

  constructor(against: readonly Refusal[]) {
    super(
      { zh: against.map(({ text }) => text.zh).join('；'), en: against.map(({ text }) => text.en).join('; ') },
      against.map(({ code, text }) => ({ pointer: '/batchCode', message: text.en, code, text })),
    );
    this.refusals = against;
  }
}

function refusedWith(against: readonly Refusal[]): ConformityRefused {
  return new ConformityRefused(against);
}

/** The tests that the ticked bases rest on. */
function testsBehind({ facts }: Gathered, bases: readonly BasisCode[]): string[] {
  const kinds = bases.flatMap((basis) => kindsOfBasis[basis] ?? []);
  return facts.tests
    .filter(({ kind, verdict }) => verdict === 'pass' && kinds.includes(kind))
    .map(({ number }) => number);
}

function filterOf(query: z.output<typeof listConformityQuery>) {
  const { from, to } = query;
  const issuedAt = {
    ...(from !== undefined && { $gte: new Date(from) }),
    ...(to !== undefined && { $lt: new Date(to) }),
  };
  return {
    ...(query.batch && { batchCode: query.batch }),
    ...(query.producer && { producerId: new Types.ObjectId(query.producer) }),
    ...(query.number && { number: query.number }),
    ...(query.state && { state: query.state }),
    ...(query.division && { divisionCode: subtreeRange(query.division) }),
    ...(Object.keys(issuedAt).length > 0 && { issuedAt }),
  };
}
