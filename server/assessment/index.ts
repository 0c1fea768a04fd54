export { assessmentRoutes } from './routes.ts';
export { type AssessmentService, createAssessmentService } from './service.ts';
