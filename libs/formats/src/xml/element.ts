/** One XML element, by local name: prefixes differ from sender to sender and mean nothing. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  /** Text of the element itself, trimmed when it closes. Empty for skipped binary content. */
  text: string;
  /** Characters of text; of a skipped text its base64 characters without padding. */
  textLength: number;
  /** 1-based line in the file where the element starts. */
  readonly line: number;
}

export function child(parent: Element | undefined, ...path: string[]): Element | undefined {
  return path.reduce<Element | undefined>((at, name) => at?.children.find((c) => c.name === name), parent);
}

export function childrenOf(parent: Element | undefined, name: string): Element[] {
  return parent?.children.filter((c) => c.name === name) ?? [];
}

/** Trimmed text at a path, null when the element is missing or empty. */
export function textAt(parent: Element | undefined, ...path: string[]): string | null {
  return child(parent, ...path)?.text || null;
}

/** An xs:date at a path: the day as the sender's calendar shows it, without the time zone it may carry. */
export function dateAt(parent: Element | undefined, ...path: string[]): string | null {
  return textAt(parent, ...path)?.replace(/^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})$/, '$1') ?? null;
}

export function attributeAt(element: Element | undefined, name: string): string | null {
  return element?.attributes[name]?.trim() || null;
}
