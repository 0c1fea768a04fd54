import type { Quantity } from '../../model.ts';
import { batchCodeOf, canonicalIdentifier, type OwnBatchOf } from '../gs1/identifier.ts';
import type { EpcisEvent, QuantityElement } from './event.ts';
import { ucumQuantity } from './quantity.ts';

/** A lot or thing of an event: the code of one of our batches, or the canonical identifier of another's. */
export interface Subject {
  code: string;
  own: boolean;
  pointer: string;
  quantity?: Quantity;
}

export interface Subjects {
  inputs: Subject[];
  outputs: Subject[];
  /** Everything else that the event is about. */
  others: Subject[];
  /** Of goods and the container that they are packed into, seen in, or unpacked from. */
  packing?: { container: Subject; contents: Subject[] };
}

/** What an event is about, each thing once; bare product classes are left out: they name no lot. */
export function subjectsOf(event: EpcisEvent, ownBatchOf: OwnBatchOf): Subjects {
  const known = new Set<string>();
  const subject = (pointer: string, identifier: string, element?: QuantityElement): Subject[] => {
    const canonical = canonicalIdentifier(identifier, ownBatchOf);
    const own = batchCodeOf(canonical);
    const code = own ?? canonical;
    const side = `${/^\/(input|output)/.exec(pointer)?.[1] ?? ''} ${code}`;
    if (isBareClass(canonical) || known.has(side)) return [];
    known.add(side);
    const quantity = element && ucumQuantity(element);
    return [{ code, own: own !== undefined, pointer, ...(quantity && { quantity }) }];
  };
  const epcs = (field: 'epcList' | 'childEPCs' | 'inputEPCList' | 'outputEPCList') =>
    (event[field] ?? []).flatMap((epc, index) => subject(`/${field}/${index}`, epc));
  const classes = (field: 'quantityList' | 'childQuantityList' | 'inputQuantityList' | 'outputQuantityList') =>
    (event[field] ?? []).flatMap((element, index) => subject(`/${field}/${index}/epcClass`, element.epcClass, element));
  const [container] = event.parentID === undefined ? [] : subject('/parentID', event.parentID);
  const contents = [...epcs('childEPCs'), ...classes('childQuantityList')];
  const namesChildren = (event.childEPCs ?? []).length + (event.childQuantityList ?? []).length > 0;
  const packing =
    event.type === 'AggregationEvent' && container && (contents.length > 0 || !namesChildren)
      ? { container, contents }
      : undefined;
  return {
    ...(packing && { packing }),
    inputs: [...epcs('inputEPCList'), ...classes('inputQuantityList')],
    outputs: [...epcs('outputEPCList'), ...classes('outputQuantityList')],
    others: [...(container ? [container] : []), ...contents, ...epcs('epcList'), ...classes('quantityList')],
  };
}

/** A class of products or documents without lot or serial number. */
function isBareClass(canonical: string): boolean {
  return /^https:\/\/id\.gs1\.org\/(01\/\d{14}|253\/\d{13}|255\/\d{13}|8003\/\d{14}|8006\/\d{18}|8010\/[^/]+)$/.test(
    canonical,
  );
}
