import type { INestApplication, Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { KEY_SCOPES, scopeGrantsPermission, PERMISSION, type KeyScope, type RouteAccess } from '@tallgrunn/platform';

export interface DeclaredRoute {
  readonly handler: string;
  readonly access: RouteAccess | undefined;
  /** The API key scopes that may call the route; none by default. */
  readonly scopes: readonly KeyScope[];
}

/** Returns all routes of all rooms with their access requirements. */
export function declaredRoutes(app: INestApplication): DeclaredRoute[] {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  return app
    .get(DiscoveryService)
    .getControllers()
    .flatMap(({ metatype }) => {
      const controller = metatype as Type;
      return scanner.getAllMethodNames(controller.prototype).flatMap((name) => {
        const handler = controller.prototype[name];
        if (Reflect.getMetadata(PATH_METADATA, handler) === undefined) return [];
        return [
          {
            handler: `${controller.name}.${name}`,
            access: reflector.getAllAndOverride<RouteAccess | undefined>(PERMISSION, [handler, controller]),
            scopes:
              reflector.getAllAndOverride<readonly KeyScope[] | undefined>(KEY_SCOPES, [handler, controller]) ?? [],
          },
        ];
      });
    });
}

/**
 * Stops the start of a server with a route that declares no permission, or that names a scope which does not grant it.
 * @throws Error
 */
export function requirePermissions(app: INestApplication): void {
  const routes = declaredRoutes(app);
  const bare = routes.filter(({ access }) => access === undefined);
  if (bare.length > 0)
    throw new Error(`These routes declare no permission: ${bare.map(({ handler }) => handler).join(', ')}`);
  const shut = routes.filter(({ access, scopes }) =>
    scopes.some((scope) => access?.kind !== 'permission' || !scopeGrantsPermission(scope, access.name)),
  );
  if (shut.length > 0)
    throw new Error(`These routes name scopes that do not open them: ${shut.map(({ handler }) => handler).join(', ')}`);
}
