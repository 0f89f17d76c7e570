import { Component, input, output } from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import type { UnitDto } from '@tallgrunn/api-client/shapes';
import { texts } from '@tallgrunn/design';
import { OrgNumber } from '@tallgrunn/values';
import { partyTexts } from '../texts/party-texts.ts';
import type { SiteNode } from './build-tree.ts';
import { ValidityText } from './validity-text.ts';

/** Tree of sites as nested lists; nodes with children expand and collapse by key and click. */
@Component({
  selector: 'tg-site-branch',
  imports: [NgTemplateOutlet, ValidityText],
  templateUrl: './site-branch.html',
  styleUrl: './site-branch.css',
})
export class SiteBranch {
  readonly nodes = input.required<readonly SiteNode[]>();
  readonly mayWrite = input(false);
  readonly changed = output<UnitDto>();
  protected readonly t = texts(partyTexts);

  protected facts({ kind, orgNumber, costCentre, deliveryNames }: UnitDto): string {
    const t = this.t();
    return [
      kind === 'department' ? t.unitKinds.department : '',
      orgNumber ? OrgNumber.format(orgNumber) : '',
      costCentre ? `${t.costCentre} ${costCentre}` : '',
      deliveryNames.length > 0 ? t.alsoCalled({ names: deliveryNames.join(', ') }) : '',
    ]
      .filter((fact) => fact !== '')
      .join(' · ');
  }
}
