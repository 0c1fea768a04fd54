import type { Context } from '../context.ts';
import { createHandOvers } from './hand-overs/service.ts';
import { createRegisterImports, type RegisterLoaders } from './imports/service.ts';
import { createRegisters, type RegisterLists } from './registers/service.ts';

export interface ExchangeDependencies {
  lists: RegisterLists;
  loaders: RegisterLoaders;
  cityCode: string;
  isDivision(code: string): boolean;
}

/** 数据交换: registers as tables, and what is handed over to the platform above. */
export function createExchangeService(context: Context, { lists, loaders, ...deps }: ExchangeDependencies) {
  const registers = createRegisters(lists);
  return {
    registers,
    imports: createRegisterImports(context, loaders),
    handOvers: createHandOvers(context, { registers, ...deps }),
  };
}

export type ExchangeService = ReturnType<typeof createExchangeService>;
