import type { Types } from 'mongoose';
import { dayOf } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { containing } from '../../database/containing.ts';
import { unscoped } from '../../database/guard.ts';
import { findPage, type Page } from '../../database/page.ts';
import { type SchemeId, schemeOf } from '../schemes/schemes.ts';
import { type Standing, standingOf } from './lifecycle.ts';
import { type CertificateRecord, certificateModels } from './model.ts';

/** What anybody may know of a certificate. */
export interface PublicCertificate {
  number: string;
  scheme: { id: SchemeId; zh: string; en: string };
  standing: Standing;
  /** Absent where the holder is a person. */
  holder?: string;
  holderKind?: string;
  /** 统一社会信用代码. */
  holderCreditCode?: string;
  product: string;
  issuer?: string;
  divisionCode: string;
  /** YYYY-MM-DD in China, first and last day. */
  validFrom: string;
  validTo?: string;
}

export interface CertificateNews {
  number: string;
  scheme: PublicCertificate['scheme'];
  product: string;
  verb: 'suspend' | 'withdraw' | 'restore';
  at: Date;
}

const forThePublic = unscoped('what the page of each certificate tells to anybody');
const told = ['suspend', 'withdraw', 'restore'] as const;

/** The certificates that the public may look up, and what became of them. No reasons, and no people. */
export function createPublicCertificates(
  { connection, clock }: Pick<Context, 'connection' | 'clock'>,
  { creditCodesOf }: { creditCodesOf(ids: readonly Types.ObjectId[]): Promise<ReadonlyMap<string, string>> },
) {
  const { Certificate } = certificateModels(connection);

  return {
    async publicCertificates(query: {
      words?: string | undefined;
      scheme?: SchemeId | undefined;
      limit: number;
      cursor?: string | undefined;
    }): Promise<Page<PublicCertificate>> {
      const { words, scheme } = query;
      const holder = { producerName: words && containing(words), producerKind: { $ne: 'smallholder' } };
      const filter = {
        ...(scheme && { scheme }),
        ...(words && {
          $or: [holder, { productName: containing(words) }, { number: words.toUpperCase() }, { externalNumber: words }],
        }),
      };
      const page = await findPage(Certificate, filter, { ...query, order: 'descending' }, forThePublic);
      const day = dayOf(clock());
      const records = page.items as CertificateRecord[];
      const codes = await creditCodesOf(records.map(({ producerId }) => producerId));
      return {
        items: records.map((record) => publicCertificate(record, day, codes.get(record.producerId.toHexString()))),
        nextCursor: page.nextCursor,
      };
    },

    /** The newest suspensions, withdrawals and restorations, newest first. */
    async certificateNews(count: number): Promise<CertificateNews[]> {
      const changed = await Certificate.find({ 'history.verb': { $in: told } }, null, forThePublic)
        .sort({ 'history.at': -1 })
        .limit(count)
        .lean<CertificateRecord[]>();
      const news = changed.flatMap((record) =>
        record.history.flatMap(({ verb, at }): CertificateNews[] => {
          const known = told.find((each) => each === verb);
          if (!known) return [];
          return [
            { number: record.number, scheme: named(record.scheme), product: record.productName, verb: known, at },
          ];
        }),
      );
      return news.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, count);
    },

    /** When a certificate last changed; `null` when there is none. */
    async newestChange(): Promise<Date | null> {
      const newest = await Certificate.findOne({}, null, forThePublic)
        .sort({ 'history.at': -1 })
        .lean<CertificateRecord>();
      return newest?.history.at(-1)?.at ?? newest?.createdAt ?? null;
    },
  };
}

export type PublicCertificates = ReturnType<typeof createPublicCertificates>;

function named(id: SchemeId): PublicCertificate['scheme'] {
  const { zh, en } = schemeOf(id).name;
  return { id, zh, en };
}

function publicCertificate(record: CertificateRecord, day: string, creditCode: string | undefined): PublicCertificate {
  const { number, scheme, producerKind, producerName, productName, issuer, divisionCode, validFrom, validTo } = record;
  return {
    number,
    scheme: named(scheme),
    standing: standingOf(record, day),
    ...(producerKind !== 'smallholder' && {
      holder: producerName,
      holderKind: producerKind,
      ...(creditCode && { holderCreditCode: creditCode }),
    }),
    product: productName,
    ...(issuer !== undefined && { issuer }),
    divisionCode,
    validFrom,
    ...(validTo !== undefined && { validTo }),
  };
}
