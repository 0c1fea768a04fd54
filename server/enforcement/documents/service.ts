import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { findPage } from '../../database/page.ts';
import { inTransaction } from '../../database/transaction.ts';
import { type Block, printPdf } from '../../documents/index.ts';
import { Forbidden, IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { mayDo } from '../../identity/rights/ability.ts';
import { within } from '../../identity/rights/within.ts';
import { reveal } from '../../privacy/index.ts';
import { byItsOfficers, notByItsOfficers } from '../cases/guards.ts';
import type { CaseSteps } from '../cases/steps.ts';
import { authorityOf } from '../rules/document-number.ts';
import type { FilledBlock } from '../rules/fill-template.ts';
import { type CaseDocumentRecord, documentModels } from './model.ts';
import type { Papers } from './papers.ts';
import type { caseDocumentSchema, createDocumentBody, listDocumentsQuery } from './schema.ts';
import { templates } from './templates.ts';

type DocumentView = z.infer<typeof caseDocumentSchema>;

/** The papers of cases: listed, filled in, printed. */
export function createCaseDocuments(
  context: Context,
  deps: { steps: CaseSteps; papers: Papers; divisionName(code: string): string },
) {
  const { CaseDocument } = documentModels(context.connection);

  const view = (found: CaseDocumentRecord): DocumentView => ({
    id: found._id.toHexString(),
    caseId: found.caseId.toHexString(),
    ...{ template: found.template, templateVersion: found.templateVersion, title: { ...found.title } },
    ...{ number: found.number, issuedBy: found.issuedBy, issuedAt: found.issuedAt.toISOString() },
  });

  const require = async (caller: Caller, id: string): Promise<CaseDocumentRecord> => {
    const found = await CaseDocument.findById(
      id,
      null,
      within(caller, 'case-documents:read'),
    ).lean<CaseDocumentRecord>();
    if (!found) throw new NotFound('There is no such paper');
    return found;
  };

  return {
    listTemplates: async () => ({
      items: templates.map(({ blocks: _blocks, ...template }) => template),
      nextCursor: null,
    }),

    async listDocuments(caller: Caller, query: z.infer<typeof listDocumentsQuery>) {
      const filter = {
        ...(query.case && { caseId: new Types.ObjectId(query.case) }),
        ...(query.template && { template: query.template }),
      };
      const scoped = within(caller, 'case-documents:read');
      const page = await findPage(CaseDocument, filter, { ...query, order: 'descending' }, scoped);
      return { items: page.items.map((found) => view(found as CaseDocumentRecord)), nextCursor: page.nextCursor };
    },

    getDocument: async (caller: Caller, id: string) => view(await require(caller, id)),

    /** A record or notice that an officer of the case writes. */
    async createDocument(caller: Caller, { caseId, template: code, fields }: z.output<typeof createDocumentBody>) {
      const id = await inTransaction(context, actorOf(caller), async (work) => {
        const found = await deps.steps.requireCase(caller, caseId, work);
        if (!mayDo(caller, 'case-documents:create', found))
          throw new Forbidden('That case lies outside of what is yours');
        const template = templates.find((each) => each.code === code && each.manual);
        if (!template) throw InvalidInput.field('/template', 'is not a template that is filled in by hand');
        const whyNot = template.writer === 'presider' ? notByItsOfficers : byItsOfficers;
        const reason = whyNot(found, await deps.steps.asks(caller));
        if (reason) throw new IllegalTransition(reason);
        for (const field of template.fields)
          if (field.required && fields[field.code] === undefined)
            throw InvalidInput.field(`/fields/${field.code}`, 'must be given');
        for (const name of Object.keys(fields))
          if (!template.fields.some((field) => field.code === name))
            throw InvalidInput.field(`/fields/${name}`, 'is not a field of this template');
        return (await deps.papers.issue(work, found, code, { field: fields })).id;
      });
      return view(await require(caller, id));
    },

    /** The paper as PDF. It names people in the clear: who printed it is in the audit log. */
    async documentPdf(caller: Caller, id: string): Promise<{ number: string; pdf: Buffer }> {
      const how = { actor: actorOf(caller), reason: '打印文书 · paper printed' };
      const found = await reveal(context, how, CaseDocument, id, within(caller, 'case-documents:read'));
      if (!found) throw new NotFound('There is no such paper');
      const { title, number, issuedAt, divisionCode, content } = found;
      const pdf = await printPdf({
        ...{ title: { ...title }, number, issuedAt },
        issuer: `${deps.divisionName(authorityOf(divisionCode))}农业农村主管部门`,
        blocks: (JSON.parse(content) as FilledBlock[]).map((block): Block => block),
      });
      return { number, pdf };
    },
  };
}

export type CaseDocuments = ReturnType<typeof createCaseDocuments>;
