import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { read } from '@tallgrunn/api-client';
import { publishedTemplatesList } from '@tallgrunn/api-client/calls';
import type { PublishedTemplateHeadDto } from '@tallgrunn/api-client/shapes';
import { localText, type Terms } from '@tallgrunn/checks';
import { Empty, Loaded, PageHeader, TextLibrary, Wording, texts } from '@tallgrunn/design';
import { checkerTexts } from '../texts/checker/checker-texts.ts';

/** The published templates that anyone can check a file against. */
@Component({
  selector: 'tg-templates-page',
  imports: [Empty, Loaded, PageHeader, RouterLink],
  template: `
    <tg-page-header [heading]="t().list" [lead]="t().listLead" />
    <ng-container *tgLoaded="let templates; from: list; shape: 'rows'">
      @if (templates.length > 0) {
        <div class="frame" tabindex="0" role="region" [attr.aria-label]="t().listCaption">
          <table class="ds-table" data-color="neutral">
            <caption class="ds-sr-only">
              {{
                t().listCaption
              }}
            </caption>
            <thead>
              <tr>
                <th scope="col">{{ t().heads.title }}</th>
                <th scope="col">{{ t().heads.cooperative }}</th>
                <th scope="col">{{ t().heads.holdsFrom }}</th>
              </tr>
            </thead>
            <tbody>
              @for (template of templates; track template.slug) {
                <tr>
                  <th scope="row">
                    <a class="ds-link" [routerLink]="['/sjekk', template.slug]">{{ titleOf(template) }}</a>
                  </th>
                  <td>{{ template.cooperative }}</td>
                  <td>{{ wording.date(template.holdsFrom) }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      } @else {
        <tg-empty [heading]="t().noneTitle" [reason]="t().none" />
      }
    </ng-container>
  `,
  styles: `
    .frame {
      overflow-x: auto;
    }

    table {
      width: 100%;
    }

    tbody th {
      font-weight: 500;
    }
  `,
})
export class TemplatesPage {
  protected readonly t = texts(checkerTexts);
  protected readonly wording = inject(Wording);
  readonly #language = inject(TextLibrary).language;
  protected readonly list = read(publishedTemplatesList);

  protected titleOf({ title }: PublishedTemplateHeadDto): string {
    return localText(title as Terms['title'], this.#language());
  }
}
