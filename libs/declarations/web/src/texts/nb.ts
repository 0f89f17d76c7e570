import { formatCount, plural } from '@tallgrunn/values';

const count = (n: number) => formatCount(n, 'nb');
const footprints = (n: number) => plural('nb', n, { one: 'ett fotavtrykk', other: `${count(n)} fotavtrykk` });

export const nb = {
  title: 'Deklarasjoner',
  lead: 'Leverandørenes egne tall for varene. De vises ved siden av det offisielle tallet og legges ikke til det.',
  leadSupplier: 'Lever fotavtrykk for varene deres. De vises ved siden av det offisielle tallet, med kilde og gyldighet.',
  upload: {
    title: 'Lever fotavtrykk',
    kinds: 'PACT-filen',
    limits: 'PACT versjon 2 eller 3, i JSON.',
    supplier: 'Hvilken leverandør gjelder filen?',
    supplierMissing: 'Velg leverandøren først.',
    sending: 'Leser filen …',
    receipt: (p: { number: string; footprints: number; linked: number }) => `${p.number} er mottatt: ${footprints(p.footprints)}, ${plural('nb', p.linked, { one: 'én vare knyttet', other: `${count(p.linked)} varer knyttet` })}.`,
    see: 'Se fotavtrykkene',
    mayNot: 'Leverandører og avtaleforvaltere kan levere fotavtrykk.',
  },
  list: {
    caption: 'Leveringer',
    heads: { number: 'Nummer', file: 'Fil', supplier: 'Leverandør', received: 'Mottatt', footprints: 'Fotavtrykk', linked: 'Varer knyttet', confirm: 'Å se på' },
    noneTitle: 'Ingen fotavtrykk ennå',
    noneReason: 'Når en leverandør leverer produktfotavtrykk i PACT-format, står de her.',
    noneSupplier: 'Slipp en PACT-fil over, så knyttes den til varene med samme GTIN eller varenummer.',
    more: 'Vis eldre',
  },
  units: { piece: 'stykk', kilogram: 'kg', liter: 'liter', 'cubic meter': 'm³', 'square meter': 'm²', meter: 'meter', 'kilowatt hour': 'kWh', megajoule: 'MJ', 'ton kilometer': 'tonnkilometer', hour: 'time', 'megabit second': 'megabit per sekund' },
  page: {
    title: (p: { number: string }) => `Levering ${p.number}`,
    file: 'Fil',
    supplier: 'Leverandør',
    received: 'Mottatt',
    hash: 'Filens hash (SHA-256)',
    findings: 'Det vi merket oss',
    perUnit: (p: { unit: string }) => `kg CO₂e per ${p.unit}`,
    used: 'uten biogent opptak: dette brukes',
    including: (p: { value: string }) => `Med biogent opptak ${p.value}: vises, brukes ikke.`,
    valid: (p: { from: string; to: string }) => `Gyldig ${p.from}–${p.to}`,
    assumed: 'Utgiveren sier ingenting om gyldighet; satt til tre år fra slutten av måleperioden.',
    verified: 'Kontrollert av tredjepart, sier utgiveren',
    unverified: 'Ikke kontrollert av tredjepart',
    standing: { usable: 'Kan stå ved siden av', expired: 'Gått ut', 'not-yet': 'Gjelder ikke ennå', deprecated: 'Trukket tilbake', incomplete: 'Mangler noe' },
    items: 'Varer',
    noItems: 'Ikke knyttet til noen vare.',
    how: { gtin: 'samme GTIN', 'item-number': 'samme varenummer', decision: 'avgjort' },
    unlink: 'Hører ikke sammen',
    link: 'Knytt til en vare',
    itemNumber: 'Varenummer',
    itemMissing: 'Skriv varenummeret.',
    reason: 'Hvorfor?',
    reasonMissing: 'Skriv kort hvorfor.',
    saveLink: 'Knytt sammen',
    saveUnlink: (p: { item: string }) => `Ta bort vare ${p.item}`,
    cancel: 'Avbryt',
    saved: 'Lagret. Tallene regnes på nytt av seg selv.',
  },
};

export type DeclarationTexts = typeof nb;
