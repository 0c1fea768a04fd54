/** An event as EPCIS 2.0 writes it in JSON; only the fields that rules read are named. */
export interface EpcisEvent {
  type: string;
  eventTime: string;
  eventTimeZoneOffset: string;
  eventID?: string;
  recordTime?: string;
  action?: 'ADD' | 'OBSERVE' | 'DELETE';
  bizStep?: string;
  disposition?: string;
  persistentDisposition?: { set?: string[]; unset?: string[] };
  readPoint?: { id: string };
  bizLocation?: { id: string };
  epcList?: string[];
  childEPCs?: string[];
  parentID?: string;
  inputEPCList?: string[];
  outputEPCList?: string[];
  quantityList?: QuantityElement[];
  childQuantityList?: QuantityElement[];
  inputQuantityList?: QuantityElement[];
  outputQuantityList?: QuantityElement[];
  transformationID?: string;
  bizTransactionList?: { type?: string; bizTransaction: string }[];
  sourceList?: { type: string; source: string }[];
  destinationList?: { type: string; destination: string }[];
  sensorElementList?: SensorElement[];
  ilmd?: Record<string, unknown>;
  errorDeclaration?: ErrorDeclaration;
  certificationInfo?: string | string[];
  [field: string]: unknown;
}

export interface QuantityElement {
  epcClass: string;
  quantity?: number;
  /** UNECE Recommendation 20. */
  uom?: string;
}

export interface SensorElement {
  sensorMetadata?: Record<string, unknown>;
  sensorReport: Record<string, unknown>[];
  [field: string]: unknown;
}

export interface ErrorDeclaration {
  declarationTime: string;
  reason?: string;
  correctiveEventIDs?: string[];
  [field: string]: unknown;
}

/** Is this the standard's own name of a field, or one of an extension? */
export function isExtension(field: string): boolean {
  return field.includes(':');
}
