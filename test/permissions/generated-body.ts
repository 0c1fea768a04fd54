/** As much of a JSON schema as bodies of requests use. */
export interface BodySchema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  const?: unknown;
  minimum?: number;
  properties?: Record<string, BodySchema>;
  required?: string[];
  items?: BodySchema;
  anyOf?: BodySchema[];
  oneOf?: BodySchema[];
}

/** A small value of the schema: what must be there, and no more. Text is in words, so what must be of a form needs an example. */
export function generated(schema: BodySchema, components: Record<string, BodySchema>): unknown {
  const named = schema.$ref && components[schema.$ref.replace('#/components/schemas/', '')];
  if (named) return generated(named, components);
  const alternative = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (alternative) return generated(alternative, components);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'boolean') return true;
  if (schema.type === 'number' || schema.type === 'integer') return Math.max(schema.minimum ?? 1, 1);
  if (schema.type === 'array') return schema.items ? [generated(schema.items, components)] : [];
  if (schema.type !== 'object') return '例行检查';
  return Object.fromEntries(
    (schema.required ?? []).map((field) => [field, generated(schema.properties?.[field] ?? {}, components)]),
  );
}
