import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Api } from './api.ts';
import { eventually } from './eventually.ts';

export interface CaptureJob {
  captureID: string;
  running: boolean;
  success: boolean;
  captureErrorBehaviour: string;
  finishedAt?: string;
  errors: { type: string; index: number; detail: string; errors: { pointer: string; message: string }[] }[];
}

export interface GivenEvent {
  type: string;
  eventTime: string;
  eventID?: string;
  recordTime?: string;
  [field: string]: unknown;
}

export interface GivenDocument {
  '@context': unknown;
  type: string;
  epcisBody: { eventList?: GivenEvent[]; queryResults?: { resultsBody: { eventList: GivenEvent[] } } };
}

/** The EPCIS interface as another system calls it. */
export class EpcisClient {
  private readonly url: string;
  private readonly token: string;

  constructor(url: string, { token }: Pick<Api, 'token'>) {
    this.url = url;
    this.token = token;
  }

  async send<Body = Record<string, unknown>>(
    method: string,
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<{ status: number; headers: Headers; body: Body }> {
    const response = await fetch(`${this.url}/epcis/v2${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : { text } };
  }

  /** Sends a document and waits for the end of its job. */
  async capture(document: unknown, headers: Record<string, string> = {}): Promise<CaptureJob> {
    const taken = await this.send('POST', '/capture', { body: document, headers });
    expect(taken.status, JSON.stringify(taken.body)).to.equal(202);
    const path = String(taken.headers.get('location')).replace('/epcis/v2', '');
    return eventually(async () => {
      const { body } = await this.send<CaptureJob>('GET', path);
      return body.running ? null : body;
    });
  }

  /** The events of a query's first page, as they were sent. */
  async events(query: string, headers: Record<string, string> = {}): Promise<GivenEvent[]> {
    const path = query.startsWith('/') ? query : `/events?${query}`;
    const { status, body } = await this.send<GivenDocument>('GET', path, {
      headers: { 'GS1-EPC-Format': 'Never_Translates', ...headers },
    });
    expect(status, `${path}: ${JSON.stringify(body)}`).to.equal(200);
    return body.epcisBody.queryResults?.resultsBody.eventList ?? [];
  }
}

const examplesFolder = new URL('../fixtures/epcis/', import.meta.url).pathname;

/** GS1's published examples, by the path of their file. */
export function publishedExamples(): Map<string, GivenDocument> {
  const files = readdirSync(examplesFolder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.jsonld$/.test(file),
  );
  return new Map(files.sort().map((file) => [file, JSON.parse(readFileSync(join(examplesFolder, file), 'utf8'))]));
}

export function eventsOf({ epcisBody }: GivenDocument): GivenEvent[] {
  return epcisBody.eventList ?? epcisBody.queryResults?.resultsBody.eventList ?? [];
}

export function documentOf(eventList: unknown[], context: object = {}): GivenDocument & Record<string, unknown> {
  return {
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', context],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-06-01T08:00:00.000Z',
    epcisBody: { eventList: eventList as GivenEvent[] },
  };
}

let made = 0;

/** An event like no other. */
export function anEvent(fields: Record<string, unknown> = {}): GivenEvent {
  made += 1;
  return {
    type: 'ObjectEvent',
    eventID: `urn:uuid:00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    eventTime: '2026-05-01T08:00:00.000+08:00',
    eventTimeZoneOffset: '+08:00',
    action: 'OBSERVE',
    bizStep: 'shipping',
    epcList: [`urn:epc:id:sgtin:0614141.107346.${made}`],
    ...fields,
  };
}
