import type { Connection } from 'mongoose';
import { dayOf } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import type { Work } from '../../database/transaction.ts';
import { inTheClear } from '../../privacy/index.ts';
import { surchargeDue } from '../cases/guards.ts';
import { type CaseRecord, caseModels, type ServedRecord } from '../cases/model.ts';
import type { PenaltyLaw } from '../law/service.ts';
import { authorityOf } from '../rules/document-number.ts';
import { fillTemplate } from '../rules/fill-template.ts';
import { caseFacts, servedFacts } from './facts.ts';
import { documentModels } from './model.ts';
import type { NextNumber } from './numbers.ts';
import { templateOf } from './templates.ts';

/** What people are called, by their user names; those who are not known are left out. */
export type NamesOf = (usernames: readonly string[]) => Promise<ReadonlyMap<string, string>>;

const ofTheStep = unscoped('follows from a step that was taken within the scope of its case');

/** Papers that follow from a step: written in its transaction, with the next number of their word. */
export function createPapers(
  context: Context,
  deps: {
    nextNumber: NextNumber;
    law: Pick<PenaltyLaw, 'law'>;
    divisionName(code: string): string;
    namesOf: NamesOf;
    evidenceOf(work: Work, caseId: CaseRecord['_id']): Promise<string[]>;
  },
) {
  const { CaseDocument } = documentModels(context.connection);

  const numberOf = (work: Work, { divisionCode }: Pick<CaseRecord, 'divisionCode'>, template: string) =>
    deps.nextNumber(work, divisionCode, templateOf(template).word, context.clock());

  return {
    numberOf,

    /** @returns the paper's id and number */
    async issue(
      work: Work,
      found: CaseRecord,
      code: string,
      extra?: ServedRecord | object,
      given?: string,
    ): Promise<{ id: string; number: string }> {
      const template = templateOf(code);
      const at = context.clock();
      const number = given ?? (await numberOf(work, found, code));
      const by = work.actor.name;
      const names = await deps.namesOf([by, ...found.officers.map(({ username }) => username)]);
      const facts = caseFacts(clear(context.connection, found), {
        authority: `${deps.divisionName(authorityOf(found.divisionCode))}农业农村主管部门`,
        by,
        nameOf: (username) => names.get(username) ?? username,
        issuedOn: dayOf(at),
        surcharge: surchargeDue(found, { law: await deps.law.law(), today: dayOf(at) }),
        extra: extra && 'method' in extra ? servedFacts(extra) : extra,
      });
      const blocks = fillTemplate(template, facts, await deps.evidenceOf(work, found._id));
      const [created] = await CaseDocument.create(
        [
          {
            ...{
              caseId: found._id,
              divisionCode: found.divisionCode,
              template: code,
              templateVersion: template.version,
            },
            ...{ title: template.title, number, issuedBy: by, issuedAt: at },
            content: JSON.stringify(blocks),
          },
        ],
        { session: work.session, ...ofTheStep },
      );
      return { id: String(created?._id), number };
    },
  };
}

export type Papers = ReturnType<typeof createPapers>;

function clear(connection: Connection, found: CaseRecord): CaseRecord {
  return found.party?.kind ? inTheClear(caseModels(connection).Case, found) : found;
}
