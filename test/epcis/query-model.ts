import type { GivenEvent } from '../support/epcis.ts';

/** What a parameter means, read once more and as plainly as can be: the event that is asked, the value that is given. */
type Meaning = (event: GivenEvent, value: string) => boolean;

interface Quantity {
  epcClass: string;
  quantity?: number;
  uom?: string;
}

const texts = (value: unknown): string[] => (value === undefined ? [] : [value].flat().map(String));
const list = (event: GivenEvent, field: string) => texts(event[field]);
const quantities = (event: GivenEvent, ...fields: string[]) =>
  fields.flatMap((field) => (event[field] as Quantity[] | undefined) ?? []);
const classes = (event: GivenEvent, ...fields: string[]) =>
  quantities(event, ...fields).map(({ epcClass }) => epcClass);
const anyQuantity = (event: GivenEvent) =>
  quantities(event, 'quantityList', 'childQuantityList', 'inputQuantityList', 'outputQuantityList');
const oneOf = (values: string[], wanted: string) => wanted.split('|').some((each) => values.includes(each));
const place = (event: GivenEvent, field: string) => texts((event[field] as { id?: string } | undefined)?.id);
const declaration = (event: GivenEvent) =>
  event.errorDeclaration as { declarationTime: string; reason?: string; correctiveEventIDs?: string[] } | undefined;
const reports = (event: GivenEvent) =>
  ((event.sensorElementList as { sensorReport: Record<string, unknown>[] }[] | undefined) ?? []).flatMap(
    ({ sensorReport }) => sensorReport,
  );
const inGrams = ({ quantity = 0, uom }: Quantity) =>
  uom === 'KGM' ? quantity * 1000 : uom === 'GRM' ? quantity : Number.NaN;
const celsius = (report: Record<string, unknown>, field: string) =>
  report.uom === 'CEL'
    ? Number(report[field])
    : report.uom === 'FAH'
      ? Math.round(((Number(report[field]) - 32) / 1.8) * 1e6) / 1e6
      : Number.NaN;

export const meanings: Record<string, Meaning> = {
  eventType: (event, value) => oneOf([event.type], value),
  EQ_action: (event, value) => oneOf(list(event, 'action'), value),
  EQ_bizStep: (event, value) => oneOf(list(event, 'bizStep'), value),
  EQ_disposition: (event, value) => oneOf(list(event, 'disposition'), value),
  EQ_eventID: (event, value) => oneOf(list(event, 'eventID'), value),
  EQ_transformationID: (event, value) => oneOf(list(event, 'transformationID'), value),
  EQ_readPoint: (event, value) => oneOf(place(event, 'readPoint'), value),
  EQ_bizLocation: (event, value) => oneOf(place(event, 'bizLocation'), value),
  GE_eventTime: (event, value) => Date.parse(event.eventTime) >= Date.parse(value),
  LT_eventTime: (event, value) => Date.parse(event.eventTime) < Date.parse(value),
  MATCH_epc: (event, value) => oneOf([...list(event, 'epcList'), ...list(event, 'childEPCs')], value),
  MATCH_parentID: (event, value) => oneOf(list(event, 'parentID'), value),
  MATCH_inputEPC: (event, value) => oneOf(list(event, 'inputEPCList'), value),
  MATCH_outputEPC: (event, value) => oneOf(list(event, 'outputEPCList'), value),
  MATCH_anyEPC: (event, value) =>
    oneOf(
      ['epcList', 'childEPCs', 'parentID', 'inputEPCList', 'outputEPCList'].flatMap((field) => list(event, field)),
      value,
    ),
  MATCH_epcClass: (event, value) => oneOf(classes(event, 'quantityList', 'childQuantityList'), value),
  MATCH_inputEPCClass: (event, value) => oneOf(classes(event, 'inputQuantityList'), value),
  MATCH_outputEPCClass: (event, value) => oneOf(classes(event, 'outputQuantityList'), value),
  MATCH_anyEPCClass: (event, value) =>
    oneOf(classes(event, 'quantityList', 'childQuantityList', 'inputQuantityList', 'outputQuantityList'), value),
  EQ_quantity: (event, value) => anyQuantity(event).some(({ quantity }) => oneOf([String(quantity)], value)),
  GT_quantity: (event, value) => anyQuantity(event).some(({ quantity = Number.NaN }) => quantity > Number(value)),
  LE_quantity: (event, value) => anyQuantity(event).some(({ quantity = Number.NaN }) => quantity <= Number(value)),
  GE_quantity_KGM: (event, value) => anyQuantity(event).some((each) => inGrams(each) >= Number(value) * 1000),
  LT_quantity_GRM: (event, value) => anyQuantity(event).some((each) => inGrams(each) < Number(value)),
  EXISTS_errorDeclaration: (event, value) => (declaration(event) !== undefined) === (value === 'true'),
  GE_errorDeclarationTime: (event, value) => Date.parse(declaration(event)?.declarationTime ?? '') >= Date.parse(value),
  EQ_errorReason: (event, value) => oneOf(texts(declaration(event)?.reason), value),
  EQ_correctiveEventID: (event, value) => oneOf(declaration(event)?.correctiveEventIDs ?? [], value),
  EXISTS_sensorElementList: (event, value) => (event.sensorElementList !== undefined) === (value === 'true'),
  EQ_type: (event, value) => reports(event).some(({ type }) => oneOf(texts(type), value)),
  EQ_stringValue: (event, value) => reports(event).some(({ stringValue }) => oneOf(texts(stringValue), value)),
  EQ_booleanValue: (event, value) => reports(event).some(({ booleanValue }) => String(booleanValue) === value),
  EQ_deviceID: (event, value) => reports(event).some(({ deviceID }) => oneOf(texts(deviceID), value)),
  GE_time: (event, value) => reports(event).some(({ time }) => Date.parse(String(time)) >= Date.parse(value)),
  GE_value_CEL: (event, value) => reports(event).some((report) => celsius(report, 'value') >= Number(value)),
  LT_maxValue_CEL: (event, value) => reports(event).some((report) => celsius(report, 'maxValue') < Number(value)),
  EQ_bizTransaction_po: (event, value) =>
    ((event.bizTransactionList as { type: string; bizTransaction: string }[] | undefined) ?? []).some(
      ({ type, bizTransaction }) => type === 'po' && oneOf([bizTransaction], value),
    ),
  EQ_source_owning_party: (event, value) =>
    ((event.sourceList as { type: string; source: string }[] | undefined) ?? []).some(
      ({ type, source }) => type === 'owning_party' && oneOf([source], value),
    ),
  EQ_persistentDisposition_set: (event, value) =>
    oneOf((event.persistentDisposition as { set?: string[] } | undefined)?.set ?? [], value),
  'EQ_ex:grade': (event, value) => oneOf(list(event, 'ex:grade'), value),
  'GE_ex:weight': (event, value) => list(event, 'ex:weight').some((weight) => Number(weight) >= Number(value)),
  'EXISTS_ex:grade': (event) => event['ex:grade'] !== undefined,
  'EQ_ILMD_ex:variety': (event, value) =>
    oneOf(texts((event.ilmd as Record<string, unknown> | undefined)?.['ex:variety']), value),
  'EQ_INNER_ex:code': (event, value) =>
    oneOf(texts((event['ex:box'] as Record<string, unknown> | undefined)?.['ex:code']), value),
  'EQ_SENSORREPORT_ex:probe': (event, value) =>
    reports(event).some((report) => oneOf(texts(report['ex:probe']), value)),
};
