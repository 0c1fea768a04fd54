import { pageOf } from '../../database/page.ts';
import { type Route, route } from '../../http/route.ts';
import { csvOf } from '../../http/tables/csv.ts';
import { xlsxOf, xlsxType } from '../../http/tables/xlsx.ts';
import { deviceSchema } from '../schema.ts';
import { exportDevicesQuery, listDevicesQuery } from './schema.ts';
import type { createDeviceList } from './service.ts';

export function deviceListRoutes(devices: ReturnType<typeof createDeviceList>): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/devices',
      tag: 'devices',
      summary: 'Devices with their last readings: filtered, by id unless another order is asked for',
      access: 'devices:read',
      query: listDevicesQuery,
      answer: pageOf(deviceSchema),
      handle: ({ caller, query }) => devices.listDevices(caller, query),
    }),
    route({
      method: 'get',
      path: '/api/v1/device-list/export',
      tag: 'devices',
      summary: 'The same devices as a table, at most 10 000: name, kind, state, place, gateway, vitals, calibration',
      access: 'devices:read',
      query: exportDevicesQuery,
      produces: ['text/csv', xlsxType],
      async handle({ caller, query }, response) {
        const rows = await devices.exportDevices(caller, query);
        response.attachment(`devices.${query.form}`);
        if (query.form === 'csv') response.type('text/csv').send(csvOf(rows));
        else response.type(xlsxType).send(xlsxOf(query.language === 'zh' ? '设备' : 'devices', rows));
      },
    }),
  ];
}
