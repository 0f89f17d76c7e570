/** Returns a connection file for Power BI Desktop (.pbids 0.1), which opens connected to the feed. */
export function pbidsOf(url: string): string {
  return JSON.stringify({
    version: '0.1',
    connections: [{ details: { protocol: 'odata', address: { url } }, options: {}, mode: 'Import' }],
  });
}
