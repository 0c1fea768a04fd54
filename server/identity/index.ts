export { type Authenticate, createAuthenticate } from './authenticate.ts';
export type { Caller } from './caller.ts';
export { identityModels } from './model.ts';
export type { Role } from './roles.ts';
export { identityRoutes } from './routes.ts';
export { createIdentityService, type IdentityService } from './service.ts';
export { tokenOf } from './session-cookie.ts';
export type { SingleSignOnSettings } from './single-sign-on/provider.ts';
