import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { read } from '@tallgrunn/api-client';
import { complianceListOverrides } from '@tallgrunn/api-client/calls';
import { titleOf } from '@tallgrunn/checks';
import { Empty, Loaded, PageHeader, StatusTag, TextLibrary, Wording, texts } from '@tallgrunn/design';
import { reportingTexts } from '../texts/reporting-texts.ts';

/** Checks by how often suppliers say of what they find that it is not an error: those that are often wrong weigh too much, or are set too narrow. */
@Component({
  selector: 'tg-overrides-page',
  imports: [Empty, Loaded, PageHeader, RouterLink, StatusTag],
  templateUrl: './overrides-page.html',
})
export class OverridesPage {
  protected readonly t = texts(reportingTexts);
  protected readonly wording = inject(Wording);
  protected readonly rows = read(complianceListOverrides);
  readonly #language = inject(TextLibrary).language;

  protected titleOf(code: string): string {
    return titleOf(code, this.#language());
  }
}
