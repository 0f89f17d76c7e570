import { RequestMethod, type INestApplication, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { KEY_SCOPES, PERMISSION, type KeyScope, type RouteAccess } from '@tallgrunn/platform';

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

/**
 * Returns every route of the running server, such as 'GET /agreements/:agreementId', from its router. Handlers of every
 * method are middleware and excluded.
 */
export function routesOf(app: INestApplication): string[] {
  const { router } = app.getHttpAdapter().getInstance() as { router: { stack: readonly Layer[] } };
  return router.stack
    .flatMap(({ route }) => {
      const methods = Object.keys(route?.methods ?? {});
      return route && methods.length === 1 ? [`${methods[0]?.toUpperCase()} ${route.path}`] : [];
    })
    .sort();
}

const joined = (...parts: string[]) =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;

/** Returns the metadata that each controller route declares under a key, by the router's name of the route. */
export function declaredOf<T>(app: INestApplication, metadata: string): Map<string, T> {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  const found = new Map<string, T>();
  for (const { metatype } of app.get(DiscoveryService).getControllers()) {
    const controller = metatype as Type;
    for (const name of scanner.getAllMethodNames(controller.prototype)) {
      const handler = controller.prototype[name];
      const path: string | undefined = Reflect.getMetadata(PATH_METADATA, handler);
      if (path === undefined) continue;
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler)] ?? '';
      found.set(
        `${method} ${joined(Reflect.getMetadata(PATH_METADATA, controller) ?? '', path)}`,
        reflector.getAllAndOverride<T>(metadata, [handler, controller]),
      );
    }
  }
  return found;
}

/** Returns the access requirement of each route. */
export const accessOf = (app: INestApplication) => declaredOf<RouteAccess>(app, PERMISSION);

/** Returns the API key scopes that may call each route. */
export const scopesOfRoutes = (app: INestApplication) => declaredOf<readonly KeyScope[] | undefined>(app, KEY_SCOPES);
