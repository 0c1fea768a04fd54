import { pageOf, pageQuery } from '../../database/page.ts';
import { type Route, route } from '../../http/route.ts';
import { byDeviceId } from '../schema.ts';
import { commandBody, commandKindsSchema, commandSchema } from './schema.ts';
import type { CommandsService } from './service.ts';

export function commandRoutes(commands: CommandsService): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/command-kinds',
      tag: 'devices',
      summary: 'The commands that can be sent to a device, with their parameters',
      access: 'devices:read',
      answer: commandKindsSchema,
      handle: () => commands.kinds(),
    }),
    route({
      method: 'get',
      path: '/api/v1/devices/{id}/commands',
      tag: 'devices',
      summary: 'Commands sent to a device and what became of them, the newest first',
      access: 'devices:read',
      params: byDeviceId,
      query: pageQuery,
      answer: pageOf(commandSchema),
      handle: ({ caller, params, query }) => commands.list(caller, params.id, query),
    }),
    route({
      method: 'post',
      path: '/api/v1/devices/{id}/commands',
      tag: 'devices',
      summary: 'Send a command to a device; it waits until the device is there, or is over at its time',
      access: 'devices:command',
      status: 201,
      params: byDeviceId,
      body: commandBody,
      answer: commandSchema,
      handle: ({ caller, params, body }) => commands.send(caller, params.id, body),
    }),
  ];
}
