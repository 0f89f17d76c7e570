import { Component, input } from '@angular/core';
import type { PublicationDto } from '@tallgrunn/api-client/shapes';
import { StatusTag, texts } from '@tallgrunn/design';
import { publishedTexts } from '../texts/published-texts.ts';

/** Case number, persons and date of a publication, and whether it is in force or which case has replaced it. */
@Component({
  selector: 'tg-publication-note',
  imports: [StatusTag],
  template: `
    {{
      t().list.note({
        caseNumber: publication().caseNumber,
        by: publication().by ?? t().list.somebody,
        approvedBy: publication().approvedBy ?? (publication().hasApprover ? t().list.somebody : ''),
        at: publication().at,
      })
    }}
    @if (publication().supersededBy; as later) {
      <tg-status tone="quiet">{{ t().list.superseded({ caseNumber: later }) }}</tg-status>
    } @else {
      <tg-status tone="good">{{ t().list.holds }}</tg-status>
    }
  `,
})
export class PublicationNote {
  readonly publication = input.required<PublicationDto>();
  protected readonly t = texts(publishedTexts);
}
