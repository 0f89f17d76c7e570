/** What stands in a column of an export. The last of them are of no use to a report. */
export const columnKinds = [
  'buyer', 'buyerOrg', 'customerNumber', 'site', 'itemNumber', 'gtin', 'itemName', 'quantity', 'unit', 'unitPrice', 'amount', 'date', 'invoice', 'line', 'order',
  'person', 'discount', 'cost', 'vat', 'group', 'warehouse', 'weight', 'orderedOn', 'invoicedOn', 'listPrice',
] as const;
export type ColumnKind = (typeof columnKinds)[number];

export type ExportLanguage = 'nb' | 'sv' | 'da' | 'en' | 'de';
export const exportLanguages: readonly ExportLanguage[] = ['nb', 'nb', 'nb', 'sv', 'da', 'en', 'de'];

/** What order and invoice systems of five countries print above such a column, by common use; kept apart from what the product knows. */
export const headingWords: Readonly<Record<ExportLanguage, Readonly<Record<ColumnKind, readonly string[]>>>> = {
  nb: {
    buyer: ['Kunde', 'Kundenavn', 'Fakturakunde', 'Betaler', 'Kjøper', 'Faktureres til', 'Fakturamottaker', 'Debitor', 'Debitornavn'],
    buyerOrg: ['Orgnr', 'Org.nr.', 'Organisasjonsnr', 'Kundens orgnr', 'Foretaksnr'],
    customerNumber: ['Kundenr', 'Kd.nr', 'Kundenummer', 'Debitornr', 'Kundenr.'],
    site: ['Leveringssted', 'Utleveringssted', 'Lev.adresse', 'Lev.sted', 'Leveringsadresse', 'Levert til', 'Varemottaker'],
    itemNumber: ['Varenr', 'Varenr.', 'Art.', 'Art.nr', 'Artikkelnr', 'Produktnr', 'Varekode', 'Varenummer', 'Prod.nr', 'Artikkel-ID'],
    gtin: ['GTIN', 'EAN', 'EAN-kode', 'Strekkode', 'GTIN-13', 'EAN13', 'GTIN F-pak'],
    itemName: ['Varetekst', 'Beskrivelse', 'Varenavn', 'Artikkelnavn', 'Benevnelse', 'Betegnelse', 'Varebenevnelse', 'Produktnavn', 'Artikkeltekst'],
    quantity: ['Antall', 'Ant', 'Kvantum', 'Mengde', 'Lev. ant.', 'Fakt. ant.', 'Levert ant.', 'Fakturert antall', 'Ant. levert', 'Lev.mengde'],
    unit: ['Enhet', 'Enh.', 'Pakn.', 'Salgsenhet', 'Enh', 'Forpakning', 'Måleenhet', 'Salgsenh.', 'Pakning'],
    unitPrice: ['Pris', 'Stk.pris', 'À-pris', 'Enhetspris', 'Nettopris', 'Pris/enh', 'Pris pr. enh.', 'Salgspris', 'Utpris', 'Netto à-pris', 'Fakt.pris'],
    amount: ['Beløp', 'Netto', 'Sum', 'Linjesum', 'Beløp eks. mva', 'Nettobeløp', 'Fakturert beløp', 'Linjetotal', 'Netto kr', 'Sum eks. mva', 'Beløp NOK', 'Netto linjesum'],
    date: ['Leveringsdato', 'Lev.dato', 'Dato', 'Utlev.', 'Levert dato', 'Leveransedato', 'Utlevert', 'Utl.dato', 'Lev.dag'],
    invoice: ['Fakturanr', 'Faktura', 'Fakt', 'Fakt.nr', 'Bilag', 'Bilagsnr', 'Fakturanummer', 'Fakt.nr.'],
    line: ['Pos', 'L', 'Linje', 'Linjenr', 'Lnr', 'Pos.'],
    order: ['Ordre', 'Ordrenr', 'Ordrenummer', 'Ordrenr.', 'Best.nr'],
    person: ['Bestilt av', 'Bestiller', 'Kontaktperson', 'Deres ref', 'Selger', 'Rekvirent'],
    discount: ['Rabatt', 'Rab. %', 'Rabatt %', 'Linjerabatt'],
    cost: ['Kostpris', 'Innkjøpspris', 'Kost', 'Varekost'],
    vat: ['Mva-beløp', 'Mva kr', 'Mva beløp', 'Merverdiavgift'],
    group: ['Varegruppe', 'VGR', 'Hovedgruppe', 'Produktgr.'],
    warehouse: ['Lager', 'Lagerlok.', 'Lagernr'],
    weight: ['Vekt', 'Bruttovekt', 'Vekt kg', 'Nettovekt'],
    orderedOn: ['Ordredato', 'Best.dato', 'Bestilt dato'],
    invoicedOn: ['Fakturadato', 'Fakt.dato', 'Bilagsdato'],
    listPrice: ['Listepris', 'Veil. pris', 'Bruttopris'],
  },
  sv: {
    buyer: ['Kund', 'Kundnamn', 'Fakturakund', 'Köpare', 'Betalare', 'Fakturamottagare', 'Beställare kund'],
    buyerOrg: ['Org.nr', 'Organisationsnummer', 'Orgnr'],
    customerNumber: ['Kundnr', 'Kundnummer', 'Kund nr'],
    site: ['Leveransadress', 'Leveransställe', 'Lev.adress', 'Mottagare', 'Levererat till'],
    itemNumber: ['Artikelnr', 'Art.nr', 'Artikelnummer', 'Artnr', 'Artikel', 'Produktkod', 'Varunummer'],
    gtin: ['EAN', 'EAN-kod', 'GTIN', 'Streckkod', 'GTIN-13'],
    itemName: ['Benämning', 'Artikelbenämning', 'Beskrivning', 'Artikelnamn', 'Varunamn', 'Produktnamn', 'Varubenämning'],
    quantity: ['Antal', 'Kvantitet', 'Lev. antal', 'Levererat antal', 'Levererad kvantitet', 'Fakt. antal', 'Mängd'],
    unit: ['Enhet', 'Enh', 'Enh.', 'Förp.', 'Förpackning', 'Säljenhet'],
    unitPrice: ['Pris', 'À-pris', 'Styckpris', 'Enhetspris', 'Nettopris', 'Försäljningspris', 'Pris/enhet', 'Pris per enhet'],
    amount: ['Belopp', 'Radbelopp', 'Nettobelopp', 'Summa', 'Belopp exkl. moms', 'Netto', 'Radsumma', 'Summa exkl. moms', 'Fakturerat belopp'],
    date: ['Leveransdatum', 'Lev.datum', 'Datum', 'Levererat', 'Leveransdag', 'Utlev.datum', 'Levdatum'],
    invoice: ['Fakturanr', 'Faktura', 'Fakturanummer', 'Fakt.nr', 'Verifikat'],
    line: ['Rad', 'Radnr', 'Pos'],
    order: ['Order', 'Ordernr', 'Ordernummer'],
    person: ['Beställare', 'Kontaktperson', 'Er referens', 'Säljare', 'Beställd av'],
    discount: ['Rabatt', 'Rabatt %', 'Rab.'],
    cost: ['Inköpspris', 'Kostpris', 'Självkostnad'],
    vat: ['Moms', 'Momsbelopp', 'Moms kr'],
    group: ['Varugrupp', 'Produktgrupp', 'Artikelgrupp'],
    warehouse: ['Lager', 'Lagerplats'],
    weight: ['Vikt', 'Bruttovikt', 'Vikt kg'],
    orderedOn: ['Orderdatum', 'Best.datum'],
    invoicedOn: ['Fakturadatum', 'Fakt.datum'],
    listPrice: ['Listpris', 'Bruttopris', 'Cirkapris'],
  },
  da: {
    buyer: ['Kunde', 'Kundenavn', 'Køber', 'Faktureres til', 'Debitor', 'Debitornavn', 'Betaler'],
    buyerOrg: ['Org.nr.', 'Orgnr', 'Organisationsnummer'],
    customerNumber: ['Kundenr', 'Debitornr.', 'Kundenummer', 'Kundenr.'],
    site: ['Leveringsadresse', 'Leveringssted', 'Lev.adresse', 'Modtager', 'Leveret til'],
    itemNumber: ['Varenr', 'Varenummer', 'Varenr.', 'Artikelnr', 'Varekode', 'Produktnr.'],
    gtin: ['EAN', 'GTIN', 'Stregkode', 'EAN-nummer', 'EAN-nr.'],
    itemName: ['Varetekst', 'Beskrivelse', 'Varenavn', 'Betegnelse', 'Varebeskrivelse', 'Produktnavn'],
    quantity: ['Antal', 'Mængde', 'Leveret antal', 'Lev. antal', 'Faktureret antal', 'Kvantum'],
    unit: ['Enhed', 'Enh.', 'Salgsenhed', 'Enh', 'Måleenhed', 'Pakning'],
    unitPrice: ['Pris', 'Enhedspris', 'Stykpris', 'Stk. pris', 'Salgspris', 'Nettopris', 'Pris pr. enhed', 'Pris/enhed'],
    amount: ['Beløb', 'Linjebeløb', 'Nettobeløb', 'Beløb ekskl. moms', 'Netto', 'Linjesum', 'Faktureret beløb', 'I alt ekskl. moms'],
    date: ['Leveringsdato', 'Lev.dato', 'Dato', 'Leveret', 'Leveret dato', 'Afsendt', 'Udleveret'],
    invoice: ['Fakturanr', 'Faktura', 'Fakturanummer', 'Bilag', 'Bilagsnr.', 'Fakt.nr.'],
    line: ['Linje', 'Linjenr.', 'Pos'],
    order: ['Ordre', 'Ordrenr.', 'Ordrenummer'],
    person: ['Bestilt af', 'Kontaktperson', 'Deres ref.', 'Sælger', 'Rekvirent'],
    discount: ['Rabat', 'Rabat %', 'Rabatpct.'],
    cost: ['Kostpris', 'Indkøbspris'],
    vat: ['Moms', 'Momsbeløb'],
    group: ['Varegruppe', 'Produktgruppe'],
    warehouse: ['Lager', 'Lokation'],
    weight: ['Vægt', 'Bruttovægt'],
    orderedOn: ['Ordredato', 'Best.dato'],
    invoicedOn: ['Fakturadato', 'Bogført dato'],
    listPrice: ['Listepris', 'Bruttopris'],
  },
  en: {
    buyer: ['Customer', 'Customer name', 'Bill-to', 'Bill-to name', 'Sold-to', 'Sold to party', 'Invoice customer', 'Payer', 'Buyer', 'Account name'],
    buyerOrg: ['Org no', 'Org. no.', 'Organisation number', 'Company reg. no.'],
    customerNumber: ['Customer no', 'Cust. no.', 'Customer ID', 'Customer No.', 'Account no'],
    site: ['Ship-to', 'Ship-to name', 'Delivery address', 'Delivery site', 'Delivered to'],
    itemNumber: ['Item no', 'Item No.', 'Product code', 'SKU', 'Material', 'Article no', 'Item', 'Part no.', 'Material number', 'Item ID'],
    gtin: ['GTIN', 'EAN', 'Barcode', 'GTIN-13', 'EAN code'],
    itemName: ['Description', 'Item description', 'Product', 'Product name', 'Material description', 'Article description', 'Item text'],
    quantity: ['Qty', 'Quantity', 'Qty delivered', 'Delivered qty', 'Qty shipped', 'Shipped quantity', 'Invoiced qty', 'Billed quantity', 'Qty.'],
    unit: ['Unit', 'UoM', 'UOM', 'Unit of measure', 'Sales unit', 'Pack', 'Sales UoM'],
    unitPrice: ['Unit price', 'Price', 'Net price', 'Price per unit', 'Sales price', 'Unit net price', 'Price/unit', 'Unit price excl. VAT'],
    amount: ['Amount', 'Net amount', 'Line amount', 'Net value', 'Line total', 'Amount excl. VAT', 'Extended price', 'Total excl. VAT', 'Net sales', 'Line value'],
    date: ['Delivery date', 'Delivered', 'Date', 'Ship date', 'Shipment date', 'Goods issue date', 'Del. date', 'Date delivered'],
    invoice: ['Invoice no', 'Invoice', 'Invoice number', 'Inv. no.', 'Billing document', 'Document no.'],
    line: ['Line', 'Line no', 'Pos', 'Line no.'],
    order: ['Order no', 'Order', 'Sales order', 'Order number'],
    person: ['Ordered by', 'Contact', 'Contact person', 'Your reference', 'Salesperson', 'Requester'],
    discount: ['Discount', 'Disc. %', 'Discount %'],
    cost: ['Cost price', 'Unit cost', 'Cost'],
    vat: ['VAT amount', 'Tax amount'],
    group: ['Product group', 'Item group', 'Material group'],
    warehouse: ['Warehouse', 'Plant', 'Location'],
    weight: ['Weight', 'Gross weight', 'Net weight'],
    orderedOn: ['Order date', 'Ordered on'],
    invoicedOn: ['Invoice date', 'Inv. date', 'Posting date'],
    listPrice: ['List price', 'Gross price', 'RRP'],
  },
  de: {
    buyer: ['Kunde', 'Kundenname', 'Rechnungsempfänger', 'Auftraggeber', 'Debitor', 'Käufer', 'Regulierer'],
    buyerOrg: ['Org.-Nr.', 'Organisationsnummer'],
    customerNumber: ['Kundennr.', 'Kundennummer', 'Debitorennr.', 'Kd.-Nr.'],
    site: ['Warenempfänger', 'Lieferadresse', 'Lieferort', 'Geliefert an'],
    itemNumber: ['Artikelnr.', 'Artikelnummer', 'Art.-Nr.', 'Materialnummer', 'Material', 'Artikel-Nr.', 'Produktnummer'],
    gtin: ['EAN', 'GTIN', 'EAN-Code', 'EAN/GTIN', 'Strichcode'],
    itemName: ['Bezeichnung', 'Artikelbezeichnung', 'Beschreibung', 'Materialkurztext', 'Artikeltext', 'Produktbezeichnung', 'Artikelname'],
    quantity: ['Menge', 'Anzahl', 'Liefermenge', 'Gelieferte Menge', 'Fakt. Menge', 'Stückzahl'],
    unit: ['Einheit', 'ME', 'Mengeneinheit', 'VPE', 'Verkaufseinheit', 'Einh.'],
    unitPrice: ['Einzelpreis', 'Preis', 'Stückpreis', 'Nettopreis', 'E-Preis', 'Preis/Einheit', 'Verkaufspreis', 'VK-Preis'],
    amount: ['Betrag', 'Nettobetrag', 'Nettowert', 'Gesamtpreis', 'Betrag netto', 'Positionswert', 'Summe netto', 'Gesamt netto', 'Umsatz netto'],
    date: ['Lieferdatum', 'Datum', 'Geliefert am', 'Liefertag', 'Warenausgang', 'Lief.datum'],
    invoice: ['Rechnungsnr.', 'Rechnung', 'Rechnungsnummer', 'Belegnr.', 'Beleg', 'Faktura', 'RE-Nr.'],
    line: ['Pos.', 'Position', 'Pos'],
    order: ['Auftragsnr.', 'Auftrag', 'Auftragsnummer', 'Bestellnr.'],
    person: ['Besteller', 'Ansprechpartner', 'Sachbearbeiter', 'Verkäufer'],
    discount: ['Rabatt', 'Rabatt %', 'Nachlass'],
    cost: ['Einkaufspreis', 'EK-Preis', 'Selbstkosten'],
    vat: ['MwSt.', 'MwSt.-Betrag', 'Steuerbetrag'],
    group: ['Warengruppe', 'Produktgruppe'],
    warehouse: ['Lager', 'Werk', 'Lagerort'],
    weight: ['Gewicht', 'Bruttogewicht'],
    orderedOn: ['Auftragsdatum', 'Bestelldatum'],
    invoicedOn: ['Rechnungsdatum', 'Belegdatum'],
    listPrice: ['Listenpreis', 'Bruttopreis', 'UVP'],
  },
};

