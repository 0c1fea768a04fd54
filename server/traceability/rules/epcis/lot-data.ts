import { dayOf } from '../../../calendar/rules/calendar.ts';
import type { BatchRecord } from '../../model.ts';
import type { EpcisEvent } from './event.ts';

/** Master data of a lot, told once when it comes into being (CBV 2.0, 9.3). Days are China's, as YYYY-MM-DD. */
export interface LotData {
  'cbvmda:lotNumber': string;
  'cbvmda:bestBeforeDate'?: string;
  'cbvmda:harvestStartDate'?: string;
  'cbvmda:harvestEndDate'?: string;
}

type Lot = Pick<BatchRecord, 'code' | 'bestBefore'>;

export function lotData({ code, bestBefore }: Lot, harvests: readonly Date[] = []): LotData {
  const days = harvests.map(dayOf).sort();
  const [first, last] = [days[0], days.at(-1)];
  return {
    'cbvmda:lotNumber': code,
    ...(bestBefore !== undefined && { 'cbvmda:bestBeforeDate': bestBefore }),
    ...(first !== undefined && { 'cbvmda:harvestStartDate': first }),
    ...(last !== undefined && { 'cbvmda:harvestEndDate': last }),
  };
}

/** The event by which a lot that was made of no other came into being; its id follows from what it tells. */
export function commissioningOf(
  batch: Lot & Pick<BatchRecord, 'createdAt'>,
  epcClass: string,
  harvests: readonly Date[],
): EpcisEvent {
  return {
    type: 'ObjectEvent',
    eventTime: batch.createdAt.toISOString(),
    eventTimeZoneOffset: '+08:00',
    action: 'ADD',
    bizStep: 'commissioning',
    disposition: 'active',
    quantityList: [{ epcClass }],
    ilmd: { ...lotData(batch, harvests) },
  };
}
