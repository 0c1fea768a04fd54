// Writes the console's types from the OpenAPI document. Run it after changing a schema or a route: npm run api:types
import { writeFileSync } from 'node:fs';
import { apiTypes, apiTypesFile } from './api-types-of.ts';

writeFileSync(apiTypesFile, await apiTypes());
