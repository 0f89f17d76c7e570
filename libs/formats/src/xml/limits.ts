/** Resource limits for one XML document. They are counted while streaming, so that a hostile file is refused early. */
export interface XmlLimits {
  readonly bytesMax: number;
  readonly depthMax: number;
  /** Number of direct children of the root, such as invoice lines. */
  readonly recordsMax: number;
  /** Number of elements inside one direct child of the root. */
  readonly nodesPerRecordMax: number;
  readonly textCharsMax: number;
}

export const xmlLimits: XmlLimits = {
  bytesMax: 100 * 1024 * 1024,
  depthMax: 64,
  recordsMax: 100_000,
  nodesPerRecordMax: 50_000,
  textCharsMax: 1024 * 1024,
};
