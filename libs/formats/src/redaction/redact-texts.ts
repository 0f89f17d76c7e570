import { IDENTITY_MASK, maskNationalIds, withoutPersons } from '@tallgrunn/values';

/** Matches decimals, ids and dates. Their digits may pass a check by chance but are not personal numbers. */
const valuePattern =
  /^\s*(?:[+-]?\d*[.,]\d+(?:[eE][+-]?\d+)?|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d{2}-\d{2}(?:T[\d:.+Z-]*)?)\s*$/i;

/** Returns a text without personal data. Decimals, ids and dates are unchanged. */
export function redactText(text: string): string {
  return text.length < 5 || valuePattern.test(text) ? text : withoutPersons(text);
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name) return entities[name] ?? whole;
      const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function redactEscaped(text: string): string {
  const plain = unescaped(text);
  const redacted = redactText(plain);
  return redacted === plain ? text : escaped(redacted);
}

/** Matches a comment, a CDATA section, a tag with its attributes, or the text between two tags. */
const xmlPieces = /<!--([\s\S]*?)-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[^<>]*>|[^<]+/g;
const attribute = /(\s[\w:.-]+\s*=\s*)(?:"([^"]*)"|'([^']*)')/g;

/**
 * Returns an XML document without personal data in texts, attributes and comments. Names of elements and namespaces
 * remain.
 */
export function redactXml(xml: string): string {
  return xml.replace(xmlPieces, (piece, comment?: string, section?: string) => {
    if (comment !== undefined) return redactText(comment) === comment ? piece : `<!--${redactText(comment)}-->`;
    if (section !== undefined) return redactText(section) === section ? piece : `<![CDATA[${redactText(section)}]]>`;
    if (!piece.startsWith('<')) return redactEscaped(piece);
    if (piece.startsWith('<?') || piece.startsWith('<!')) return piece;
    return piece.replace(attribute, (whole, name: string, double?: string, single?: string) => {
      const value = double ?? single ?? '';
      const redacted = /xmlns/.test(name) ? value : redactEscaped(value);
      return redacted === value ? whole : `${name}"${redacted}"`;
    });
  });
}

/**
 * Returns a JSON value without personal data in texts and property names. Integers that are identity numbers become
 * null.
 */
export function redactJson(value: unknown): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'number')
    return Number.isInteger(value) && maskNationalIds(String(value)) === IDENTITY_MASK ? null : value;
  if (Array.isArray(value)) return value.map(redactJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [redactText(name), redactJson(each)]));
}
