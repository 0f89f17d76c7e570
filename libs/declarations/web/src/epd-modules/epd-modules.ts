import { Component, inject, input } from '@angular/core';
import type { EpdModuleDto } from '@tallgrunn/api-client/shapes';
import { Wording, texts } from '@tallgrunn/design';
import { declarationTexts } from '../texts/declaration-texts.ts';

/**
 * Table of every climate figure in an EPD, by module and scenario. An undeclared figure is shown as not declared, never
 * as zero.
 */
@Component({
  selector: 'tg-epd-modules',
  templateUrl: './epd-modules.html',
  styleUrl: './epd-modules.css',
})
export class EpdModules {
  readonly modules = input.required<readonly EpdModuleDto[]>();
  protected readonly t = texts(declarationTexts);
  readonly #wording = inject(Wording);

  protected indicatorOf({ indicator }: EpdModuleDto): string {
    return this.t().page.modules.indicators[
      indicator as keyof ReturnType<typeof this.t>['page']['modules']['indicators']
    ];
  }

  protected valueOf({ value }: EpdModuleDto): string {
    return value === null ? this.t().page.modules.missing : this.#wording.quantity(value);
  }
}
