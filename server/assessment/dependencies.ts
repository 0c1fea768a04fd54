import type { DivisionsService } from '../divisions/index.ts';
import type { TestingService } from '../testing/index.ts';

export interface AssessmentDependencies {
  testing: Pick<TestingService, 'publishedVerdicts' | 'listPublishedVerdicts'>;
  divisions: Pick<DivisionsService, 'nameOf'>;
}
