/** A node of the parser's tree, such as `{ RangeVar: { schemaname, relname } }`. */
export type Node = { [key: string]: unknown };

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Visits every keyed object of the tree, with its key. */
export function walk(value: unknown, visit: (kind: string, node: Node) => void): void {
  if (Array.isArray(value)) value.forEach((each) => walk(each, visit));
  if (!isNode(value)) return;
  for (const [kind, inner] of Object.entries(value)) {
    if (isNode(inner)) visit(kind, inner);
    walk(inner, visit);
  }
}

/** Returns the texts of a list of String nodes: a qualified name, or a list of columns. */
export function textsOf(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list.map((each) => ((each as Node)['String'] as Node | undefined)?.['sval']).map((text) => String(text ?? ''));
}

/** Returns every node of one kind below a tree. */
export function nodesOf(tree: unknown, kind: string): Node[] {
  const found: Node[] = [];
  walk(tree, (name, node) => name === kind && found.push(node));
  return found;
}
