import type { INestApplication } from '@nestjs/common';
import { placeRequestBodies } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/**
 * Returns the OpenAPI description. Operation ids are the handlers' names, so that generated clients have readable
 * names.
 */
export function buildOpenApi(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Tallgrunn')
    .setDescription(
      'Itemised purchasing data and its climate footprint, checked against contract terms and merged with what was paid.',
    )
    .setVersion('1')
    .addCookieAuth(
      'tallgrunn',
      {
        type: 'apiKey',
        in: 'cookie',
        description:
          "A person who signed in. What changes something must also send the session's token as x-csrf-token.",
      },
      'cookie',
    )
    .addBearerAuth(
      {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'tg_…',
        description: `A machine key, made by an organisation\'s administrator, with scopes; at most ${limits.apiKey.callsPerMinuteMax} calls a minute. It works on the operations that name scopes in x-scopes, and on no other.`,
      },
      'apiKey',
    )
    .build();
  return placeRequestBodies(
    SwaggerModule.createDocument(app, about, {
      operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
    }),
  );
}
