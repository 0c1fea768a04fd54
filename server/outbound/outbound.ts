import { lookup as findAddresses } from 'node:dns';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import special from './data/special-networks.json' with { type: 'json' };
import { inOurWords } from './network-faults.ts';

/** A message to somebody else's server, sent by POST. */
export interface OutboundMessage {
  address: string;
  headers: Record<string, string>;
  body: string;
}

export interface OutboundAnswer {
  status: number;
  /** Seconds that the other side asks us to wait. */
  retryAfter?: number;
  /** Not more than the beginning. */
  body: string;
}

export interface OutboundSettings {
  /** Addresses (`10.1.2.3`) and networks (`10.1.2.0/24`) inside the own walls that may be reached all the same, also without TLS. */
  allowed?: readonly string[];
  timeoutMs?: number;
}

/** Why an address is not one that we send to. */
export class AddressRefused extends Error {}

const specialNetworks = special.networks.map(({ network }) => network);
/** Apart, as a list takes IPv4 addresses for `::ffff:0:0/96`. */
const refusedNetworks = {
  ipv4: blockListOf(specialNetworks.filter((network) => !network.includes(':'))),
  ipv6: blockListOf(specialNetworks.filter((network) => network.includes(':'))),
};
const leadsInside = 'leads into a private network, and is not listed in OUTBOUND_ALLOWED';

const mostOfAnAnswer = 64 * 1024;

/**
 * Sends to addresses that people have typed in. Only https, and no address of a private network: neither by number nor by
 * a name that leads there, so that nobody reaches through us what they cannot reach themselves (CWE-918). The address that
 * was checked is the one that is connected to, and no redirection is followed.
 */
export function createOutbound({ allowed = [], timeoutMs = 10_000 }: OutboundSettings = {}) {
  const listed = blockListOf(allowed);
  const options = { allowIPAddressList: [...allowed] };
  const agents = { 'http:': new RequestFilteringHttpAgent(options), 'https:': new RequestFilteringHttpsAgent(options) };

  const isListed = (host: string): boolean => isIP(host) !== 0 && listed.check(host, familyOf(host));
  const isRefused = (host: string): boolean =>
    isIP(host) !== 0 && !isListed(host) && refusedNetworks[familyOf(host)].check(host, familyOf(host));

  const lookup: LookupFunction = (name, asked, done) =>
    findAddresses(name, { ...asked, all: true }, (error, addresses) => {
      if (error) return done(error, []);
      if (addresses.some(({ address }) => isRefused(address))) return done(new AddressRefused(leadsInside), []);
      if (asked.all) return done(null, addresses);
      const [{ address, family } = { address: '', family: 4 }] = addresses;
      done(null, address, family);
    });

  const read = (address: string): URL => {
    const url = URL.parse(address);
    if (!url) throw new AddressRefused('must be an address that begins with https://');
    if (url.username || url.password) throw new AddressRefused('must not hold a name or password');
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isListed(host)))
      throw new AddressRefused('must begin with https://');
    if (isRefused(host)) throw new AddressRefused(leadsInside);
    return url;
  };

  return {
    /** @throws AddressRefused for what can be told without asking the network */
    requireSendable: (address: string): void => void read(address),

    /** @throws Error when the address is refused, cannot be reached or does not answer in time */
    post({ address, headers, body }: OutboundMessage): Promise<OutboundAnswer> {
      return new Promise((resolve, reject) => {
        const url = read(address);
        const secure = url.protocol === 'https:';
        const sent = (secure ? overHttps : overHttp)(
          url,
          {
            method: 'POST',
            agent: agents[secure ? 'https:' : 'http:'],
            lookup,
            headers: { ...headers, 'content-length': Buffer.byteLength(body) },
            signal: AbortSignal.timeout(timeoutMs),
          },
          (answer) => {
            let text = '';
            answer.setEncoding('utf8');
            answer.on('data', (part: string) => {
              if (text.length < mostOfAnAnswer) text += part.slice(0, mostOfAnAnswer - text.length);
            });
            answer.on('error', (error) => reject(inOurWords(error)));
            answer.on('end', () => {
              const wait = Number(answer.headers['retry-after']);
              resolve({
                status: answer.statusCode ?? 0,
                ...(Number.isFinite(wait) && wait > 0 && { retryAfter: wait }),
                body: text,
              });
            });
          },
        );
        sent.on('error', (error) => reject(asRefusal(error)));
        sent.end(body);
      });
    },

    close(): void {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

export type Outbound = ReturnType<typeof createOutbound>;

/** The agent's refusals are an Error like any other, told from the network's by their wording alone. */
function asRefusal(error: Error): Error {
  if (!/^DNS lookup .* is not allowed/.test(error.message)) return inOurWords(error);
  return new AddressRefused(leadsInside);
}

function familyOf(host: string): 'ipv4' | 'ipv6' {
  return isIP(host) === 6 ? 'ipv6' : 'ipv4';
}

/** Whether this text is an address or network that can be listed as allowed. */
export function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

function blockListOf(allowed: readonly string[]): BlockList {
  const list = new BlockList();
  for (const each of allowed) {
    const [address = '', bits] = each.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}
