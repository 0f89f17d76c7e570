/**
 * Collects the paragraphs of a cell as displayed: consecutive spaces are collapsed unless they are encoded as elements.
 */
export class DisplayedText {
  private readonly charactersMax: number;
  private text = '';
  private paragraphs = 0;
  /** whether a further space would be collapsed into the previous one */
  private endsWithSpace = true;

  constructor(charactersMax: number) {
    this.charactersMax = charactersMax;
  }

  clear(): void {
    this.text = '';
    this.paragraphs = 0;
  }

  openParagraph(): void {
    if (this.paragraphs > 0) this.add('\n');
    this.paragraphs += 1;
    this.endsWithSpace = true;
  }

  take(piece: string): void {
    const run = piece.replace(/[ \t\r\n]+/g, ' ');
    const kept = this.endsWithSpace && run.startsWith(' ') ? run.slice(1) : run;
    if (run !== '') this.endsWithSpace = run.endsWith(' ');
    this.add(kept);
  }

  /** Adds the characters that an element represents: spaces, a tab, a line break. */
  addCharacters(character: string, count: number): void {
    this.endsWithSpace = false;
    this.add(character.repeat(Math.min(count, this.charactersMax)));
  }

  /** One character over the limit is stored, so that the limit check rejects the cell. */
  private add(piece: string): void {
    if (this.text.length <= this.charactersMax) this.text = (this.text + piece).slice(0, this.charactersMax + 1);
  }

  get value(): string {
    return this.text;
  }
}