interface OtherWords {
  readonly totals: readonly string[];
  readonly subtotals: readonly string[];
  readonly fees: readonly string[];
  readonly deposits: readonly string[];
  readonly titles: readonly string[];
  readonly groups: Readonly<Record<'party' | 'item' | 'money' | 'document', string>>;
  readonly footers: readonly string[];
}

/** What stands in an export outside its lines, and in its lines of what is no goods. `{}` is the name of a customer. */
export const otherWords: Readonly<Record<ExportLanguage, OtherWords>> = {
  nb: {
    totals: ['Totalt', 'Sum', 'TOTALSUM', 'Sum totalt', 'I alt', 'Sum alle kunder'], subtotals: ['Sum {}', 'Delsum {}', 'Totalt {}', '{} Totalt'],
    fees: ['Frakt', 'Fraktgebyr', 'Miljøgebyr', 'DIESELTILLEGG', 'Fakturagebyr', 'Bomtillegg', 'Ekspedisjonsgebyr', 'Transport', 'Drivstofftillegg', 'Kjøretillegg'],
    deposits: ['Pant', 'Pant flaske', 'Pant kasse', 'Emballasje plastkasse', 'Pant pall', 'Returemballasje'],
    titles: ['Salgsstatistikk', 'Fakturajournal', 'Statistikk per kunde', 'Leveransestatistikk'],
    groups: { party: 'Mottaker', item: 'Vare', money: 'Beløp', document: 'Dokument' }, footers: ['Utskrift slutt', 'Side 1 av 1', 'Skrevet ut 03.02.2026'],
  },
  sv: {
    totals: ['Summa', 'Totalt', 'Totalsumma', 'Summa totalt'], subtotals: ['Delsumma {}', 'Summa {}', '{} Summa'],
    fees: ['Frakt', 'Fraktkostnad', 'Miljöavgift', 'Dieseltillägg', 'Expeditionsavgift', 'Drivmedelstillägg', 'Transportkostnad'], deposits: ['Pant', 'Pant flaska', 'Pant pall', 'Returemballage'],
    titles: ['Försäljningsstatistik', 'Fakturajournal'], groups: { party: 'Mottagare', item: 'Artikel', money: 'Belopp', document: 'Dokument' }, footers: ['Sida 1 av 1', 'Utskriven 2026-02-03'],
  },
  da: {
    totals: ['I alt', 'Total', 'Sum', 'Total i alt'], subtotals: ['Subtotal {}', 'Sum {}', '{} i alt'],
    fees: ['Fragt', 'Miljøgebyr', 'Dieseltillæg', 'Ekspeditionsgebyr', 'Brændstoftillæg', 'Transport'], deposits: ['Pant', 'Pant kasse', 'Pant palle', 'Returemballage'],
    titles: ['Salgsstatistik', 'Fakturajournal'], groups: { party: 'Modtager', item: 'Vare', money: 'Beløb', document: 'Bilag' }, footers: ['Side 1 af 1'],
  },
  en: {
    totals: ['Total', 'Grand total', 'Sum', 'Report total'], subtotals: ['Subtotal {}', 'Total {}', '{} Total'],
    fees: ['Freight', 'Handling fee', 'Fuel surcharge', 'Shipping', 'Delivery charge', 'Environmental fee'], deposits: ['Deposit', 'Bottle deposit', 'Pallet deposit', 'Crate deposit'],
    titles: ['Sales report', 'Delivery statistics', 'Invoice lines'], groups: { party: 'Recipient', item: 'Item', money: 'Value', document: 'Document' }, footers: ['End of report', 'Page 1 of 1'],
  },
  de: {
    totals: ['Gesamt', 'Gesamtsumme', 'Summe', 'Endsumme'], subtotals: ['Summe {}', 'Zwischensumme {}', '{} Summe'],
    fees: ['Fracht', 'Transportkosten', 'Frachtkosten', 'Dieselzuschlag', 'Versandkosten', 'Maut'], deposits: ['Pfand', 'Pfand Palette', 'Leergut', 'Pfand Kiste'],
    titles: ['Umsatzstatistik', 'Rechnungsjournal'], groups: { party: 'Empfänger', item: 'Artikel', money: 'Wert', document: 'Beleg' }, footers: ['Seite 1 von 1'],
  },
};

