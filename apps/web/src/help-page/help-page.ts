import { Component } from '@angular/core';
import { PageHeader, texts } from '@tallgrunn/design';
import { shellTexts } from '../texts/shell-texts.ts';

@Component({
  selector: 'tg-help-page',
  imports: [PageHeader],
  template: `
    <div class="tg-text tg-stack">
      <tg-page-header [heading]="t().helpPage.title" [lead]="t().helpPage.lead" />
      @for (topic of topics; track topic) {
        <section>
          <h2 class="ds-heading" data-size="xs">{{ t().helpPage[heads[topic]] }}</h2>
          <p>{{ t().helpPage[topic] }}</p>
        </section>
      }
    </div>
  `,
})
export class HelpPage {
  protected readonly t = texts(shellTexts);
  protected readonly topics = ['menu', 'supplier', 'manager', 'buyer', 'auditor', 'keyboard', 'accessibility'] as const;
  protected readonly heads = {
    menu: 'menuTitle',
    supplier: 'supplierTitle',
    manager: 'managerTitle',
    buyer: 'buyerTitle',
    auditor: 'auditorTitle',
    keyboard: 'keyboardTitle',
    accessibility: 'accessibilityTitle',
  } as const;
}
