import type { DevicesService } from '../devices/index.ts';
import type { DivisionsService } from '../divisions/index.ts';
import type { FactSource } from '../facts/index.ts';
import type { ProducersService } from '../producers/index.ts';
import type { TestingService } from '../testing/index.ts';
import type { WarningsService } from '../warnings/index.ts';
import type { DivisionMap } from './map/schema.ts';

export interface AssessmentDependencies {
  testing: Pick<TestingService, 'publishedVerdicts' | 'listPublishedVerdicts'>;
  divisions: Pick<DivisionsService, 'nameOf' | 'list' | 'has' | 'get'>;
  producers: Pick<ProducersService, 'findProducer' | 'listProducers'>;
  openWarnings: WarningsService['openByDivision'];
  warnings: Pick<WarningsService, 'raise' | 'lastOf'>;
  deviceCounts: DevicesService['countByDivision'];
  /** Of the operator's own; `null`: the overview shows its schematic. */
  map: DivisionMap | null;
  /** What all elements tell for figures. */
  facts: readonly FactSource[];
}
