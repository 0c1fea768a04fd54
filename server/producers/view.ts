import type { ProducerRecord, SiteRecord } from './model.ts';
import { maskName, maskPhone } from './rules.ts';

/** Personal data leave masked; showing them in full is an act of its own that will be logged. */
export function producerView(producer: ProducerRecord, divisionName: string) {
  return {
    id: producer._id.toHexString(),
    name: producer.name,
    kind: producer.kind,
    divisionCode: producer.divisionCode,
    divisionName,
    ...(producer.creditCode && { creditCode: producer.creditCode }),
    ...(producer.contactName && { contactName: maskName(producer.contactName) }),
    ...(producer.phone && { phone: maskPhone(producer.phone) }),
  };
}

export function siteView(site: SiteRecord) {
  return {
    id: site._id.toHexString(),
    producerId: site.producerId.toHexString(),
    producerName: site.producerName,
    name: site.name,
    kind: site.kind,
    divisionCode: site.divisionCode,
    ...(site.point && { point: { longitude: site.point.longitude, latitude: site.point.latitude } }),
  };
}
