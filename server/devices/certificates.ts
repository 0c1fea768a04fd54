import { X509Certificate } from 'node:crypto';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { Conflict, InvalidInput } from '../errors.ts';
import type { Caller } from '../identity/caller.ts';
import type { Finding } from './finding.ts';
import type { bindCertificateBody, unbindCertificateBody } from './schema.ts';
import type { Steps } from './steps.ts';

const most = 4;

/** Client certificates by which devices sign in over TLS, each bound to one device by its fingerprint. */
export function createCertificates(context: Context, { finding, step }: { finding: Finding; step: Steps }) {
  return {
    /** A device may have a few, so that the next one can be bound before the last one ends. */
    async bindCertificate(caller: Caller, id: string, body: z.infer<typeof bindCertificateBody>) {
      await finding.requireDevice(caller, id, 'devices:bind-certificate');
      const certificate = readCertificate(body.certificate, context.clock());
      const taken = () =>
        new Conflict('The certificate is bound to a device already', [
          { pointer: '/certificate', message: 'is bound to a device already' },
        ]);
      await step(caller, id, 'bind-certificate', body.reason, ({ certificates = [] }) => {
        if (certificates.some(({ fingerprint }) => fingerprint === certificate.fingerprint)) throw taken();
        if (certificates.length >= most)
          throw new Conflict(`A device may have ${most} certificates: unbind one that it no longer uses`);
        return { update: { $set: { certificates: [...certificates, certificate] } } };
      }).catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
        throw taken();
      });
      return finding.viewOf(caller, id);
    },

    /** The connections of the device end; one that signs in by something else may come again. */
    async unbindCertificate(caller: Caller, id: string, body: z.infer<typeof unbindCertificateBody>) {
      await step(caller, id, 'unbind-certificate', body.reason, ({ certificates = [] }) => {
        const others = certificates.filter(({ fingerprint }) => fingerprint !== body.fingerprint);
        if (others.length === certificates.length) throw new Conflict('This certificate is not bound to the device');
        return others.length > 0
          ? { update: { $set: { certificates: others } } }
          : { update: { $unset: { certificates: 1 } } };
      });
      return finding.viewOf(caller, id);
    },
  };
}

/** @throws InvalidInput when it is no client certificate, or has ended */
function readCertificate(pem: string, now: Date) {
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(pem);
  } catch {
    throw InvalidInput.field('/certificate', 'is not a certificate in PEM form');
  }
  const validTo = new Date(certificate.validTo);
  if (certificate.ca) throw InvalidInput.field('/certificate', 'is that of an authority, not of a device');
  if (validTo <= now) throw InvalidInput.field('/certificate', `ended on ${validTo.toISOString()}`);
  return {
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    subject: certificate.subject.replaceAll('\n', ', '),
    validTo,
  };
}
