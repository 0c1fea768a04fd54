import type { Route } from '../http/route.ts';
import { handOverRoutes } from './hand-overs/routes.ts';
import { registerImportRoutes } from './imports/routes.ts';
import { registerRoutes } from './registers/routes.ts';
import type { ExchangeService } from './service.ts';
import { webhookRoutes } from './webhooks/routes.ts';

export function exchangeRoutes({ registers, imports, handOvers, webhooks }: ExchangeService): Route[] {
  return [
    ...registerRoutes(registers),
    ...registerImportRoutes(imports),
    ...handOverRoutes(handOvers),
    ...webhookRoutes(webhooks),
  ];
}
