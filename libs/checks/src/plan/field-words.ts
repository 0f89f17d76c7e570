import type { FieldRole } from '../terms.ts';

/** What a column is called when the terms give it no title, and what suppliers call it, at home and in the countries around. First the title in nb, nn, en. */
const words: Record<FieldRole, readonly string[]> = {
  lot: ['Delkontrakt', 'Delkontrakt', 'Lot', 'Delavtale', 'Del', 'Lot no', 'Lott'],
  itemNumber: ['Varenummer', 'Varenummer', 'Item number', 'Varenr', 'Vare nr', 'Varenr.', 'Artikkelnummer', 'Artikkelnr', 'Artikkel', 'Art.nr.', 'Artnr', 'Art nr', 'Art. no', 'Artikelnummer', 'Produktnummer', 'Produktnr', 'Produkt nr', 'Produktkode', 'Leverandørens varenummer', 'Lev. varenr', 'Item no', 'Item no.', 'Item', 'Item code', 'Product code', 'Product number', 'Part number', 'SKU', 'EPDnr', 'NOBB', 'NOBB-nr', 'Artikelnr', 'Artikel-nr.', 'Materialnummer'],
  gtin: ['GTIN', 'GTIN', 'GTIN', 'EAN', 'EAN-nummer', 'EAN-kode', 'EAN nr', 'GTIN/EAN', 'Strekkode', 'Strekkodenummer', 'Barcode', 'GTIN-nr', 'D-pak GTIN', 'F-pak GTIN'],
  itemName: ['Varenavn', 'Varenamn', 'Item name', 'Varetekst', 'Vare', 'Beskrivelse', 'Varebeskrivelse', 'Skildring', 'Artikkelnavn', 'Produktnavn', 'Produkt', 'Produktbeskrivelse', 'Produktnamn', 'Benevnelse', 'Description', 'Item description', 'Product', 'Product name', 'Product description', 'Varebetegnelse', 'Vareomtale', 'Tekst', 'Benämning', 'Artikelbenämning', 'Artikelnamn', 'Bezeichnung', 'Artikelbezeichnung'],
  category: ['Kategori', 'Kategori', 'Category', 'Varegruppe', 'Produktgruppe', 'Varekategori', 'Product group', 'Product category'],
  buyer: ['Kunde', 'Kunde', 'Customer', 'Kommune', 'Oppdragsgiver', 'Oppdragsgjevar', 'Kundenavn', 'Kundenamn', 'Kjøper', 'Kjøpar', 'Buyer', 'Municipality', 'Virksomhet', 'Verksemd', 'Customer name', 'Kommunenr', 'Kommunenummer', 'Municipality number', 'Municipality no', 'Avroper', 'Kund', 'Kundnamn', 'Köpare', 'Køber', 'Kundenname'],
  buyerOrgNumber: ['Kundens organisasjonsnummer', 'Organisasjonsnummeret til kunden', 'Customer organisation number', 'Organisasjonsnummer', 'Orgnr', 'Org.nr.', 'Org nr', 'Org. nr', 'Orgnr kunde', 'Kunde orgnr', 'Kundens orgnr', 'Organisasjonsnr', 'Organisation number', 'Organization number', 'Org no', 'Org. no.', 'Customer org', 'Customer org no'],
  buyerName: ['Kundens navn', 'Namnet på kunden', 'Name of customer', 'Kundenavn', 'Kommunenavn', 'Customer name', 'Buyer name'],
  site: ['Leveringssted', 'Leveringsstad', 'Delivery site', 'Leveringsadresse', 'Enhet', 'Avdeling', 'Mottaker', 'Mottakar', 'Sted', 'Delivery place', 'Site', 'Ship to', 'Bestillende enhet', 'Leveres til', 'Customer site', 'Kundenavn', 'Kundenamn', 'Customer', 'Customer name'],
  quantity: ['Antall', 'Mengd', 'Quantity', 'Ant', 'Ant.', 'Antal', 'Tal', 'Tal på', 'Mengde', 'Kvantum', 'Volum', 'Levert antall', 'Antall levert', 'Solgt antall', 'Salgsantall', 'Levert mengde', 'Qty', 'Quantity delivered', 'Quantity sold', 'Volume', 'Liter', 'Mængde', 'Kvantitet', 'Menge', 'Anzahl'],
  unit: ['Enhet', 'Eining', 'Unit', 'Måleenhet', 'Måleeining', 'Salgsenhet', 'Salsenhet', 'Prisenhet', 'Unit of measure', 'UoM', 'UOM', 'Enh', 'Enh.', 'Unit type', 'Enhed', 'Einheit', 'Mengeneinheit'],
  unitPrice: ['Enhetspris', 'Einingspris', 'Unit price', 'Pris', 'Pris per enhet', 'Pris pr enhet', 'Pris/enhet', 'Nettopris', 'Netto pris', 'Avtalepris', 'Snittpris', 'Gjennomsnittspris', 'Pris eks. mva', 'Enhetspris eks mva', 'Pris eks mva', 'Stykkpris', 'Price', 'Price per unit', 'Net price', 'Literpris', 'A-pris', 'Á-pris', 'Enhedspris', 'Stykpris', 'Pris pr. enhed', 'Styckpris', 'Einzelpreis', 'Stückpreis'],
  amount: ['Beløp', 'Beløp', 'Amount', 'Beløp eks mva', 'Beløp eks. mva', 'Beløp ekskl mva', 'Sum', 'Linjesum', 'Linjebeløp', 'Netto beløp', 'Nettobeløp', 'Totalt', 'Totalbeløp', 'Omsetning', 'Omsetnad', 'Omsetning eks mva', 'Salgsverdi', 'Verdi', 'Total', 'Total amount', 'Line amount', 'Line total', 'Net amount', 'Amount ex VAT', 'Amount excl VAT', 'Turnover', 'Sales value', 'Value', 'Sum eks mva', 'Beløb', 'Linjebeløb', 'Nettobeløb', 'Belopp', 'Radbelopp', 'Nettobelopp', 'Betrag', 'Betrag netto', 'Nettobetrag'],
  vatRate: ['Mva-sats', 'Mva-sats', 'VAT rate', 'Mva', 'Mva %', 'Mva-prosent', 'VAT', 'VAT %'],
  currency: ['Valuta', 'Valuta', 'Currency', 'Valutakode', 'Currency code'],
  deliveredOn: ['Leveringsdato', 'Leveringsdato', 'Delivery date', 'Levert', 'Levert dato', 'Dato', 'Lev.dato', 'Levdato', 'Lev dato', 'Date', 'Delivered', 'Delivered on', 'Utleveringsdato', 'Siste levering', 'Transaksjonsdato', 'Fylledato', 'Leveret', 'Leveret dato', 'Leveransdatum', 'Leveransdag', 'Lieferdatum'],
  orderedOn: ['Ordredato', 'Ordredato', 'Order date', 'Bestillingsdato', 'Bestilt', 'Bestilt dato', 'Ordered on', 'Orderdatum', 'Auftragsdatum'],
  invoicedOn: ['Fakturadato', 'Fakturadato', 'Invoice date', 'Bilagsdato', 'Faktura dato', 'Invoiced on', 'Fakturadatum', 'Rechnungsdatum'],
  period: ['Periode', 'Periode', 'Period', 'Måned', 'Månad', 'Month', 'Rapportperiode'],
  invoiceNumber: ['Fakturanummer', 'Fakturanummer', 'Invoice number', 'Fakturanr', 'Faktura nr', 'Faktura', 'Invoice no', 'Invoice no.', 'Invoice', 'Samlefaktura', 'Bilagsnr', 'Bilagsnummer', 'Rechnungsnr', 'Rechnungsnummer'],
  invoiceLine: ['Fakturalinje', 'Fakturalinje', 'Invoice line', 'Fakt.linje', 'Linjenr', 'Linje', 'Linjenummer', 'Line no', 'Line number'],
  orderNumber: ['Ordrenummer', 'Ordrenummer', 'Order number', 'Ordrenr', 'Bestillingsnummer', 'Bestillingsnr', 'Ordre', 'Order no', 'Order no.', 'PO number', 'Rekvisisjonsnr', 'Innkjøpsordre', 'Ordernr', 'Ordernummer', 'Auftragsnummer'],
};

/** Title of a role where the terms give none. */
export function roleTitle(role: FieldRole, language: 'nb' | 'nn' | 'en'): string {
  return words[role][{ nb: 0, nn: 1, en: 2 }[language]]!;
}

/** Headings a column of this role is known by. */
export function roleSynonyms(role: FieldRole): readonly string[] {
  return words[role];
}
