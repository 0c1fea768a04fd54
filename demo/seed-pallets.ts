import lotsData from './data/lots.json' with { type: 'json' };
import { daysBefore, demoCaller, type Seeding } from './seeding.ts';

const hour = 3_600_000;
/** Hours before the goods are worked on at their destination. */
const [packed, underWay, unpacked] = [9, 6, 3];

/** Pallets on which goods traveled, as the system of a carrier tells of them by EPCIS. */
export async function seedPallets({ services, setTime, start }: Seeding): Promise<void> {
  for (const { sscc, lots, daysAgo } of lotsData.pallets) {
    const pallet = `https://id.gs1.org/00/${sscc}`;
    const contents = {
      parentID: pallet,
      childQuantityList: lots.map(({ lot, kilograms }) => ({
        epcClass: `urn:agritrace:batch:DEMO-${lot}`,
        quantity: kilograms,
        uom: 'KGM',
      })),
    };
    const tell = async (hoursBefore: number, event: object) => {
      const at = new Date(daysBefore(start, daysAgo).getTime() - hoursBefore * hour);
      setTime(at);
      const when = { eventTime: at.toISOString(), eventTimeZoneOffset: '+08:00' };
      await services.epcis.capture.captureOne(demoCaller('demo'), {
        '@context': 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
        ...event,
        ...when,
      });
    };
    await tell(packed, { type: 'AggregationEvent', action: 'ADD', bizStep: 'packing', ...contents });
    await tell(underWay, { type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'transporting', epcList: [pallet] });
    await tell(unpacked, { type: 'AggregationEvent', action: 'DELETE', bizStep: 'unpacking', ...contents });
  }
}
