import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Session, problemOf, sender } from '@tallgrunn/api-client';
import { declarationsAttachment, declarationsFile, declarationsAddAttachment } from '@tallgrunn/api-client/calls';
import type { DeclarationEvidenceDto, DeclarationDto } from '@tallgrunn/api-client/shapes';
import { FileDrop, Icon, ProblemMessages, Progress, texts } from '@tallgrunn/design';
import { limits } from '@tallgrunn/values';
import { declarationTexts } from '../texts/declaration-texts.ts';

/** Submitted file and attachments of a declaration: downloads them and adds a PDF. */
@Component({
  selector: 'tg-attachments',
  imports: [FileDrop, Icon, Progress],
  templateUrl: './attachments.html',
})
export class Attachments {
  readonly declaration = input.required<DeclarationDto>();
  readonly changed = output();
  protected readonly t = texts(declarationTexts);
  readonly #messages = inject(ProblemMessages);
  readonly #send = sender();
  readonly #session = inject(Session);
  readonly #document = inject(DOCUMENT);
  protected readonly limits = limits.declaration;
  protected readonly mayAdd = computed(() => this.#session.permissions().has('declaration.submit'));
  protected readonly sending = signal(false);
  protected readonly trouble = signal('');

  protected async add([file]: readonly File[]): Promise<void> {
    if (!file || this.sending()) return;
    this.sending.set(true);
    await this.#trying(async () => {
      await this.#send(declarationsAddAttachment, { declarationId: this.declaration().id, body: { file } });
      this.changed.emit();
    });
    this.sending.set(false);
  }

  protected original(): Promise<void> {
    const { id, fileName } = this.declaration();
    return this.#trying(async () => this.#save(await this.#send(declarationsFile, { declarationId: id }), fileName));
  }

  protected open({ id, fileName }: DeclarationEvidenceDto): Promise<void> {
    return this.#trying(async () =>
      this.#save(
        await this.#send(declarationsAttachment, { declarationId: this.declaration().id, attachmentId: id }),
        fileName,
      ),
    );
  }

  async #trying(act: () => Promise<void>): Promise<void> {
    this.trouble.set('');
    try {
      await act();
    } catch (error) {
      this.trouble.set(this.#messages.sentence(problemOf(error)));
    }
  }

  #save(bytes: Blob, name: string): void {
    const link = this.#document.createElement('a');
    link.href = URL.createObjectURL(bytes);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}
