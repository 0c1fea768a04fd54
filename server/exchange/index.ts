export { exchangeRoutes } from './routes.ts';
export { createExchangeService, type ExchangeService } from './service.ts';
