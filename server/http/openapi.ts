import { z } from 'zod';
import { problemSchema } from './problem.ts';
import type { Route } from './route.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document, from the same schemas that validate requests. */
export function openApiDocument(routes: Route[], version: string): Json {
  const components: Json = {};
  const paths: Record<string, Json> = {};
  const problem = toSchema(problemSchema, 'output', components);
  for (const route of routes) {
    const operations = paths[route.path] ?? {};
    paths[route.path] = operations;
    operations[route.method] = operation(route, components, problem);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'AgriTrace',
      version,
      description: '商洛市农产品质量安全追溯平台接口 · Interface of the farm product safety platform',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-agritrace_session',
          description: 'Without HTTPS its name is `agritrace_session`',
        },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function operation(route: Route, components: Json, problem: Json): Json {
  const problems = { content: { 'application/problem+json': { schema: problem } } };
  return {
    operationId: `${route.method}${route.path.replace('/api/v1', '').replaceAll(/[^A-Za-z0-9]+(\w?)/g, (_, first: string) => first.toUpperCase())}`,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description && { description: route.description }),
    'x-permission': route.access,
    security: route.access === 'public' ? [] : [{ session: [] }, { bearer: [] }],
    parameters: [...parameters('path', route.params, components), ...parameters('query', route.query, components)],
    ...requestBody(route, components),
    responses: {
      [route.status]: { description: 'Done', ...answerContent(route, components) },
      ...(route.params || route.query || route.body ? { 400: { description: 'Bad input', ...problems } } : {}),
      ...(route.access === 'public'
        ? {}
        : { 401: { description: 'No session', ...problems }, 403: { description: 'Not allowed', ...problems } }),
      default: { description: 'Any other problem', ...problems },
    },
  };
}

function requestBody(route: Route, components: Json): Json {
  if (route.consumes && !route.body) {
    const schema = { type: 'string', format: 'binary' };
    return {
      requestBody: { required: true, content: Object.fromEntries(route.consumes.map((type) => [type, { schema }])) },
    };
  }
  if (!route.body) return {};
  const schema = toSchema(route.body, 'input', components);
  const content = Object.fromEntries((route.consumes ?? ['application/json']).map((type) => [type, { schema }]));
  return { requestBody: { required: true, content } };
}

function answerContent(route: Route, components: Json): Json {
  if (route.produces) return { content: Object.fromEntries(route.produces.map((type) => [type, {}])) };
  if (!route.answer) return {};
  return { content: { 'application/json': { schema: toSchema(route.answer, 'output', components) } } };
}

function parameters(place: 'path' | 'query', schema: z.ZodType | undefined, components: Json): Json[] {
  if (!schema) return [];
  const json = toSchema(schema, 'input', components) as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(json.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (json.required ?? []).includes(name),
    schema: property,
  }));
}

/** Converts one schema; the named schemas within it move to the document's components. */
function toSchema(schema: z.ZodType, io: 'input' | 'output', components: Json): Json {
  const converted = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json & { $defs?: Json };
  const { $schema: _, $defs, id, ...rest } = converted;
  const relocate = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/'));
  for (const [name, definition] of Object.entries($defs ?? {})) {
    const { id: __, ...body } = definition as Json;
    components[name] = relocate(body);
  }
  const body = relocate(rest) as Json;
  const name = schema.meta()?.id ?? id;
  if (typeof name !== 'string' || '$ref' in body) return body;
  components[name] = body;
  return { $ref: `#/components/schemas/${name}` };
}
