/** Returns a PDF with one empty page, a comment and further objects. Its cross-reference is a table or a stream. */
export function samplePdf(
  comment = 'Oppdiktet.',
  crossReference: 'table' | 'stream' = 'table',
  further: readonly string[] = [],
): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    ...further,
  ];
  let text = `%PDF-1.7\n%${comment}\n`;
  const places = objects.map((object, index) => {
    const at = Buffer.byteLength(text);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = Buffer.byteLength(text);
  text += crossReference === 'table' ? table(places) : stream([...places, start]);
  return Buffer.from(`${text}startxref\n${start}\n%%EOF\n`);
}

function table(places: readonly number[]): string {
  const entries = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\n`;
}

/** Entries have one byte for the type and four for the offset, as hexadecimal digits. */
function stream(places: readonly number[]): string {
  const entries = ['0000000000', ...places.map((at) => `01${at.toString(16).padStart(8, '0')}`)].join('');
  return `${places.length} 0 obj\n<< /Type /XRef /Size ${places.length + 1} /W [1 4 0] /Root 1 0 R /Filter /ASCIIHexDecode /Length ${entries.length + 1} >>\nstream\n${entries}>\nendstream\nendobj\n`;
}
