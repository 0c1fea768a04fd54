import type { NamedProducer, ProducerRecord, SiteRecord } from './model.ts';

/** What stands where the name was. */
const erasedName = '（姓名已删除）';

export function named(producer: ProducerRecord): NamedProducer {
  return { ...producer, name: producer.name ?? erasedName };
}

/** A record that is masked already, or in the clear for `reveal` alone. */
export function producerView(producer: NamedProducer, divisionName: string) {
  return {
    id: producer._id.toHexString(),
    name: producer.name,
    kind: producer.kind,
    divisionCode: producer.divisionCode,
    divisionName,
    ...(producer.creditCode && { creditCode: producer.creditCode }),
    ...(producer.contactName && { contactName: producer.contactName }),
    ...(producer.phone && { phone: producer.phone }),
    ...(producer.personalDataErasedAt && { personalDataErasedAt: producer.personalDataErasedAt.toISOString() }),
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
    productIds: (site.productIds ?? []).map(String),
    ...(site.point && { point: { longitude: site.point.longitude, latitude: site.point.latitude } }),
  };
}
