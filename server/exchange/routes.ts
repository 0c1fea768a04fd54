import type { Route } from '../http/route.ts';
import { handOverRoutes } from './hand-overs/routes.ts';
import { registerRoutes } from './registers/routes.ts';
import type { ExchangeService } from './service.ts';

export function exchangeRoutes({ registers, handOvers }: ExchangeService): Route[] {
  return [...registerRoutes(registers), ...handOverRoutes(handOvers)];
}
