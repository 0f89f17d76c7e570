import { multiply, round } from '@tallgrunn/values';
import { recommendation20 } from '../codes/recommendation-20.ts';
import { parseDecimal } from '../decimal-text.ts';
import { finding } from '../finding.ts';
import type { FormatFinding, DocumentLocation } from '../reading.ts';
import type { InvoiceLine, LineCo2e } from './invoice.ts';
import { impliedFactor } from './read-co2e.ts';

const sources = ['Database', 'Internal'];

/**
 * Validates the CO₂e of a line by the Danish rules (OIOUBL 3.0.1; in OIOUBL 2.1 from 1.16), which Peppol does not
 * check.
 * GP004 factor is numeric · GP005 net = factor × quantity at four decimals · GP006 source is known · GP007 a factor has
 * a source · GP008 unit in Recommendation 20 · GP009 rate is numeric.
 * Also reports a factor that is the source's own rather than per invoiced unit.
 */
export function validateCo2e(line: InvoiceLine, place: DocumentLocation): FormatFinding[] {
  const { co2e } = line;
  if (!co2e) return [];
  const ruleFinding = (
    rule: string,
    code: string,
    text: string | null,
    expected: string | null = null,
  ): FormatFinding => finding(code, 'confirm', { place, found: text, expected, params: { rule } });
  const { factor, rate, source, unit } = co2e;
  return [
    ...(factor !== null && parseDecimal(factor) === null
      ? [ruleFinding('GP004', 'co2e-factor-not-number', factor)]
      : []),
    ...validateNet(co2e, line.quantity, place),
    ...(source !== null && !sources.includes(source)
      ? [ruleFinding('GP006', 'co2e-source-unknown', source, sources.join(', '))]
      : []),
    ...(factor !== null && source === null
      ? [ruleFinding('GP007', 'co2e-source-missing', null, sources.join(', '))]
      : []),
    ...(unit !== null && !recommendation20.has(unit) ? [ruleFinding('GP008', 'co2e-unit-unknown', unit)] : []),
    ...(unit !== null && unit === line.unit ? [finding('co2e-unit-same', 'info', { place, found: unit })] : []),
    ...(rate !== null && parseDecimal(rate) === null ? [ruleFinding('GP009', 'co2e-rate-not-number', rate)] : []),
  ];
}

function validateNet(co2e: LineCo2e, quantityText: string | null, place: DocumentLocation): FormatFinding[] {
  const [factor, quantity, net] = [parseDecimal(co2e.factor), parseDecimal(quantityText), parseDecimal(co2e.net)];
  if (co2e.net !== null && net === null)
    return [finding('co2e-net-not-number', 'confirm', { place, found: co2e.net, params: { rule: 'GP005' } })];
  if (factor === null || quantity === null || net === null || co2e.reading === 'perUnit') return [];
  const expected = round(multiply(factor, quantity), 4);
  const params = { rule: 'GP005', factor, quantity, net, perUnit: co2e.perUnit ?? impliedFactor(net, quantity) ?? '' };
  const differs = finding('co2e-net-differs', 'confirm', { place, found: co2e.net, expected, params });
  if (co2e.reading !== 'source') return [differs];
  return [
    differs,
    finding('co2e-source-factor', 'confirm', {
      place,
      found: co2e.factor,
      expected: co2e.perUnit,
      params: { ...params, rate: co2e.rate ?? '' },
    }),
  ];
}
