import type { DeadlinesService } from '../deadlines/index.ts';
import type { ProducersService } from '../producers/index.ts';

/** What supervision needs of the other elements. */
export interface SupervisionDependencies {
  producers: Pick<ProducersService, 'findProducer' | 'listProducers'>;
  deadlines: Pick<DeadlinesService, 'register' | 'startDeadline' | 'meetDeadline'>;
}
