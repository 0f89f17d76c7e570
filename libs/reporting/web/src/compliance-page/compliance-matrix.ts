import { Component, ElementRef, afterRenderEffect, computed, inject, input, viewChildren } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@tallgrunn/api-client';
import type { ComplianceCellDto, ComplianceRowDto } from '@tallgrunn/api-client/shapes';
import { Icon, Wording, texts } from '@tallgrunn/design';
import { obligationName } from '../obligation/obligation-name.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { matrixTables } from './matrix-tables.ts';
import { moveInTable } from './move-in-table.ts';
import { stateIcons } from './state-icons.ts';

/** Suppliers by periods. Every cell shows its status as icon and text, and links to the report. */
@Component({
  selector: 'tg-compliance-matrix',
  imports: [Icon, RouterLink],
  templateUrl: './compliance-matrix.html',
  styleUrl: './compliance-matrix.css',
})
export class ComplianceMatrix {
  readonly rows = input.required<readonly ComplianceRowDto[]>();
  /** Heading level of the agreements. */
  readonly level = input(2);
  protected readonly t = texts(reportingTexts);
  protected readonly wording = inject(Wording);
  protected readonly name = obligationName();
  protected readonly icons = stateIcons;
  readonly #session = inject(Session);
  protected readonly mayFollowUp = computed(() => this.#session.permissions().has('party.read'));
  protected readonly move = moveInTable;
  protected readonly tables = computed(() => matrixTables(this.rows()));
  protected readonly frames = viewChildren<ElementRef<HTMLElement>>('frame');

  constructor() {
    // scroll to the latest periods
    afterRenderEffect(() =>
      this.frames().forEach(({ nativeElement }) => (nativeElement.scrollLeft = nativeElement.scrollWidth)),
    );
  }

  protected linkOf({ id, version }: ComplianceCellDto): readonly string[] {
    return version ? ['/reports/versions', version.id] : ['/reports', id];
  }
}
