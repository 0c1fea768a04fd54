import type { Route } from '../http/route.ts';
import { inspectionRoutes } from './inspections/routes.ts';
import { planRoutes } from './plans/routes.ts';
import type { SupervisionService } from './service.ts';

export function supervisionRoutes({ inspections, plans }: SupervisionService): Route[] {
  return [...planRoutes(plans), ...inspectionRoutes(inspections)];
}
