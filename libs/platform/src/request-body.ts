import { ApiExtension } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';

const EXTENSION = 'x-request-body';

/**
 * Declares the OpenAPI request body of a route per media type, for routes that accept several different ones. (A
 * parameter class would describe only one.)
 */
export const RequestBody = (content: Readonly<Record<string, { readonly schema: object }>>) =>
  ApiExtension(EXTENSION, { required: true, content });

/** Moves the bodies declared with `RequestBody` to `requestBody` in the OpenAPI document. */
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
