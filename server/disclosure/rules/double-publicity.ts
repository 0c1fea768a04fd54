import { Decimal } from 'decimal.js';
import type { PublicCertificate } from '../../certification/index.ts';
import type { PublicPenalty } from '../../enforcement/index.ts';
import { isIndividualBusiness } from '../../producers/rules.ts';
import type { County, Row } from './rows.ts';

const partyClasses = { organization: '法人及非法人组织', 'individual-business': '个体工商户' } as const;

/** Of the standard's one state for each: 1 valid, 2 not so (信用中国 双公示 data standard, XK_ZT). */
const standings = { valid: '1', 'not-yet': '1', suspended: '2', withdrawn: '2', expired: '2' } as const;

/**
 * 行政处罚公示 in the columns of the national data standard for 双公示. Persons' names and numbers have no column here, the facts
 * are told by the acts alone, and what is not known stays empty.
 */
export function penaltyRow(penalty: PublicPenalty, { name }: County): Row {
  const authority = `${name}农业农村局`;
  return {
    CF_XDR_MC: penalty.partyName,
    CF_XDR_LB: partyClasses[penalty.legalForm],
    CF_XDR_SHXYM: penalty.creditCode ?? '',
    CF_WSH: penalty.number,
    CF_WFXW: penalty.acts.join('；'),
    CF_SY: penalty.acts.join('；'),
    CF_YJ: penalty.clause ?? '',
    CF_CFLB: penalty.kinds.join('；'),
    CF_NR: penalty.penalty,
    CF_NR_FK: tenThousands(penalty.fine),
    CF_NR_WFFF: tenThousands(penalty.confiscated),
    CF_JDRQ: penalty.decidedOn,
    CF_GSJZQ: penalty.until,
    CF_CFJG: authority,
    CF_SJLY: authority,
  };
}

/** 行政许可公示, likewise. A certificate whose holder is a person is none of its rows. */
export function licenceRows(certificate: PublicCertificate, { name }: County): Row[] {
  const {
    number,
    scheme,
    standing,
    holder,
    holderCreditCode = '',
    product,
    issuer = '',
    validFrom,
    validTo = '',
  } = certificate;
  if (holder === undefined) return [];
  return [
    {
      XK_XDR_MC: holder,
      XK_XDR_LB: classOf(certificate),
      XK_XDR_SHXYM: holderCreditCode,
      XK_XKWS: `${scheme.zh}认证决定`,
      XK_WSH: number,
      XK_XKLB: '认可',
      XK_XKZS: `${scheme.zh}证书`,
      XK_XKBH: number,
      XK_NR: product,
      XK_JDRQ: validFrom,
      XK_YXQZ: validFrom,
      XK_YXQZI: validTo,
      XK_XKJG: issuer,
      XK_ZT: standings[standing],
      XK_LYDW: `${name}农业农村局`,
    },
  ];
}

/** As the credit code tells it, else the kind that can be nothing else; what is not known stays empty. */
function classOf({ holderCreditCode, holderKind }: PublicCertificate): string {
  if (holderCreditCode !== undefined)
    return partyClasses[isIndividualBusiness(holderCreditCode) ? 'individual-business' : 'organization'];
  return holderKind === 'enterprise' || holderKind === 'cooperative' ? partyClasses.organization : '';
}

/** Yuan as 万元, exact. */
export function tenThousands(yuan: string | undefined): string {
  return yuan === undefined ? '' : new Decimal(yuan).div(10_000).toFixed();
}
