import { Reflector } from '@nestjs/core';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import type { Type } from '@nestjs/common';
import { ON_DOMAIN_EVENT, type EventSubscription } from './domain-events.ts';
import { JOB, type JobDeclaration } from './jobs.ts';
import { DeliverMail } from './mail/deliver-mail.ts';
import type { DeclaredWork } from './migrate.ts';
import type { Room } from './room.ts';

const reflector = new Reflector();

/**
 * Returns the platform's mail job, and the jobs and event subscriptions of the rooms. They are read from the providers
 * of the rooms' modules and imported modules, without starting anything.
 */
export function collectDeclarations(rooms: readonly Room[]): DeclaredWork[] {
  const modules = new Set<Type>();
  for (const room of rooms) addImportedModules(room.module, modules);
  return [...new Set([DeliverMail, ...[...modules].flatMap(providersOf)])].flatMap(declarationsOf);
}

/** A room may divide itself into several modules. */
function addImportedModules(module: Type, modules: Set<Type>): void {
  if (modules.has(module)) return;
  modules.add(module);
  const imported: unknown[] = Reflect.getMetadata(MODULE_METADATA.IMPORTS, module) ?? [];
  for (const each of imported) if (typeof each === 'function') addImportedModules(each as Type, modules);
}

/** Returns the declaration of a class: none, a job, or an event subscription, whose queue is named after the class. */
export function declarationsOf(type: Type): DeclaredWork[] {
  const job = reflector.get<JobDeclaration | undefined>(JOB, type);
  const subscription = reflector.get<EventSubscription | undefined>(ON_DOMAIN_EVENT, type);
  if (job) return [{ ...job, factNames: [] }];
  return subscription
    ? [
        {
          name: `on-fact.${type.name}`,
          lane: subscription.lane,
          waiting: subscription.waiting ?? 'all',
          yieldsSeconds: subscription.yieldsSeconds,
          factNames: subscription.names,
        },
      ]
    : [];
}

function providersOf(module: Type): Type[] {
  const providers: unknown[] = Reflect.getMetadata(MODULE_METADATA.PROVIDERS, module) ?? [];
  return providers
    .map((provider) => (typeof provider === 'function' ? provider : (provider as { useClass?: unknown }).useClass))
    .filter((type): type is Type => typeof type === 'function');
}
