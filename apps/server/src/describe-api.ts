import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The API in OpenAPI terms; operation ids are the handlers' names, so that generated clients read well. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Tallgrunn')
    .setDescription('Itemised purchasing data and its climate footprint, checked against contract terms and merged with what was paid.')
    .setVersion('1')
    .addCookieAuth('tallgrunn')
    .build();
  return SwaggerModule.createDocument(app, about, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
}
