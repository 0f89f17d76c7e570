import { Component, ElementRef, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { Icon } from '../icon/icon.ts';
import { designTexts } from '../texts/design-texts.ts';
import { texts } from '../texts/text-library.ts';
import { Wording } from '../texts/wording.ts';

/**
 * File selection by button, keyboard or drag and drop. The limits are displayed. A file that violates one is rejected
 * with a reason before it is sent.
 */
@Component({
  selector: 'tg-file-drop',
  imports: [Icon],
  templateUrl: './file-drop.html',
  styleUrl: './file-drop.css',
})
export class FileDrop {
  /** Accepted files as text: "Excel- eller CSV-filen". */
  readonly kinds = input.required<string>();
  /** Accepted extensions with dot: ['.xlsx', '.csv']. Empty accepts all. */
  readonly endings = input<readonly string[]>([]);
  readonly sizeBytesMax = input.required<number>();
  readonly multiple = input(false);
  /** Further limits as text: "2 000 000 rader, 500 kolonner". */
  readonly limits = input('');
  readonly taken = output<readonly File[]>();

  protected readonly t = texts(designTexts);
  protected readonly wording = inject(Wording);
  protected readonly over = signal(false);
  protected readonly refusals = signal<readonly string[]>([]);
  protected readonly accept = computed(() => this.endings().join(','));
  protected readonly picker = viewChild.required<ElementRef<HTMLInputElement>>('picker');

  protected choose(): void {
    this.picker().nativeElement.click();
  }

  protected chosen(event: Event): void {
    const picker = event.target as HTMLInputElement;
    this.#take([...(picker.files ?? [])]);
    picker.value = '';
  }

  protected hover(event: DragEvent, over: boolean): void {
    event.preventDefault();
    this.over.set(over);
  }

  protected dropped(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.#take([...(event.dataTransfer?.files ?? [])]);
  }

  #take(files: readonly File[]): void {
    if (files.length === 0) return;
    const refusals =
      files.length > 1 && !this.multiple() ? [this.t().onlyOne] : files.flatMap((file) => this.#refusal(file) ?? []);
    this.refusals.set(refusals);
    if (refusals.length === 0) this.taken.emit(files);
  }

  #refusal(file: File): string | null {
    const ending = file.name.toLowerCase().match(/\.[^.]+$/)?.[0] ?? '';
    if (this.endings().length > 0 && !this.endings().includes(ending))
      return this.t().wrongKind({ name: file.name, kinds: this.endings().join(', ') });
    if (file.size === 0) return this.t().emptyFile({ name: file.name });
    if (file.size <= this.sizeBytesMax()) return null;
    return this.t().tooLarge({
      name: file.name,
      size: this.wording.size(file.size),
      limit: this.wording.size(this.sizeBytesMax()),
    });
  }
}
