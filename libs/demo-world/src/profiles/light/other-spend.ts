import type { OffContractSpend, OtherSpend } from '../../latent/other-spend.ts';
import type { SiteKind } from '../../setting/sites.ts';
import { organisationNumberFrom } from '../../values/check-digits.ts';
import { textTable } from '../../values/text-table.ts';

const columns = ['key', 'supplierName', 'text', 'art', 'site', 'accountClass', 'vat', 'million', 'vouchers'] as const;

/** Purchases outside the three agreements. All sellers are invented. */
const table = `
power        | Glomdalen Demokraft AS          | Strøm og nettleie                | 180 | rådhus         | 1 | 25 | 38  | 6
heat         | Varmelauget Demo AS             | Fjernvarme                       | 181 | skole          | 1 | 25 | 9   | 3
builder      | Byggmester Granlidalen AS       | Rehabilitering skole, avdrag     | 230 | skole          | 0 | 25 | 96  | 2
school-yard  | Uterom Innskogen AS             | Oppgradering uteområde           | 230 | barnehage      | 0 | 25 | 18  | 1
roads        | Grus & Asfalt Solbygda AS       | Asfaltering og veivedlikehold    | 230 | teknisk        | 1 | 25 | 26  | 3
upkeep       | Håndverkerringen Demo AS        | Vedlikehold bygg                 | 240 | teknisk        | 1 | 25 | 21  | 6
materials    | Trelasthuset Elvestrand AS      | Materialer vedlikehold           | 250 | teknisk        | 1 | 25 | 12  | 7
engineer     | Rådgiverne Fjellrev AS          | Prosjektering                    | 272 | teknisk        | 1 | 25 | 14  | 2
consultant   | Tankegang Konsulent AS          | Konsulentbistand                 | 272 | rådhus         | 1 | 25 | 9   | 2
licences     | Fagsystem Nord Demo AS          | Lisenser fagsystem               | 195 | rådhus         | 1 | 25 | 24  | 4
insurance    | Bygdetrygd Forsikring           | Forsikringspremie                | 185 | rådhus         | 1 | 0  | 12  | 1
rent         | Næringsbygg Demo Eiendom AS     | Husleie                          | 190 | hjemmetjeneste | 1 | 0  | 22  | 3
school-bus   | Turvogn Innland AS              | Skoleskyss                       | 170 | skole          | 1 | 12 | 36  | 3
fuel         | Stasjonskjeden Demo             | Drivstoff biler                  | 170 | hjemmetjeneste | 1 | 25 | 11  | 5
cleaning     | Vask & Tøy Solbygda AS          | Tøyvask og leietøy               | 260 | sykehjem       | 1 | 25 | 10  | 3
telephone    | Linjen Telekom Demo AS          | Telefon og bredbånd              | 130 | rådhus         | 1 | 25 | 9   | 3
courses      | Kursforum Demo                  | Kurs og opplæring                | 150 | rådhus         | 1 | 0  | 6   | 4
waste        | Renovasjonsverket Demo IKS      | Renovasjon og slam               | 195 | teknisk        | 1 | 25 | 13  | 3
medical      | Pleieforsyning Demo AS          | Medisinsk forbruksmateriell      | 110 | sykehjem       | 1 | 25 | 9   | 5
medicine     | Apotekvakten Demo               | Medikamenter                     | 114 | sykehjem       | 1 | 25 | 6   | 4
furniture    | Møbelsnekkeren Demo AS          | Møbler og inventar               | 200 | rådhus         | 1 | 25 | 9   | 2
workwear     | Varsel & Verne Demo AS          | Arbeidstøy                       | 120 | teknisk        | 1 | 25 | 4   | 3
service      | Serviceteknikk Demo AS          | Serviceavtaler heis og ventilasjon | 240 | teknisk      | 1 | 25 | 15  | 4
cars         | Bilhallen Demo AS               | Leasing tjenestebiler            | 210 | hjemmetjeneste | 1 | 25 | 8   | 3
care-places  | Omsorgshuset Privat Demo AS     | Kjøp av institusjonsplasser      | 370 | sykehjem       | 1 | 0  | 34  | 2
adverts      | Lokalavisa Demo                 | Stillingsannonser                | 140 | rådhus         | 1 | 25 | 1.5 | 2
culture      | Scenekunst Demo                 | Honorar og arrangement           | 120 | kulturhus      | 1 | 0  | 2.5 | 2
fees         | Statens gebyrkontor Demo        | Gebyr og avgift                  | 195 | teknisk        | 1 | 0  | 3   | 2
`;

export const otherSpend: readonly OtherSpend[] = textTable(columns, table).map((row, index) => ({
  key: row.key,
  supplierName: row.supplierName,
  supplierOrgNumber: organisationNumberFrom(31200100 + index * 313),
  text: row.text,
  art: row.art,
  site: row.site as SiteKind,
  accountClass: row.accountClass as '0' | '1',
  vatPercent: Number(row.vat),
  million: Number(row.million),
  vouchers: Number(row.vouchers),
}));

/** Off-contract purchases: 6 % of the value in each category. */
export const offAgreement: readonly OffContractSpend[] = [
  {
    agreement: 'RIIK-24-107',
    instead: 'finnskog',
    category: 'groceries',
    supplierName: 'Nærkjøp Demo Solbygda',
    supplierOrgNumber: organisationNumberFrom(31250011),
    art: '115',
    site: 'skole',
    vatPercent: 15,
    share: 0.04,
    text: 'Dagligvarer',
  },
  {
    agreement: 'RIIK-24-107',
    instead: 'finnskog',
    category: 'bread',
    supplierName: 'Bakeriet i Demogata',
    supplierOrgNumber: organisationNumberFrom(31250127),
    art: '115',
    site: 'sykehjem',
    vatPercent: 15,
    share: 0.02,
    text: 'Bakervarer',
  },
  {
    agreement: 'RIIK-24-107',
    instead: 'solglott',
    category: 'fruit',
    supplierName: 'Nærkjøp Demo Solbygda',
    supplierOrgNumber: organisationNumberFrom(31250011),
    art: '115',
    site: 'barnehage',
    vatPercent: 15,
    share: 0.06,
    text: 'Frukt',
  },
  {
    agreement: 'RIIK-23-042',
    instead: 'blyant',
    category: 'office-supplies',
    supplierName: 'Bokhandelen Demo',
    supplierOrgNumber: organisationNumberFrom(31250243),
    art: '100',
    site: 'rådhus',
    vatPercent: 25,
    share: 0.06,
    text: 'Kontormateriell',
  },
  {
    agreement: 'RIIK-24-130',
    instead: 'nettverket',
    category: 'peripherals',
    supplierName: 'Elektrobua Demo AS',
    supplierOrgNumber: organisationNumberFrom(31250359),
    art: '200',
    site: 'rådhus',
    vatPercent: 25,
    share: 0.06,
    text: 'Datautstyr',
  },
];
