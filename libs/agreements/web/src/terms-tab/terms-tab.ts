import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, read } from '@tallgrunn/api-client';
import { termsShow } from '@tallgrunn/api-client/calls';
import type { AgreementView } from '@tallgrunn/api-client/shapes';
import type { Terms } from '@tallgrunn/checks';
import { Empty, Loaded, queryState, texts } from '@tallgrunn/design';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { PublishTerms } from './publish-terms.ts';
import { TermsWords } from './terms-words.ts';

/** What suppliers must report under the agreement, version by version, and the form for the next one. */
@Component({
  selector: 'tg-terms-tab',
  imports: [Empty, Loaded, PublishTerms, RouterLink, TermsWords],
  templateUrl: './terms-tab.html',
  styleUrl: './terms-tab.css',
})
export class TermsTab {
  readonly agreement = input.required<AgreementView>();
  readonly changed = output();
  protected readonly t = texts(agreementsTexts);
  protected readonly wanted = queryState('version');
  protected readonly mayWrite = computed(() => this.#session.permissions().has('agreement.write'));
  readonly #session = inject(Session);

  /** The version the address asks for, else the newest. */
  protected readonly version = computed(() => {
    const { termsVersions } = this.agreement();
    return termsVersions.find(({ version }) => String(version) === this.wanted()) ?? termsVersions[0] ?? null;
  });
  protected readonly document = read(termsShow, () => {
    const version = this.version()?.version;
    return version === undefined ? undefined : { agreementId: this.agreement().id, version };
  });

  protected asTerms(document: object): Terms {
    return document as Terms;
  }

  /** The version on the screen, to begin the next one from. */
  protected readonly latest = computed(() => (this.document.hasValue() ? this.asTerms(this.document.value()) : null));

  protected published(): void {
    this.wanted.set('');
    this.changed.emit();
  }
}
