import mongoose from 'mongoose';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { pino } from 'pino';
import { createEventBus } from '../server/events.ts';
import { openApiDocument } from '../server/http/openapi.ts';
import { allRoutes } from '../server/routes.ts';
import { createServices } from '../server/services.ts';

export const apiTypesFile = new URL('../web/console/api/schema.d.ts', import.meta.url);

/** The OpenAPI document of all routes; no database is opened for it. */
export function currentOpenApiDocument(): Record<string, unknown> {
  const context = {
    connection: mongoose.createConnection(),
    bus: createEventBus(),
    clock: () => new Date(),
    log: pino({ level: 'silent' }),
  };
  return openApiDocument(allRoutes(createServices(context, { traceUrl: (code) => code, dataDirectory: '' })), '0');
}

export async function apiTypes(): Promise<string> {
  const document = currentOpenApiDocument();
  return astToString(await openapiTypescript(document as unknown as Parameters<typeof openapiTypescript>[0]));
}
