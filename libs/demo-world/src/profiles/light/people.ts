import { person, type Person } from '../../setting/person.ts';
import { textTable } from '../../values/text-table.ts';

const columns = ['id', 'name', 'organisation', 'domain', 'role'] as const;

/** Invented people. Their addresses end in .example, so no mail is ever delivered. */
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

export const people: readonly Person[] = textTable(columns, table).map(person);
