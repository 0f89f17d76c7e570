import { textTable } from '../values/text-table.ts';

export interface Person {
  id: string;
  name: string;
  email: string;
  /** 'riik', a supplier key or a municipality number. */
  organisation: string;
  role: 'contract-manager' | 'administrator' | 'supplier-clerk' | 'supplier-administrator' | 'buyer' | 'buyer-administrator';
  password: string;
}

/** One password for all: it opens nothing but this fictional world. */
const password = 'Tallgrunn-demo-2026';

const columns = ['id', 'name', 'organisation', 'domain', 'role'] as const;

/** Invented people; the addresses end in .example, which no mail reaches. */
const table = `
ingrid    | Ingrid Moseby       | riik       | riik.example        | contract-manager
tor-egil  | Tor Egil Rustadmo   | riik       | riik.example        | contract-manager
wenche    | Wenche Grinderhaug  | riik       | riik.example        | administrator
kari      | Kari Lauvåsen       | finnskog   | finnskog.example    | supplier-administrator
jonas     | Jonas Tvengberg     | finnskog   | finnskog.example    | supplier-clerk
silje     | Silje Opakermoen    | solglott   | solglott.example    | supplier-administrator
vikar     | Mats Brattliaas     | solglott   | solglott.example    | supplier-clerk
anne-lise | Anne-Lise Haverud   | blyant     | blyantogbind.example | supplier-administrator
petter    | Petter Skyrudlia    | blyant     | blyantogbind.example | supplier-clerk
amina     | Amina Nordsjøbakk   | nettverket | nettverket.example  | supplier-administrator
henrik    | Henrik Sætermoen    | nettverket | nettverket.example  | supplier-clerk
marit     | Marit Holtbakken    | 3401       | kongsvinger.example | buyer-administrator
geir      | Geir Overudskogen   | 3401       | kongsvinger.example | buyer
solveig   | Solveig Sandbakkmo  | 3414       | nord-odal.example   | buyer-administrator
per-arne  | Per Arne Galterudli | 3415       | sor-odal.example    | buyer-administrator
hilde     | Hilde Matrandhagen  | 3416       | eidskog.example     | buyer-administrator
ole-jakob | Ole Jakob Svullrydal | 3417      | grue.example        | buyer-administrator
turid     | Turid Kjellmyrstad  | 3418       | asnes.example       | buyer-administrator
bjorn     | Bjørn Braskereidmo  | 3419       | valer.example       | buyer-administrator
`;

export const people: readonly Person[] = textTable(columns, table).map(({ id, name, organisation, domain, role }) => ({
  id, name, organisation, role: role as Person['role'], password, email: `${emailName(name)}@${domain}`,
}));

function emailName(name: string): string {
  const letters: Record<string, string> = { æ: 'ae', ø: 'o', å: 'a' };
  return name.toLowerCase().replace(/[æøå]/g, (letter) => letters[letter] ?? letter).replaceAll(' ', '.');
}
