import { Component, ElementRef, computed, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { DOCUMENT } from '@angular/common';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { Session } from '@tallgrunn/api-client';
import { Icon, LanguageSwitch, PrintContext, TextLibrary, Wording } from '@tallgrunn/design';
import { OrganisationSwitch, RecentSignInDialog, accountTexts } from '@tallgrunn/identity-web';
import { osloDate } from '@tallgrunn/values';
import { filter, map, pairwise } from 'rxjs';
import { ErrorBanner } from '../error-banner.ts';
import { shellTexts } from '../texts/shell-texts.ts';
import { DemoBanner } from './demo-banner.ts';
import { MainMenu } from './main-menu.ts';
import { menuPagesFor } from './navigation.ts';

const pathOf = (url: string) => url.split(/[?#]/)[0];

/** Frame of every page: skip link, demo banner, active organisation, navigation, language, sign-out. */
@Component({
  selector: 'tg-shell',
  imports: [
    OrganisationSwitch,
    DemoBanner,
    Icon,
    LanguageSwitch,
    MainMenu,
    RecentSignInDialog,
    RouterLink,
    RouterOutlet,
  ],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
  host: { '(document:keydown.escape)': 'closeMenu()' },
})
export class Shell {
  protected readonly session = inject(Session);
  protected readonly trouble = inject(ErrorBanner);
  protected readonly menuOpen = signal(false);
  protected readonly places = computed(() => menuPagesFor(this.session.role()));
  protected readonly t = inject(TextLibrary).read(shellTexts);
  protected readonly account = inject(TextLibrary).read(accountTexts);
  readonly #router = inject(Router);
  readonly #document = inject(DOCUMENT);
  readonly #library = inject(TextLibrary);
  readonly #wording = inject(Wording);
  readonly #printed = inject(PrintContext);
  readonly #today = osloDate(new Date());
  readonly #who = computed(() => this.session.acting()?.organisation?.name ?? '');
  protected readonly main = viewChild<ElementRef<HTMLElement>>('main');
  readonly #arrivals = this.#router.events.pipe(
    filter((event) => event instanceof NavigationEnd),
    map((event) => event.urlAfterRedirects),
  );

  /** Text on every printed sheet: organisation and date. */
  protected readonly sheet = computed(() =>
    ['Tallgrunn', this.#who(), this.#wording.date(this.session.instance()?.asOf?.slice(0, 10) ?? this.#today)]
      .filter(Boolean)
      .join(' · '),
  );
  protected readonly going = this.#router.currentNavigation;
  #wasSignedIn = false;
  #heading: MutationObserver | undefined;

  protected readonly menuButton = viewChild<ElementRef<HTMLElement>>('menuButton');

  /** True after the first navigation; texts are not loaded before it. */
  protected readonly ready = toSignal(this.#arrivals.pipe(map(() => true)), { initialValue: false });

  constructor() {
    effect(() => this.#printed.who.set(this.#who()));
    effect(() => this.#document.documentElement.setAttribute('lang', this.#library.language()));
    this.#arrivals.pipe(pairwise()).subscribe(([from, to]) => {
      this.menuOpen.set(false);
      if (pathOf(from) !== pathOf(to)) this.#startReading();
    });
    effect(() => {
      const person = this.session.person();
      if (this.#wasSignedIn && !person) untracked(() => void this.#leaveClosedPage());
      this.#wasSignedIn = person !== null;
    });
  }

  protected skip(event: Event): void {
    event.preventDefault();
    this.main()?.nativeElement.focus();
  }

  protected closeMenu(): void {
    if (!this.menuOpen()) return;
    this.menuOpen.set(false);
    this.menuButton()?.nativeElement.focus();
  }

  protected async signOut(): Promise<void> {
    await this.#router.navigateByUrl('/sign-in');
    await this.session.signOut();
  }

  protected reload(): void {
    this.#document.location.reload();
  }

  /**
   * Moves focus to the heading of a new page, as for a new document. A heading that is still loading gets focus when it
   * appears.
   */
  #startReading(): void {
    setTimeout(() => {
      const main = this.main()?.nativeElement;
      if (!main) return;
      this.#heading?.disconnect();
      if (focusHeading(main)) return;
      main.focus({ preventScroll: true });
      this.#heading = new MutationObserver((_, observer) => {
        if (this.#document.activeElement !== main || focusHeading(main)) observer.disconnect();
      });
      this.#heading.observe(main, { childList: true, subtree: true });
    });
  }

  /** Reloads the address after the session has ended, so that sign-in is requested and then returns to the page. */
  async #leaveClosedPage(): Promise<void> {
    await this.#router.navigateByUrl(this.#router.url, { onSameUrlNavigation: 'reload' });
  }
}

function focusHeading(page: HTMLElement): boolean {
  const heading = page.querySelector<HTMLElement>('h1');
  heading?.focus({ preventScroll: true });
  return heading !== null;
}
