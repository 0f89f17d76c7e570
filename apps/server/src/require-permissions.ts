import type { INestApplication, Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { PERMISSION, type RouteAccess } from '@tallgrunn/platform';

export interface DeclaredRoute {
  readonly handler: string;
  readonly access: RouteAccess | undefined;
}

/** Every route of every room with what it asks of its caller. */
export function declaredRoutes(app: INestApplication): DeclaredRoute[] {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  return app.get(DiscoveryService).getControllers().flatMap(({ metatype }) => {
    const controller = metatype as Type;
    return scanner.getAllMethodNames(controller.prototype).flatMap((name) => {
      const handler = controller.prototype[name];
      if (Reflect.getMetadata(PATH_METADATA, handler) === undefined) return [];
      return [{ handler: `${controller.name}.${name}`, access: reflector.getAllAndOverride<RouteAccess | undefined>(PERMISSION, [handler, controller]) }];
    });
  });
}

/** A server with a route that declares no permission does not boot. */
export function requirePermissions(app: INestApplication): void {
  const bare = declaredRoutes(app).filter(({ access }) => access === undefined);
  if (bare.length > 0) throw new Error(`These routes declare no permission: ${bare.map(({ handler }) => handler).join(', ')}`);
}
