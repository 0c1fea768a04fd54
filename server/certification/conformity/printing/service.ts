import type { z } from 'zod';
import { type Label, printLabels, printPdf } from '../../../documents/index.ts';
import { IllegalTransition, InvalidInput } from '../../../errors.ts';
import type { Caller } from '../../../identity/caller.ts';
import type { ConformityDependencies } from '../dependencies.ts';
import { conformityStanding } from '../lifecycle.ts';
import type { ConformityRecord } from '../model.ts';
import type { printBody } from '../schema.ts';
import { type Contact, type ContactForm, contactOf } from './contact.ts';
import { conformityLabel } from './label.ts';
import { conformityPaper } from './paper.ts';

const mostLabels = 300;

interface Sources {
  deps: Pick<ConformityDependencies, 'producers' | 'traceability'>;
  checkAt(number: string): string;
  requireCertificates(
    caller: Caller,
    ids: readonly string[],
    permission: 'read' | 'print',
  ): Promise<ConformityRecord[]>;
}

/** Labels for packages, and papers. A phone number in the clear is told by the right to it alone, and the audit log says to whom. */
export function createPrinting({ deps, checkAt, requireCertificates }: Sources) {
  const contactFor = async (caller: Caller, record: ConformityRecord, form: ContactForm): Promise<Contact> => {
    const id = record.producerId.toHexString();
    if (form === 'clear') {
      const producer = await deps.producers.revealProducer(caller, id, `打印承诺达标合格证 ${record.number}`);
      return withContact(producer.name, contactOf(producer));
    }
    const producer = form === 'masked' ? await deps.producers.producerById(id) : null;
    return withContact(record.producerName, producer ? contactOf(producer) : undefined);
  };

  const contacts = async (caller: Caller, records: readonly ConformityRecord[], form: ContactForm) => {
    const known = new Map<string, Contact>();
    for (const record of records) {
      const id = record.producerId.toHexString();
      if (!known.has(id)) known.set(id, await contactFor(caller, record, form));
    }
    return known;
  };

  return {
    /** @throws NotFound, IllegalTransition for one that holds no more, or whose batch is on hold: no label goes on such goods */
    async labels(
      caller: Caller,
      { ids, layout, copies, contact }: z.output<typeof printBody>,
      at: Date,
    ): Promise<Buffer> {
      if (ids.length * copies > mostLabels)
        throw InvalidInput.field('/copies', `makes more than ${mostLabels} labels: print in several goes`);
      const records = await requireCertificates(caller, ids, 'print');
      const statuses = await deps.traceability.statusOfBatches(records.map(({ batchCode }) => batchCode));
      for (const record of records) requirePrintable(record, statuses.get(record.batchCode));
      const known = await contacts(caller, records, contact);
      const labels = records.map((record): Label => {
        const whom = known.get(record.producerId.toHexString()) ?? { name: record.producerName };
        return conformityLabel(record, whom, checkAt(record.number));
      });
      return printLabels(
        labels.flatMap((label) => Array.from({ length: copies }, () => label)),
        layout,
        at,
      );
    },

    /** The paper of one, whether it holds or not; contacts are masked. */
    async paper(caller: Caller, id: string): Promise<{ number: string; pdf: Buffer }> {
      const [record] = (await requireCertificates(caller, [id], 'read')) as [ConformityRecord];
      const whom = await contactFor(caller, record, 'masked');
      return { number: record.number, pdf: await printPdf(conformityPaper(record, whom, checkAt(record.number))) };
    },
  };
}

function withContact(name: string, contact: string | undefined): Contact {
  return { name, ...(contact !== undefined && { contact }) };
}

function requirePrintable({ number, state }: ConformityRecord, status: string | undefined): void {
  if (state !== 'valid') {
    const { zh, en } = conformityStanding[state];
    throw new IllegalTransition(`${number}：${zh} · ${en}`);
  }
  if (status !== undefined && status !== 'normal')
    throw new IllegalTransition(`${number}：该批次已暂停销售或正在召回 · the batch is on hold or recalled`);
}
