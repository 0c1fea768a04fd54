import type { DeadlinesService } from '../../deadlines/index.ts';
import type { Caller } from '../../identity/caller.ts';
import type { CertificateDependencies } from '../certificates/dependencies.ts';
import type { CertificatesService } from '../certificates/service.ts';

/** What applications need of the other elements. */
export interface ApplicationDependencies
  extends Pick<CertificateDependencies, 'producers' | 'standards' | 'nextNumber'> {
  deadlines: Pick<DeadlinesService, 'register' | 'startDeadline' | 'meetDeadline' | 'voidAll'>;
  certificates: Pick<CertificatesService, 'create' | 'ofProducer'>;
  /** @throws NotFound for what the caller may not see */
  attachment(caller: Caller, id: string): Promise<{ resource: string; record: string; state: string }>;
}
