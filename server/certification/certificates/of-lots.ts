import { dayOf } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import type { Bilingual } from '../../http/fields.ts';
import { schemeOf } from '../schemes/schemes.ts';
import { type Standing, standingOf } from './lifecycle.ts';
import { type CertificateRecord, certificateModels } from './model.ts';
import { coversLot } from './rules/covers-lot.ts';

export interface LotToCover {
  batchCode: string;
  producerId: string;
  categoryCode: string;
  /** When it was made. */
  at: Date;
}

/** A certificate that held when a lot was made, and how it stands today. */
export interface CertificateOfLot {
  number: string;
  scheme: Bilingual;
  standing: Standing;
  batchCode: string;
  /** YYYY-MM-DD in China; without a last day it never expires. */
  validTo?: string;
}

const forThePublic = unscoped('the certificate of a product is what its label says');

/** Which certificates lots are made under: each once, with the first of the lots that it covers. */
export function createCertificatesOfLots(
  { connection, clock }: Pick<Context, 'connection' | 'clock'>,
  { categoryPath }: { categoryPath(code: string): Promise<{ code: string }[]> },
) {
  const { Certificate } = certificateModels(connection);

  return async function certificatesOfLots(lots: readonly LotToCover[]): Promise<CertificateOfLot[]> {
    const holders = [...new Set(lots.map(({ producerId }) => producerId))];
    const found = await Certificate.find({ producerId: { $in: holders } }, null, forThePublic)
      .sort({ _id: 1 })
      .lean<CertificateRecord[]>();
    if (found.length === 0) return [];
    const codes = [...new Set(lots.map(({ categoryCode }) => categoryCode))];
    const paths = await Promise.all(codes.map(categoryPath));
    const foodsOf = new Map(codes.map((code, index) => [code, new Set(paths[index]?.map((food) => food.code))]));
    const today = dayOf(clock());
    return found.flatMap((certificate) => {
      const covering = { ...certificate, producerId: certificate.producerId.toHexString(), ...withdrawal(certificate) };
      const lot = lots.find(({ producerId, categoryCode, at }) =>
        coversLot(covering, { producerId, foods: foodsOf.get(categoryCode) ?? new Set(), day: dayOf(at) }),
      );
      if (!lot) return [];
      const { number, scheme, validTo } = certificate;
      const { zh, en } = schemeOf(scheme).name;
      const standing = standingOf(certificate, today);
      return [{ number, scheme: { zh, en }, standing, batchCode: lot.batchCode, ...(validTo && { validTo }) }];
    });
  };
}

function withdrawal({ state, history }: CertificateRecord): { withdrawnOn?: string } {
  const at = state === 'withdrawn' && history.findLast(({ verb }) => verb === 'withdraw')?.at;
  return at ? { withdrawnOn: dayOf(at) } : {};
}
