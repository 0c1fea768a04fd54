import { TLSSocket } from 'node:tls';

/** The certificate that a client sent, by the SHA-256 of its DER form in small hexadecimal digits. */
export interface PeerCertificate {
  fingerprint: string;
  /** Why it is not to be trusted; absent: it is signed by the configured authority and valid today. */
  distrust?: string;
}

/** `undefined` when the connection is not TLS, or the client sent none. */
export function peerCertificateOf(connection: unknown): PeerCertificate | undefined {
  if (!(connection instanceof TLSSocket)) return undefined;
  const certificate = connection.getPeerX509Certificate();
  if (!certificate) return undefined;
  const fingerprint = certificate.fingerprint256.replaceAll(':', '').toLowerCase();
  return { fingerprint, ...(!connection.authorized && { distrust: String(connection.authorizationError) }) };
}
