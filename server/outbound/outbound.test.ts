import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import fc from 'fast-check';
import { RequestFilteringHttpAgent } from 'request-filtering-agent';
import special from './data/special-networks.json' with { type: 'json' };
import { AddressRefused, createOutbound, isAddressOrNetwork } from './outbound.ts';

describe('what we send to addresses that people typed in', () => {
  let server: Server;
  let port: number;
  let requests: { method: string; url: string; body: string }[];

  before(async () => {
    requests = [];
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        requests.push({ method: request.method ?? '', url: request.url ?? '', body });
        if (request.url === '/moved') response.writeHead(302, { location: '/elsewhere' }).end();
        else if (request.url === '/busy') response.writeHead(429, { 'retry-after': '7' }).end('busy');
        else if (request.url === '/endless') response.write('x'.repeat(1000));
        else response.end('y'.repeat(100_000));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const message = (address: string) => ({ address, headers: { 'content-type': 'text/plain' }, body: '预警' });
  const inside = () => createOutbound({ allowed: ['127.0.0.0/8'], timeoutMs: 300 });

  it('reaches no address of a private network, by number or by a name that leads there', async () => {
    const outbound = createOutbound();
    for (const host of [
      '127.0.0.1',
      '10.0.0.1',
      '169.254.169.254',
      '192.168.1.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[::127.0.0.1]',
      '[::ffff:0:127.0.0.1]',
      '[64:ff9b::10.0.0.1]',
      '[64:ff9b:1::10.0.0.1]',
      '[2002:7f00:1::]',
      '[2001:0:7f00:1::]',
      '[fd12::1]',
      '[fe80::1]',
      '[fec0::1]',
      '[ff02::1]',
      '100.64.0.1',
      '198.18.0.1',
      '255.255.255.255',
      '2130706433',
      '0x7f.1',
      '0.0.0.0',
    ])
      expect(() => outbound.requireSendable(`https://${host}:${port}/`), host).to.throw(
        AddressRefused,
        'private network',
      );
    await outbound.post(message(`https://localhost:${port}/`)).then(
      () => expect.fail('localhost'),
      (error: Error) => expect(error.message).to.match(/private network/),
    );
    expect(requests).to.deep.equal([]);
  });

  it('refuses a number before anything is sent that the agent would refuse while sending', () => {
    const outbound = createOutbound();
    const agent = new RequestFilteringHttpAgent();
    const refusedBy = (ask: () => unknown): boolean => {
      try {
        ask();
        return false;
      } catch {
        return true;
      }
    };
    /** The agent looks at the address before it connects; the socket's path leads nowhere. */
    const agentRefuses = (host: string): boolean => {
      let refused = false;
      const socket = agent.createConnection(
        { host, path: '/nowhere' } as never,
        ((error?: Error) => {
          refused ||= /is not allowed/.test(error?.message ?? '');
        }) as never,
      ) as { on(event: 'error', listener: () => void): void; destroy(): void };
      socket.on('error', () => undefined);
      socket.destroy();
      return refused;
    };
    const nearEdges = special.networks.map(({ network }) => network.split('/')[0] ?? '');
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.constantFrom(...nearEdges)), (host) => {
        const address = `https://${host.includes(':') ? `[${host}]` : host}/`;
        const literal = new URL(address).hostname.replace(/^\[|\]$/g, '');
        // Deprecated (RFC 4291, 2.5.5.1), counted as public by the agent, and where it leads is up to the system.
        fc.pre(!literal.startsWith('::') || literal.startsWith('::ffff:'));
        expect(
          refusedBy(() => outbound.requireSendable(address)),
          host,
        ).to.equal(agentRefuses(literal));
      }),
      { numRuns: 1_000 },
    );
  });

  it('goes by https alone, unless the number itself is listed', async () => {
    const outbound = createOutbound({ allowed: ['10.1.2.0/24'] });
    for (const address of [
      'http://example.org/',
      'http://10.1.3.1/',
      'ftp://10.1.2.3/',
      'https://u:p@example.org/',
      'x',
    ])
      expect(() => outbound.requireSendable(address), address).to.throw(AddressRefused);
    for (const address of ['http://10.1.2.3/hook', 'https://10.1.2.3/', 'https://8.8.8.8/', 'https://example.org/hook'])
      expect(() => outbound.requireSendable(address), address).to.not.throw();
  });

  it('tells in words why nothing came back', async () => {
    const outbound = inside();
    const faultAt = (address: string) =>
      outbound.post(message(address)).then(
        () => expect.fail(address),
        (error: Error) => error.message,
      );
    expect(await faultAt('http://127.0.0.1:1/')).to.equal('it refuses connections');
    expect(await faultAt(`http://127.0.0.1:${port}/endless`)).to.equal('it did not answer in time');
    expect(await faultAt('https://nowhere.invalid/')).to.match(/^its name (is not known|could not be looked up)$/);
    expect(await faultAt(`https://127.0.0.1:${port}/`), 'no TLS there').to.not.equal('');
  });

  it('is answered with the beginning of the body, the wait asked for, and no redirection followed', async () => {
    const outbound = inside();
    const answer = await outbound.post(message(`http://127.0.0.1:${port}/hook`));
    expect(answer.status).to.equal(200);
    expect(answer.body).to.have.length(64 * 1024);
    expect(requests.at(-1)).to.deep.equal({ method: 'POST', url: '/hook', body: '预警' });
    expect(await outbound.post(message(`http://127.0.0.1:${port}/moved`))).to.deep.equal({ status: 302, body: '' });
    expect(requests.at(-1)?.url).to.equal('/moved');
    expect(await outbound.post(message(`http://127.0.0.1:${port}/busy`))).to.deep.equal({
      status: 429,
      retryAfter: 7,
      body: 'busy',
    });
    outbound.close();
  });

  it('is given up when the answer does not end in time', async () => {
    const outbound = inside();
    await outbound.post(message(`http://127.0.0.1:${port}/endless`)).then(
      () => expect.fail('answered'),
      (error: Error) => expect(error.message).to.equal('it did not answer in time'),
    );
    outbound.close();
  });
});

describe('an address or network to be listed', () => {
  it('is any address, with as many bits as its kind has', () => {
    fc.assert(fc.property(fc.ipV4(), fc.nat(32), (address, bits) => isAddressOrNetwork(`${address}/${bits}`)));
    fc.assert(fc.property(fc.ipV6(), fc.nat(128), (address, bits) => isAddressOrNetwork(`${address}/${bits}`)));
    for (const text of ['example.org', '10.0.0.0/33', '10.0.0.0/8/8', '', '10.0.0.0/', '::1/129'])
      expect(isAddressOrNetwork(text), text).to.equal(false);
  });
});
