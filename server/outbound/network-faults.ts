/** What a fault of the network or of TLS means, by Node's code. */
const meanings: Readonly<Record<string, string>> = {
  ABORT_ERR: 'it did not answer in time',
  ETIMEDOUT: 'it did not answer in time',
  ECONNREFUSED: 'it refuses connections',
  ECONNRESET: 'it broke the connection off',
  EPIPE: 'it broke the connection off',
  EHOSTUNREACH: 'it cannot be reached',
  ENETUNREACH: 'it cannot be reached',
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name could not be looked up',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is not trusted',
};

/** The same fault in words for whoever reads why a message was not sent; what is not known stays as it is. */
export function inOurWords(fault: NodeJS.ErrnoException): Error {
  const meaning = fault.code === undefined ? undefined : meanings[fault.code];
  return meaning === undefined ? fault : new Error(meaning, { cause: fault });
}
