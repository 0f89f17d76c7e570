import { Directive, TemplateRef, ViewContainerRef, effect, inject, input, untracked } from '@angular/core';
import type { EmbeddedViewRef, Resource } from '@angular/core';
import { problemOf } from '@tallgrunn/api-client';
import { PageHeader } from '../page-header/page-header.ts';
import { Denied } from './denied.ts';
import { Failed } from './failed.ts';
import { Missing } from './missing.ts';
import { Skeleton } from './skeleton.ts';
import type { SkeletonShape } from './skeleton.ts';

export interface LoadedContext<T> {
  $implicit: T;
}

/** A resource that can be reloaded. */
export type Reloadable<T> = Resource<T> & { reload(): boolean };

/**
 * Shows content when its resource is loaded, and the matching page state before that: `<section *tgLoaded="let obligations
 * from list; shape: 'cards'">`. A reload keeps the old content visible. A page whose name is part of the content also
 * provides a `title` for the error states.
 */
@Directive({ selector: '[tgLoaded]' })
export class Loaded<T> {
  readonly from = input.required<Reloadable<T | undefined>>({ alias: 'tgLoadedFrom' });
  readonly shape = input<SkeletonShape>('rows', { alias: 'tgLoadedShape' });
  /** Page name for the error states; empty when the page header is outside this section. */
  readonly title = input('', { alias: 'tgLoadedTitle' });
  readonly #template = inject<TemplateRef<LoadedContext<T>>>(TemplateRef);
  readonly #place = inject(ViewContainerRef);
  #shown: EmbeddedViewRef<LoadedContext<T>> | null = null;

  constructor() {
    effect(() => this.#render());
  }

  static ngTemplateContextGuard<T>(_directive: Loaded<T>, _context: unknown): _context is LoadedContext<T> {
    return true;
  }

  #render(): void {
    const resource = this.from();
    const error = resource.error();
    const value = error === undefined ? resource.value() : undefined;
    const shape = this.shape();
    untracked(() => {
      if (value !== undefined) this.#content(value);
      else if (error !== undefined) this.#trouble(error, resource);
      else this.#waiting(shape);
    });
  }

  #content(value: T): void {
    if (this.#shown) {
      this.#shown.context.$implicit = value;
      this.#shown.markForCheck();
      return;
    }
    this.#clear();
    this.#shown = this.#place.createEmbeddedView(this.#template, { $implicit: value });
  }

  #trouble(error: Error, resource: Reloadable<T | undefined>): void {
    this.#clear();
    if (this.title()) this.#place.createComponent(PageHeader).setInput('heading', this.title());
    const { status } = problemOf(error);
    if (status === 403 || status === 404) {
      this.#place.createComponent<Denied | Missing>(status === 403 ? Denied : Missing);
      return;
    }
    const failed = this.#place.createComponent(Failed);
    failed.setInput('error', error);
    failed.instance.retry.subscribe(() => resource.reload());
  }

  #waiting(shape: SkeletonShape): void {
    this.#clear();
    this.#place.createComponent(Skeleton).setInput('shape', shape);
  }

  #clear(): void {
    this.#place.clear();
    this.#shown = null;
  }
}
