import type { Api } from '../support/api.ts';
import { type Example, examples } from './examples.ts';
import { type BodySchema, generated } from './generated-body.ts';
import type { Place } from './places.ts';

/** One route, as the OpenAPI document tells of it. */
export interface Operation {
  name: string;
  method: string;
  path: string;
  permission: string;
  parameters: { name: string; in: string; required: boolean; schema: BodySchema }[];
  takesBody: boolean;
  /** A small body that its schema takes; undefined when it takes none in JSON. */
  body: unknown;
}

interface Document {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, BodySchema> };
}

interface Described {
  'x-permission': string;
  parameters: Operation['parameters'];
  requestBody?: { content: Record<string, { schema: BodySchema }> };
}

export async function operationsOf(api: Api): Promise<Operation[]> {
  const { body } = await api.get<Document>('/api/v1/openapi.json');
  return Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...bodyOf(operation, body.components.schemas),
      name: `${method} ${path}`,
      method,
      path,
      permission: operation['x-permission'],
      parameters: operation.parameters,
    })),
  );
}

function bodyOf({ requestBody }: Described, components: Record<string, BodySchema>) {
  const schema = requestBody?.content['application/json']?.schema;
  return { takesBody: requestBody !== undefined, body: schema && generated(schema, components) };
}

/** What it is about: the right's resource, or as the path says. */
export function resourceOf(operation: Operation): string {
  const [right = '', path = ''] = [operation.permission.split(':')[0], operation.path.split('/')[3]];
  return isClosed(operation) ? right : path;
}

export function exampleOf(operation: Operation, place: Place): Example {
  const example = examples[operation.name]?.(place) ?? {};
  return example.file || operation.body === undefined ? example : { body: operation.body, ...example };
}

/** Does the request name a record of the place? */
export function namesRecord(operation: Operation, place: Place): boolean {
  const { query, body, ofTheCity, inPath: given } = exampleOf(operation, place);
  if (ofTheCity) return true;
  const values = JSON.stringify([query ?? {}, body ?? {}, given?.split(':').at(-1) ?? '']);
  const belonging = [place.divisionCode, place.siteId, ...Object.values(place.records)];
  const inPath = given === undefined && operation.path.includes('{') && !withoutRecords.has(resourceOf(operation));
  return inPath || belonging.some((id) => values.includes(`"${id}"`));
}

/** What the matrix does not know how to ask for. */
export function missingIn(operation: Operation, place: Place): string[] {
  const { query = {}, body, file } = exampleOf(operation, place);
  return [
    ...operation.parameters.flatMap(({ name, in: where, required }) => {
      if (!required) return [];
      const given = where === 'path' ? recordInPath(operation, place) : query[name];
      return given === undefined ? [name] : [];
    }),
    ...(operation.takesBody && !(body ?? file) ? ['body'] : []),
  ];
}

/** Resources that are nobody's: their records lie in no place. */
const withoutRecords = new Set([
  'divisions',
  'products',
  'limits',
  'standards',
  'sessions',
  'api-tokens',
  'saved-views',
  'calendar-feeds',
]);

/** The record that the path names: `/api/v1/devices/{id}/series` a device, `/files/{id}` what its right is about. */
function recordInPath(operation: Operation, place: Place): string | undefined {
  const { inPath } = exampleOf(operation, place);
  if (inPath !== undefined) return inPath;
  const unknown = 'f'.repeat(24);
  const named: Record<string, string> = {
    ...place.records,
    divisions: place.divisionCode,
    products: place.productId,
    limits: 'no-such-limit',
    sessions: unknown,
    'api-tokens': unknown,
    'saved-views': unknown,
    'calendar-feeds': unknown,
  };
  return named[operation.path.split('/')[3] ?? ''] ?? named[resourceOf(operation)];
}

export function isOwnAccount({ permission }: Operation): boolean {
  return permission.startsWith('own-');
}

/** Asks for a right, unlike what is public or about one's own account. */
export function isClosed(operation: Operation): boolean {
  return operation.permission !== 'public' && !isOwnAccount(operation);
}

export interface Answered {
  status: number;
  text: string;
}

export async function ask(url: string, api: Api, operation: Operation, place: Place): Promise<Answered> {
  const { query, body, file } = exampleOf(operation, place);
  const content = file ? new Uint8Array(file.content) : body === undefined ? undefined : JSON.stringify(body);
  const record = recordInPath(operation, place) ?? '';
  const path = operation.path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(record));
  const over = new AbortController();
  const response = await fetch(`${url}${path}${query ? `?${new URLSearchParams(query)}` : ''}`, {
    method: operation.method.toUpperCase(),
    headers: {
      ...(api.token && { authorization: `Bearer ${api.token}` }),
      ...(content && { 'content-type': file?.type ?? 'application/json' }),
    },
    ...(content && { body: content }),
    signal: over.signal,
    redirect: 'manual',
  });
  const endless = response.headers.get('content-type')?.startsWith('text/event-stream');
  const text = endless ? '' : await response.text();
  over.abort();
  return { status: response.status, text };
}

/** An answer without what names the very record or request. */
export function anonymized({ status, text }: Answered, place: Place): Answered {
  const ids = [place.siteId, ...Object.values(place.records)].sort((a, b) => b.length - a.length);
  const plain = ids.reduce((all, id) => all.replaceAll(id, '…'), text);
  return { status, text: plain.replaceAll(/"(instance|requestId)":"[^"]*",?/g, '') };
}
