import { pageOf, pageQuery } from '../database/page.ts';
import { type Route, route } from '../http/route.ts';
import { deviceListRoutes } from './list/routes.ts';
import {
  bindCertificateBody,
  byDeviceId,
  claimBody,
  claimCodeSchema,
  claimedSchema,
  correctPlacementsBody,
  createDeviceBody,
  createdDeviceSchema,
  deviceSchema,
  fieldMapping,
  issueClaimCodeBody,
  listReadingsQuery,
  placeBody,
  placementsSchema,
  readingSchema,
  reasonBody,
  rejectedMessageSchema,
  rotateSecretBody,
  unbindCertificateBody,
} from './schema.ts';
import type { DevicesService } from './service.ts';

function placementRoutes(devices: DevicesService): Route[] {
  const answering = { tag: 'devices', params: byDeviceId, answer: placementsSchema } as const;
  return [
    route({
      ...answering,
      method: 'get',
      path: '/api/v1/devices/{id}/placements',
      summary: 'Where a device stood from when to when',
      access: 'devices:read',
      handle: ({ caller, params }) => devices.listPlacements(caller, params.id),
    }),
    route({
      ...answering,
      method: 'post',
      path: '/api/v1/devices/{id}/place',
      summary: 'Place a device at another site, or take it into store',
      access: 'devices:place',
      body: placeBody,
      handle: ({ caller, params, body }) => devices.placeDevice(caller, params.id, body),
    }),
    route({
      ...answering,
      method: 'post',
      path: '/api/v1/devices/{id}/correct-placements',
      summary: 'Write the whole history of placements anew; the audit log keeps the reason and what it was',
      access: 'devices:correct-placements',
      body: correctPlacementsBody,
      handle: ({ caller, params, body }) => devices.correctPlacements(caller, params.id, body),
    }),
  ];
}

/** The steps of a device's life. */
function lifeRoutes(devices: DevicesService): Route[] {
  const step = { method: 'post', tag: 'devices', params: byDeviceId, body: reasonBody, answer: deviceSchema } as const;
  return [
    route({
      ...step,
      path: '/api/v1/devices/{id}/disable',
      summary: 'Disable a device: its connections end, and nothing is taken from it until it is enabled',
      access: 'devices:disable',
      handle: ({ caller, params, body }) => devices.disableDevice(caller, params.id, body.reason),
    }),
    route({
      ...step,
      path: '/api/v1/devices/{id}/enable',
      summary: 'Enable a disabled device',
      access: 'devices:enable',
      handle: ({ caller, params, body }) => devices.enableDevice(caller, params.id, body.reason),
    }),
    route({
      ...step,
      path: '/api/v1/devices/{id}/retire',
      summary: 'Retire a device for good: its secret never works again, its readings stay',
      access: 'devices:retire',
      handle: ({ caller, params, body }) => devices.retireDevice(caller, params.id, body.reason),
    }),
    route({
      ...step,
      path: '/api/v1/devices/{id}/issue-claim-code',
      summary: 'Give out a code by which a device in the field gets its secret, once',
      access: 'devices:issue-claim-code',
      body: issueClaimCodeBody,
      answer: claimCodeSchema,
      handle: ({ caller, params, body }) => devices.issueClaimCode(caller, params.id, body),
    }),
    route({
      method: 'post',
      path: '/api/v1/device-claims',
      tag: 'devices',
      summary: "Get a device's secret for its claim code, once; device or installer, without a session",
      access: 'public',
      body: claimBody,
      answer: claimedSchema,
      handle: ({ body }) => devices.claimDevice(body),
    }),
    route({
      ...step,
      path: '/api/v1/devices/{id}/bind-certificate',
      summary: 'Let a device sign in over TLS by this client certificate',
      access: 'devices:bind-certificate',
      body: bindCertificateBody,
      handle: ({ caller, params, body }) => devices.bindCertificate(caller, params.id, body),
    }),
    route({
      ...step,
      path: '/api/v1/devices/{id}/unbind-certificate',
      summary: 'End the sign-in by a client certificate',
      access: 'devices:bind-certificate',
      body: unbindCertificateBody,
      handle: ({ caller, params, body }) => devices.unbindCertificate(caller, params.id, body),
    }),
    route({
      ...step,
      path: '/api/v1/devices/{id}/rotate-secret',
      summary: 'Give a device another secret, shown this once; the old one works on for the overlap',
      access: 'devices:rotate-secret',
      body: rotateSecretBody,
      answer: createdDeviceSchema,
      handle: ({ caller, params, body }) => devices.rotateSecret(caller, params.id, body),
    }),
  ];
}

export function devicesRoutes(devices: DevicesService): Route[] {
  return [
    ...lifeRoutes(devices),
    ...placementRoutes(devices),
    ...deviceListRoutes(devices),
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
