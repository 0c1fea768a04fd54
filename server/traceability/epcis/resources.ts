import { InvalidInput, NotFound } from '../../errors.ts';
import type { Caller } from '../../identity/caller.ts';
import type { OwnNames } from '../rules/epcis/own-event.ts';
import { bareValue, canonicalValue, type Vocabulary } from '../rules/epcis/vocabulary.ts';
import { batchCodeOf, canonicalIdentifier, type OwnBatchOf } from '../rules/gs1/identifier.ts';
import type { EpcisQuery } from './query.ts';

interface Resource {
  /** The facets whose values the collection shows. */
  facets: readonly string[];
  /** The parameter that the path takes the place of. */
  parameters: readonly string[];
  vocabulary?: Vocabulary;
}

/** The collections of the REST binding that tell which values there are. */
export const discovery = {
  eventTypes: { facets: ['eventType'], parameters: ['eventType'] },
  epcs: { facets: ['anyEPC', 'anyEPCClass'], parameters: ['MATCH_anyEPC', 'MATCH_anyEPCClass'] },
  bizSteps: { facets: ['bizStep'], parameters: ['EQ_bizStep'], vocabulary: 'bizStep' },
  bizLocations: { facets: ['bizLocation'], parameters: ['EQ_bizLocation'] },
  readPoints: { facets: ['readPoint'], parameters: ['EQ_readPoint'] },
  dispositions: { facets: ['disposition'], parameters: ['EQ_disposition'], vocabulary: 'disposition' },
} as const satisfies Record<string, Resource>;

export type Discovery = keyof typeof discovery;

export const topLevelResources = [...Object.keys(discovery), 'events', 'capture', 'queries'].sort();

interface Page {
  perPage: number;
  nextPageToken?: string | undefined;
}

export function createResources(query: EpcisQuery, { names, ownBatchOf }: { names: OwnNames; ownBatchOf: OwnBatchOf }) {
  const shown = (resource: Resource, value: string) => {
    if (resource.vocabulary) return bareValue(resource.vocabulary, value);
    const code = batchCodeOf(value);
    return code === undefined ? value : names.batch(code);
  };
  const stored = ({ vocabulary, facets }: Resource, value: string) => {
    if (vocabulary) return canonicalValue(vocabulary, value);
    return facets.includes('eventType') ? value : canonicalIdentifier(value, ownBatchOf);
  };

  return {
    /** The values of a collection within the caller's reach, page by page in their order. */
    async values(caller: Caller, name: Discovery, { perPage, nextPageToken }: Page) {
      const resource: Resource = discovery[name];
      const all = await query.valuesOf(caller, resource.facets);
      const after = nextPageToken === undefined ? undefined : Buffer.from(nextPageToken, 'base64url').toString();
      const rest = after === undefined ? all : all.filter((value) => value > after);
      const page = rest.slice(0, perPage);
      const last = rest.length > perPage ? page.at(-1) : undefined;
      return {
        member: page.map((value) => shown(resource, value)),
        ...(last !== undefined && { next: Buffer.from(last).toString('base64url') }),
      };
    },

    /** @throws NotFound when no event within the caller's reach has the value */
    async requireValue(caller: Caller, name: Discovery, value: string): Promise<void> {
      const resource: Resource = discovery[name];
      const wanted = stored(resource, value);
      const page = await query.page(caller, { parameters: pathFilter(resource, wanted), prefixes: {}, perPage: 1 });
      if (page.events.length === 0) throw new NotFound(`No event has that value: ${value}`);
    },

    /** The parameters of a query below a value. @throws InvalidInput when they ask for what the path has fixed */
    filterBelow(name: Discovery, value: string, given: Readonly<Record<string, string>>) {
      const resource: Resource = discovery[name];
      const doubled = resource.parameters.find((parameter) => Object.hasOwn(given, parameter));
      if (doubled) throw InvalidInput.field(`/query/${doubled}`, 'is fixed by the path');
      return { ...given, ...pathFilter(resource, stored(resource, value)) };
    },
  };

  function pathFilter({ parameters }: Resource, value: string): Record<string, string> {
    return { [parameters.length > 1 ? 'MATCH_anything' : (parameters[0] ?? '')]: value };
  }
}

export type EpcisResources = ReturnType<typeof createResources>;
