import { formatCount, plural } from '@tallgrunn/values';
import type { DeclarationTexts } from './nb.ts';

const count = (n: number) => formatCount(n, 'nn');
const footprints = (n: number) => plural('nn', n, { one: 'eitt fotavtrykk', other: `${count(n)} fotavtrykk` });

export const nn = {
  title: 'Produktfotavtrykk',
  lead: 'Tala leverandørane sjølve har for varene. Dei er viste ved sida av det offisielle talet og blir ikkje lagde til det.',
  leadSupplier: 'Lever fotavtrykk for varene dykkar. Dei er viste ved sida av det offisielle talet, med kjelde og gyldigheit.',
  upload: {
    title: 'Lever fotavtrykk',
    kinds: 'PACT-fila',
    limits: 'PACT versjon 2 eller 3, i JSON.',
    supplier: 'Kva leverandør gjeld fila?',
    supplierMissing: 'Vel leverandøren først.',
    sending: 'Les fila …',
    receipt: (p) => `${p.number} er motteken: ${footprints(p.footprints)}, ${plural('nn', p.linked, { one: 'éi vare knytt', other: `${count(p.linked)} varer knytte` })}.`,
    see: 'Sjå fotavtrykka',
    mayNot: 'Leverandørar og avtaleforvaltarar kan levere fotavtrykk.',
  },
  list: {
    caption: 'Leveringar',
    heads: { number: 'Nummer', file: 'Fil', supplier: 'Leverandør', received: 'Motteken', footprints: 'Fotavtrykk', linked: 'Varer knytte', confirm: 'Å sjå på' },
    noneTitle: 'Ingen fotavtrykk enno',
    noneReason: 'Når ein leverandør leverer produktfotavtrykk i PACT-format, står dei her.',
    noneSupplier: 'Slepp ei PACT-fil over, så blir ho knytt til varene med same GTIN eller varenummer.',
    more: 'Vis eldre',
  },
  page: {
    title: (p) => `Levering ${p.number}`,
    file: 'Fil',
    supplier: 'Leverandør',
    received: 'Motteken',
    hash: 'Hash av fila (SHA-256)',
    findings: 'Det vi merka oss',
    perUnit: (p) => `kg CO₂e per ${p.unit}`,
    used: 'utan biogent opptak: dette blir brukt',
    including: (p) => `Med biogent opptak ${p.value}: vist, ikkje brukt.`,
    valid: (p) => `Gyldig ${p.from}–${p.to}`,
    assumed: 'Utgjevaren seier ingenting om gyldigheit; sett til tre år frå slutten av måleperioden.',
    verified: 'Kontrollert av tredjepart, seier utgjevaren',
    unverified: 'Ikkje kontrollert av tredjepart',
    standing: { usable: 'Kan stå ved sida av', expired: 'Gått ut', 'not-yet': 'Gjeld ikkje enno', deprecated: 'Trekt tilbake', incomplete: 'Manglar noko' },
    items: 'Varer',
    noItems: 'Ikkje knytt til noka vare.',
    how: { gtin: 'same GTIN', 'item-number': 'same varenummer', decision: 'avgjort' },
    unlink: 'Høyrer ikkje saman',
    link: 'Knyt til ei vare',
    itemNumber: 'Varenummer',
    itemMissing: 'Skriv varenummeret.',
    reason: 'Kvifor?',
    reasonMissing: 'Skriv kort kvifor.',
    saveLink: 'Knyt saman',
    saveUnlink: (p) => `Ta bort vare ${p.item}`,
    cancel: 'Avbryt',
    saved: 'Lagra. Tala blir rekna på nytt av seg sjølve.',
  },
} satisfies DeclarationTexts;
