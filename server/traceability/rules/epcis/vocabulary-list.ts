/** Master data in the header of a document (EPCIS 2.0, 9.5; attributes of CBV 2.0, 9.2). */
export interface VocabularyList {
  type: string;
  vocabularyElementList: { id: string; attributes: { id: string; attribute: string }[] }[];
}

/** A thing by its identifier, and what is told of it. */
export interface Element {
  id: string;
  attributes: Readonly<Record<string, string>>;
}

const types = {
  lots: 'urn:epcglobal:epcis:vtype:EPCClass',
  places: 'urn:epcglobal:epcis:vtype:Location',
  parties: 'urn:epcglobal:epcis:vtype:Party',
} as const;

/** Each thing once; lists of nothing are left out. */
export function vocabularyList(told: Readonly<Record<keyof typeof types, readonly Element[]>>): VocabularyList[] {
  return (Object.keys(types) as (keyof typeof types)[]).flatMap((kind) => {
    const elements = new Map(told[kind].map((element) => [element.id, element.attributes]));
    if (elements.size === 0) return [];
    const vocabularyElementList = [...elements].map(([id, attributes]) => ({
      id,
      attributes: Object.entries(attributes).map(([name, attribute]) => ({ id: name, attribute })),
    }));
    return [{ type: types[kind], vocabularyElementList }];
  });
}
