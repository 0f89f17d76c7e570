import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { describeApi } from '../describe-api.ts';

/** The API's description of one application, made when it is first asked for. */
export class ApiDescription {
  #app: INestApplication | undefined;
  #document: OpenAPIObject | undefined;

  /** Names the application whose routes are described. */
  of(app: INestApplication): void {
    this.#app = app;
  }

  /** @throws Error before the application has been named */
  document(): OpenAPIObject {
    if (!this.#app) throw new Error('No application has been named to describe.');
    return (this.#document ??= describeApi(this.#app));
  }
}
