import type { Route } from '../http/route.ts';
import { peopleRoutes } from './people/routes.ts';
import { savedViewRoutes } from './saved-views/routes.ts';
import { secondFactorRoutes } from './second-factor/routes.ts';
import { securityEventRoutes } from './security-events/routes.ts';
import type { IdentityService } from './service.ts';
import { sessionRoutes } from './sessions/routes.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { singleSignOnRoutes } from './single-sign-on/routes.ts';
import { apiTokenRoutes } from './tokens/routes.ts';
import { userRoutes } from './users/routes.ts';

export function identityRoutes(identity: IdentityService): Route[] {
  return [
    ...signInRoutes(identity),
    ...singleSignOnRoutes(identity.singleSignOn),
    ...sessionRoutes(identity),
    ...secondFactorRoutes(identity.secondFactor),
    ...apiTokenRoutes(identity.tokens),
    ...savedViewRoutes(identity.savedViews),
    ...peopleRoutes(identity.people),
    ...userRoutes(identity.users),
    ...securityEventRoutes(identity.events),
  ];
}
