import type { ProducerRecord, SiteRecord } from './model.ts';

/** A record that is masked already, or in the clear for `reveal` alone. */
export function producerView(producer: ProducerRecord, divisionName: string) {
  return {
    id: producer._id.toHexString(),
    name: producer.name,
    kind: producer.kind,
    divisionCode: producer.divisionCode,
    divisionName,
    ...(producer.creditCode && { creditCode: producer.creditCode }),
    ...(producer.contactName && { contactName: producer.contactName }),
    ...(producer.phone && { phone: producer.phone }),
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