/** What the same unit is called; the first is what the agreement says. */
export const unitWords: Readonly<Record<string, readonly string[]>> = {
  stk: ['stk', 'STK', 'Stk', 'ST', 'st', 'Stck'],
  kartong: ['krt', 'KRT', 'kartong', 'Krt.', 'KAR', 'CT', 'ktn'],
  pk: ['pk', 'PK', 'pakke', 'pkt', 'Pkt', 'frp'],
  kg: ['kg', 'KG', 'Kg', 'KGM'],
  flaske: ['flaske', 'fl', 'FL', 'fls'],
  pose: ['pose', 'ps', 'POS', 'pos'],
};

/** What columns are called in the tables of such systems: some exports print these as they are. */
export const technicalNames: Readonly<Partial<Record<ColumnKind, readonly string[]>>> = {
  buyer: ['NAME1', 'CUST_NM', 'KNDNAVN', 'R2'], site: ['NAME1_WE', 'DLV_ADR', 'LEVADR1'], customerNumber: ['KUNAG', 'CUST_ID', 'KNDNR'], itemNumber: ['MATNR', 'ITM_ID', 'VARENR_1', 'PRODNO'], gtin: ['EAN11', 'GTIN_CD', 'UPC'], itemName: ['ARKTX', 'ITM_DSC', 'VARETEKST1', 'PRODTXT'],
  quantity: ['FKIMG', 'QTY_INV', 'ANT_LEV', 'X7'], unit: ['VRKME', 'UOM_CD', 'ENH_KD'], unitPrice: ['NETPR', 'PRC_NET', 'PRIS_N', 'X8'], amount: ['NETWR', 'AMT_NET', 'BEL_N', 'X9'], date: ['WADAT_IST', 'DLV_DT', 'LEVDTO', 'D1'], invoice: ['VBELN', 'INV_NO', 'FAKTNR_H'],
};
