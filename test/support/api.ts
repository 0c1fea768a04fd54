import { expect } from 'chai';

export interface Answer<Body = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: Body;
}

/** A signed-in client of the HTTP interface. */
export class Api {
  readonly token: string;
  private readonly url: string;

  constructor(url: string, token: string) {
    this.url = url;
    this.token = token;
  }

  static async signIn(url: string, username: string, password: string): Promise<Api> {
    const answer = await new Api(url, '').post('/api/v1/session', { username, password });
    expect(answer.status, `signing in as ${username}`).to.equal(200);
    return new Api(url, String(answer.body.token));
  }

  get<Body = Record<string, unknown>>(path: string): Promise<Answer<Body>> {
    return this.send('GET', path);
  }

  /** The items of a list's first page. */
  async list<Item = Record<string, unknown>>(path: string): Promise<Item[]> {
    const answer = await this.get<{ items: Item[] }>(path);
    expect(answer.status, path).to.equal(200);
    return answer.body.items;
  }

  post(path: string, body: unknown): Promise<Answer> {
    return this.send('POST', path, JSON.stringify(body));
  }

  /** Creates a record and gives its answer; the test fails when it is not created. */
  async create(path: string, body: unknown): Promise<Answer['body']> {
    const answer = await this.post(path, body);
    expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).to.equal(201);
    expect(answer.headers.get('location')).to.be.a('string');
    return answer.body;
  }

  async send<Body = Record<string, unknown>>(method: string, path: string, body?: string): Promise<Answer<Body>> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
      redirect: 'manual',
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : { text };
    return { status: response.status, headers: response.headers, body: json };
  }
}
