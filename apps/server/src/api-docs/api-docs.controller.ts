import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { Permission, Problem } from '@tallgrunn/platform';
import { ApiDescription } from './api-description.ts';

const folder = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

const START = `window.addEventListener('load', () => window.SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#docs', validatorUrl: null, deepLinking: true, supportedSubmitMethods: [] }));\n`;

/** The files of the documentation page, by name. */
const assets: Readonly<Record<string, { readonly type: string; readonly text?: string }>> = {
  'swagger-ui.css': { type: 'text/css; charset=utf-8' },
  'swagger-ui-bundle.js': { type: 'text/javascript; charset=utf-8' },
  'start.js': { type: 'text/javascript; charset=utf-8', text: START },
};

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Tallgrunn API</title>
    <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
    <link rel="stylesheet" href="/api/v1/docs/swagger-ui.css" />
    <script src="/api/v1/docs/swagger-ui-bundle.js"></script>
    <script src="/api/v1/docs/start.js"></script>
  </head>
  <body><main id="docs"></main></body>
</html>
`;

/**
 * The API description for contract managers and administrators of organisations. It is not public, so that the routes
 * are not disclosed.
 */
@ApiExcludeController()
@Controller()
export class ApiDocsController {
  constructor(private readonly description: ApiDescription) {}

  @Get('openapi.json')
  @Permission('api.describe')
  document(): OpenAPIObject {
    return this.description.document();
  }

  @Get('docs')
  @Permission('api.describe')
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(): string {
    return PAGE;
  }

  @Get('docs/:name')
  @Permission('api.describe')
  asset(@Param('name') name: string): StreamableFile {
    const asset = Object.hasOwn(assets, name) ? assets[name] : undefined;
    if (!asset) throw new Problem(404, 'not-found', { kind: 'page' });
    return asset.text === undefined
      ? new StreamableFile(createReadStream(path.join(folder, name)), { type: asset.type })
      : new StreamableFile(Buffer.from(asset.text), { type: asset.type });
  }
}
