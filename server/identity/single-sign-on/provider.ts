import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  type IDToken,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';

export interface SingleSignOnSettings {
  /** What people call it. */
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** A claim that equals the user name here; absent: only accounts that an administrator has linked come in. */
  usernameClaim?: string;
  /** The address to which the provider sends people back. */
  redirectUri(): string;
}

/** What the browser has to bring back, so that the answer is the one to its own question. */
export interface Question {
  state: string;
  nonce: string;
  verifier: string;
}

/** The government's OpenID Connect provider: authorization code with PKCE, state and nonce. */
export function createProvider(settings: SingleSignOnSettings) {
  let discovered: Promise<Configuration> | undefined;

  /** Asked once; after a failure, the next person asks again. */
  const configuration = (): Promise<Configuration> => {
    discovered ??= discover(settings).catch((error: unknown) => {
      discovered = undefined;
      throw error;
    });
    return discovered;
  };

  return {
    async ask(): Promise<{ address: URL; question: Question }> {
      const question = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const address = buildAuthorizationUrl(await configuration(), {
        redirect_uri: settings.redirectUri(),
        scope: 'openid profile',
        state: question.state,
        nonce: question.nonce,
        code_challenge: await calculatePKCECodeChallenge(question.verifier),
        code_challenge_method: 'S256',
      });
      return { address, question };
    },

    /**
     * Exchanges the code and checks the ID token: signature, issuer, audience, times, nonce.
     * @param query the query string with which the browser came back
     * @throws Error when anything does not fit
     */
    async redeem(query: string, { state, nonce, verifier }: Question): Promise<IDToken> {
      const address = new URL(settings.redirectUri());
      address.search = query;
      const tokens = await authorizationCodeGrant(await configuration(), address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('the provider sent no ID token');
      return claims;
    },
  };
}

function discover({ issuer, clientId, clientSecret }: SingleSignOnSettings): Promise<Configuration> {
  const address = new URL(issuer);
  // The configuration allows plain HTTP on this machine alone.
  const execute = address.protocol === 'http:' ? [allowInsecureRequests] : [];
  return discovery(address, clientId, clientSecret, undefined, { execute });
}
