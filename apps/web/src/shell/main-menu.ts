import { Component, ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive } from '@angular/router';
import { Session } from '@tallgrunn/api-client';
import { Icon, texts } from '@tallgrunn/design';
import { filter, map } from 'rxjs';
import { shellTexts } from '../texts/shell-texts.ts';
import { permittedPages, menuPagesFor } from './navigation.ts';
import { pageAt, pages } from './pages.ts';

/** Main menu: the pages a role uses most in a row, and behind a button all permitted pages by group. */
@Component({
  selector: 'tg-main-menu',
  imports: [Icon, RouterLink, RouterLinkActive],
  templateUrl: './main-menu.html',
  styleUrl: './main-menu.css',
  host: {
    '(document:keydown.escape)': 'close()',
    '(document:click)': 'leave($event.target)',
    '(focusout)': 'leave($event.relatedTarget)',
  },
})
export class MainMenu {
  protected readonly t = texts(shellTexts);
  protected readonly pages = pages;
  readonly #session = inject(Session);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly #router = inject(Router);
  readonly #url = toSignal(
    this.#router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => urlAfterRedirects),
      takeUntilDestroyed(),
    ),
    { initialValue: this.#router.url },
  );
  protected readonly open = signal(false);
  protected readonly opener = viewChild<ElementRef<HTMLElement>>('opener');
  protected readonly panel = viewChild<ElementRef<HTMLElement>>('panel');
  protected readonly places = computed(() => menuPagesFor(this.#session.role()));
  protected readonly all = computed(() => permittedPages(this.#session.permissions()));
  protected readonly hasMore = computed(() =>
    this.all().some((each) => each.pages.some((name) => !this.places().includes(name))),
  );
  protected readonly here = computed(() => pageAt(this.#url()));
  /** True when the current page is not among those in the row. */
  protected readonly elsewhere = computed(
    () => this.here() !== null && !this.places().some((name) => this.#url().startsWith(`/${pages[name].path}`)),
  );

  protected close(): void {
    if (!this.open()) return;
    this.open.set(false);
    this.opener()?.nativeElement.focus();
  }

  /**
   * Closes the menu when focus or a click goes elsewhere. Applies only to the overlay; in a narrow window the menu is
   * part of the page and stays open.
   */
  protected leave(to: EventTarget | null): void {
    const panel = this.panel()?.nativeElement;
    if (!this.open() || !panel || !(to instanceof Node) || this.#host.nativeElement.contains(to)) return;
    if (getComputedStyle(panel).position === 'absolute') this.open.set(false);
  }
}
