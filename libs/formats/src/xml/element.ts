/** One XML element by local name. Prefixes differ between senders and have no meaning. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  /** Text of the element itself, trimmed when it closes. Empty for skipped binary content. */
  text: string;
  /** Number of characters of text; for a skipped text, the number of base64 characters without padding. */
  textLength: number;
  /** Line in the file where the element starts, from 1. */
  readonly line: number;
}

export function child(parent: Element | undefined, ...path: string[]): Element | undefined {
  return path.reduce<Element | undefined>((at, name) => at?.children.find((c) => c.name === name), parent);
}

export function childrenOf(parent: Element | undefined, name: string): Element[] {
  return parent?.children.filter((c) => c.name === name) ?? [];
}

/** Returns the trimmed text at a path; null when the element is missing or empty. */
export function textAt(parent: Element | undefined, ...path: string[]): string | null {
  return child(parent, ...path)?.text || null;
}

/** Returns an xs:date at a path as written, without its time zone. */
export function dateAt(parent: Element | undefined, ...path: string[]): string | null {
  return textAt(parent, ...path)?.replace(/^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})$/, '$1') ?? null;
}

export function attributeAt(element: Element | undefined, name: string): string | null {
  return element?.attributes[name]?.trim() || null;
}
