import type { FilesFollow, KeepPhotos } from '../attachments/index.ts';
import type { Work } from '../database/transaction.ts';
import type { DeadlinesService } from '../deadlines/index.ts';
import type { NewClue } from '../enforcement/index.ts';
import type { ProducersService } from '../producers/index.ts';
import type { WarningsService } from '../warnings/index.ts';

/** What supervision needs of the other elements. */
export interface SupervisionDependencies {
  producers: Pick<ProducersService, 'findProducer' | 'listProducers'>;
  deadlines: Pick<DeadlinesService, 'register' | 'startDeadline' | 'meetDeadline' | 'handOver' | 'ofRecords'>;
  warnings: Pick<WarningsService, 'raise'>;
  /** A cause of a case, in its own transaction. */
  openClue(work: Work, clue: NewClue): Promise<void>;
  findBatch(code: string): Promise<{ divisionCode: string; producerId: string } | null>;
  /** Reads photographs of a complaint, to be kept with it. */
  takePhotos(photos: readonly Buffer[]): Promise<KeepPhotos>;
  filesFollow: FilesFollow;
  /** How much more likely its grade has a producer drawn. */
  drawFactors(producerIds: readonly string[]): Promise<(producerId: string) => number>;
  isDivision(code: string): boolean;
  divisionName(code: string): string;
  cityCode: string;
}
