import type { Connection } from 'mongoose';
import { endOfDay } from '../calendar/index.ts';
import { type Fact, type FactSource, factsOfModel, inTurn, type Turn } from '../facts/index.ts';
import { type CertificateRecord, certificateModels } from './certificates/model.ts';
import { type ConformityRecord, conformityModels } from './conformity/model.ts';

/** What certificates of both kinds tell for figures. */
export function certificationFacts(connection: Connection): FactSource[] {
  return [
    factsOfModel(certificateModels(connection).Certificate, 'certificates', certificateFacts),
    factsOfModel(conformityModels(connection).ConformityCertificate, 'conformity-certificates', (found) => [
      conformityFact(found),
    ]),
  ];
}

const words: Record<string, string> = { suspend: 'suspended', withdraw: 'withdrawn', restore: 'valid' };

function certificateFacts(found: CertificateRecord): Fact[] {
  const steps = found.history.flatMap(({ verb, at }): Turn[] => {
    const word = words[verb];
    return word === undefined ? [] : [{ at, word }];
  });
  const expires: Turn[] = found.validTo ? [{ at: endOfDay(found.validTo), word: null }] : [];
  return inTurn([{ at: found.createdAt, word: 'valid' }, ...steps, ...expires]).map((held) => ({
    kind: 'certificate',
    record: { resource: 'certificates', id: found._id.toHexString(), label: found.number },
    divisionCode: found.divisionCode,
    producerId: found.producerId.toHexString(),
    happenedAt: found.createdAt,
    ...held,
  }));
}

function conformityFact(found: ConformityRecord): Fact {
  return {
    kind: 'conformity-certificate',
    word: 'issued',
    record: { resource: 'conformity-certificates', id: found._id.toHexString(), label: found.number },
    divisionCode: found.divisionCode,
    producerId: found.producerId.toHexString(),
    happenedAt: found.issuedAt,
    knownFrom: found.issuedAt,
    ...(found.endedAt && { knownTo: found.endedAt }),
  };
}
