import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { buildOpenApi } from '../build-openapi.ts';

/** The OpenAPI description of one application, built on first use. */
export class ApiDescription {
  #app: INestApplication | undefined;
  #document: OpenAPIObject | undefined;

  /** Sets the application to describe. */
  of(app: INestApplication): void {
    this.#app = app;
  }

  /** Returns the description. @throws Error before `of` was called */
  document(): OpenAPIObject {
    if (!this.#app) throw new Error('No application has been named to describe.');
    return (this.#document ??= buildOpenApi(this.#app));
  }
}
