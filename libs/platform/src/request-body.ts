import { ApiExtension } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';

const EXTENSION = 'x-request-body';

/** What OpenAPI says a route takes, kind by kind, where it takes several that differ. (A shape of the handler's fields describes one kind only.) */
export const RequestBody = (content: Readonly<Record<string, { readonly schema: object }>>) =>
  ApiExtension(EXTENSION, { required: true, content });

/** Puts what routes declared with `RequestBody` where OpenAPI looks for it. */
export function placeRequestBodies(description: OpenAPIObject): OpenAPIObject {
  for (const path of Object.values(description.paths)) {
    for (const operation of Object.values(path) as Record<string, unknown>[]) {
      if (!operation[EXTENSION]) continue;
      operation['requestBody'] = operation[EXTENSION];
      delete operation[EXTENSION];
    }
  }
  return description;
}
