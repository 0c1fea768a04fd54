import { type Route, route } from '../../http/route.ts';
import { byDeviceId } from '../schema.ts';
import { calibrationBody, calibrationSchema, calibrationsSchema } from './schema.ts';
import type { CalibrationsService } from './service.ts';

export function calibrationRoutes(calibrations: CalibrationsService): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/devices/{id}/calibrations',
      tag: 'devices',
      summary: "A device's calibrations, and whether it is in calibration today",
      access: 'devices:read',
      params: byDeviceId,
      answer: calibrationsSchema,
      handle: ({ caller, params }) => calibrations.list(caller, params.id),
    }),
    route({
      method: 'post',
      path: '/api/v1/devices/{id}/calibrations',
      tag: 'devices',
      summary: 'Record a calibration certificate of a device',
      access: 'devices:calibrate',
      status: 201,
      params: byDeviceId,
      body: calibrationBody,
      answer: calibrationSchema,
      handle: ({ caller, params, body }) => calibrations.record(caller, params.id, body),
    }),
  ];
}
