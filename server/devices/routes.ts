import { pageOf, pageQuery } from '../database/page.ts';
import { type Route, route } from '../http/route.ts';
import {
  byDeviceId,
  createDeviceBody,
  createdDeviceSchema,
  deviceSchema,
  fieldMapping,
  listDevicesQuery,
  listReadingsQuery,
  readingSchema,
  rejectedMessageSchema,
} from './schema.ts';
import type { DevicesService } from './service.ts';

export function devicesRoutes(devices: DevicesService): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/devices',
      tag: 'devices',
      summary: 'Devices with their last readings, by id',
      access: 'devices:read',
      query: listDevicesQuery,
      answer: pageOf(deviceSchema),
      handle: ({ caller, query }) => devices.listDevices(caller, query),
    }),
    route({
      method: 'post',
      path: '/api/v1/devices',
      tag: 'devices',
      summary: 'Register a device; the answer holds its secret, this once',
      access: 'devices:create',
      status: 201,
      body: createDeviceBody,
      answer: createdDeviceSchema,
      handle: ({ caller, body }) => devices.createDevice(caller, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/devices/{id}',
      tag: 'devices',
      summary: 'One device',
      access: 'devices:read',
      params: byDeviceId,
      answer: deviceSchema,
      handle: ({ caller, params }) => devices.getDevice(caller, params.id),
    }),
    route({
      method: 'post',
      path: '/api/v1/devices/{id}/map',
      tag: 'devices',
      summary: "Say how the names in a device's messages become metrics; holds from its next message on",
      access: 'devices:create',
      params: byDeviceId,
      body: fieldMapping,
      answer: deviceSchema,
      handle: ({ caller, params, body }) => devices.mapDevice(caller, params.id, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/devices/{id}/rejected-messages',
      tag: 'devices',
      summary: 'Messages of a device that could not be taken, with the reason, newest first',
      access: 'devices:read',
      params: byDeviceId,
      query: pageQuery,
      answer: pageOf(rejectedMessageSchema),
      handle: ({ caller, params, query }) => devices.listRejectedMessages(caller, params.id, query),
    }),
    route({
      method: 'get',
      path: '/api/v1/readings',
      tag: 'devices',
      summary: 'Readings of one device, in order of metric and time',
      access: 'readings:read',
      query: listReadingsQuery,
      answer: pageOf(readingSchema),
      handle: ({ caller, query }) => devices.listReadings(caller, query),
    }),
  ];
}
