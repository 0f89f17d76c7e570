import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import {
  agreementDeclarationsListMissing,
  agreementsShow,
  assignablePartiesList,
  casesOpen,
} from '@tallgrunn/api-client/calls';
import type { OpenCaseRequest } from '@tallgrunn/api-client/shapes';
import {
  ErrorSummary,
  Field,
  Loaded,
  PageHeader,
  ProblemMessages,
  fieldError,
  queryState,
  texts,
} from '@tallgrunn/design';
import type { FormError } from '@tallgrunn/design';
import { casesTexts } from '../texts/cases-texts.ts';
import { declarationRequest } from './declaration-request.ts';

const matters = [
  'late',
  'poor-data',
  'overcharging',
  'off-contract',
  'missing-declaration',
  'dispute',
  'other',
] as const;

/** Form to open a case. The URL may preset supplier, kind, agreement and report. */
@Component({
  selector: 'tg-new-case-page',
  imports: [ErrorSummary, Field, Loaded, PageHeader, RouterLink],
  templateUrl: './new-case-page.html',
})
export class NewCasePage {
  protected readonly t = texts(casesTexts);
  protected readonly supplier = queryState('supplier');
  protected readonly kind = queryState('kind');
  protected readonly agreement = queryState('agreement');
  protected readonly obligation = queryState('obligation');
  protected readonly version = queryState('version');
  protected readonly matters = matters;
  protected readonly parties = read(assignablePartiesList);
  readonly #agreement = read(agreementsShow, () => (this.agreement() ? { agreementId: this.agreement() } : undefined));
  protected readonly about = computed(() => (this.agreement() ? arrived(this.#agreement) : undefined));
  /** Suppliers of the agreement when the case is about one; otherwise all. */
  protected readonly suppliers = computed(() => {
    const members = this.about()?.suppliers.map(({ supplierId }) => supplierId);
    return (arrived(this.parties) ?? []).filter(
      ({ kind, id }) => kind === 'supplier' && (members?.includes(id) ?? true),
    );
  });
  /** The supplier of the address, or the only one of the agreement. */
  protected readonly chosen = computed(() => {
    const [only, ...others] = this.suppliers();
    return this.supplier() || (this.about() && only && others.length === 0 ? only.id : '');
  });
  readonly #missing = read(agreementDeclarationsListMissing, () =>
    this.kind() === 'missing-declaration' && this.agreement() && this.supplier()
      ? { agreementId: this.agreement(), supplierId: this.supplier() }
      : undefined,
  );
  /** The message about missing declarations, with the items; empty for other matters. */
  protected readonly draft = computed(() => {
    const missing = this.kind() === 'missing-declaration' ? arrived(this.#missing) : undefined;
    return missing ? declarationRequest(missing, this.about()?.title ?? '', this.t().fresh.missingDeclarations) : '';
  });
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly sending = signal(false);
  protected readonly faultAt = fieldError;
  readonly #router = inject(Router);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected async save(
    event: Event,
    given: { readonly supplier: string; readonly kind: string; readonly title: string; message: string; note: string },
  ): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    const { supplierMissing, textMissing } = this.t().fresh;
    const [message, note] = [given.message.trim(), given.note.trim()];
    this.faults.set([
      ...(given.supplier ? [] : [{ field: 'new-supplier', sentence: supplierMissing }]),
      ...(message || note ? [] : [{ field: 'new-message', sentence: textMissing }]),
    ]);
    if (this.faults().length > 0) return;
    this.sending.set(true);
    try {
      const { id } = await this.#send(casesOpen, { body: this.#bodyOf(given, message, note) });
      await this.#router.navigate(['/cases', id]);
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }

  #bodyOf(
    { supplier, kind, title }: { supplier: string; kind: string; title: string },
    message: string,
    note: string,
  ): OpenCaseRequest {
    return {
      kind: kind as OpenCaseRequest['kind'],
      supplierId: supplier,
      ...(this.agreement() && { agreementId: this.agreement() }),
      ...(title.trim() && { title: title.trim() }),
      ...(message && { message }),
      ...(note && { note }),
      subjects: [
        ...(this.obligation() ? [{ kind: 'obligation' as const, obligationId: this.obligation() }] : []),
        ...(this.version() ? [{ kind: 'report' as const, versionId: this.version() }] : []),
      ],
    };
  }
}
