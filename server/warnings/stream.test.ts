import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import express from 'express';
import { createEventStreams, type EventStream } from './stream.ts';

describe('server-sent events', () => {
  it('give a client up that does not read, instead of keeping everything for it', async () => {
    const streams = createEventStreams({ maximumBufferedBytes: 100_000 });
    const opened: EventStream[] = [];
    const app = express();
    app.get('/', (request, response) => {
      opened.push(streams.open(request, response, 'somebody', async () => true));
    });
    const server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const response = await new Promise<IncomingMessage>((resolve) => get(url, { agent: false }, resolve));
    response.pause();
    response.on('error', () => {});
    const data = 'x'.repeat(10_000);
    const deadline = Date.now() + 10_000;
    while (!opened[0]?.closed && Date.now() < deadline) {
      opened[0]?.send({ event: 'warning', id: '1', data });
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(opened[0]?.closed).to.equal(true);
    response.destroy();
    server.close();
    await once(server, 'close');
  });
});
