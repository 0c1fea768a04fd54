import type { Route } from '../http/route.ts';
import { complaintRoutes } from './complaints/routes.ts';
import { inspectionRoutes } from './inspections/routes.ts';
import { planRoutes } from './plans/routes.ts';
import type { SupervisionService } from './service.ts';

export function supervisionRoutes({ inspections, plans, complaints }: SupervisionService): Route[] {
  return [...planRoutes(plans), ...inspectionRoutes(inspections), ...complaintRoutes(complaints)];
}
