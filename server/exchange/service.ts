import type { Context } from '../context.ts';
import { createHandOvers } from './hand-overs/service.ts';
import { createRegisterImports, type RegisterLoaders } from './imports/service.ts';
import { createRegisters, type RegisterLists } from './registers/service.ts';
import { createWebhooks, type WebhooksDependencies } from './webhooks/service.ts';

export interface ExchangeDependencies extends WebhooksDependencies {
  lists: RegisterLists;
  loaders: RegisterLoaders;
  cityCode: string;
}

/** 数据交换: registers as tables, and what is handed over to the platform above. */
export function createExchangeService(context: Context, { lists, loaders, ...deps }: ExchangeDependencies) {
  const registers = createRegisters(lists);
  return {
    registers,
    imports: createRegisterImports(context, loaders),
    handOvers: createHandOvers(context, { registers, ...deps }),
    webhooks: createWebhooks(context, deps),
  };
}

export type ExchangeService = ReturnType<typeof createExchangeService>;
