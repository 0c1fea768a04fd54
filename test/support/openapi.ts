import type { Api } from './api.ts';

/** What the tests read of a JSON Schema. */
export interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  pattern?: string;
  format?: string;
  minLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  schema: Schema;
}

export interface Operation {
  method: string;
  path: string;
  parameters: Parameter[];
  /** Empty where everybody may call. */
  security: object[];
  /** Of a JSON body. */
  body?: Schema;
  /** Of a body of any other kind: the types it may have. */
  fileTypes: string[];
}

export interface Interface {
  operations: Operation[];
  resolve(schema: Schema): Schema;
}

type RawOperation = Pick<Operation, 'parameters' | 'security'> & {
  requestBody?: { content: Record<string, { schema: Schema }> };
};

/** Everything that the platform's own OpenAPI document says can be called. */
export async function readInterface(api: Api): Promise<Interface> {
  const { body: document } = await api.get<{
    paths: Record<string, Record<string, RawOperation>>;
    components: { schemas: Record<string, Schema> };
  }>('/api/v1/openapi.json');
  const resolve = (schema: Schema): Schema => {
    const named = schema.$ref && document.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
    return named ? resolve(named) : schema;
  };
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters, security, requestBody }]): Operation => {
      const body = requestBody?.content['application/json']?.schema;
      return {
        method: method.toUpperCase(),
        path,
        parameters,
        security,
        ...(body && { body }),
        fileTypes: body ? [] : Object.keys(requestBody?.content ?? {}),
      };
    }),
  );
  return { operations, resolve };
}
