import { Injectable } from '@nestjs/common';
import { Problem, type Issue } from '@tallgrunn/platform';
import { compare, type Language } from '@tallgrunn/values';
import { AddAgreementSuppliers } from '../register/add-agreement-suppliers.ts';
import { AddLot, type NewLot } from '../register/add-lot.ts';
import { AddParticipation } from '../register/add-participation.ts';
import type { AgreementDto } from '../register/agreement.dto.ts';
import { ChangeAgreement } from '../register/change-agreement.ts';
import { CreateAgreement } from '../register/create-agreement.ts';
import { FindAgreement } from '../register/find-agreement.ts';
import { ShowAgreement } from '../register/show-agreement.ts';
import type { CallOffMethod } from '../register/call-off-method.ts';
import { expectedTexts } from './expected-texts.ts';
import { FindPartiesByText, type FindParty } from './name-parties.ts';
import { adviceFor, type AdviceCode } from '../remedies.ts';

/** A complete agreement, with parties named by number or name. Fields that it omits are not changed. */
export interface AgreementDocument {
  readonly number: string;
  readonly title: string;
  readonly cpv?: string | null;
  readonly caseNumber?: string | null;
  readonly documentNumber?: string | null;
  readonly startsOn: string;
  readonly endsOn?: string | null;
  readonly technique?: CallOffMethod | null;
  readonly maximumValue?: string | null;
  readonly maximumCurrency?: string | null;
  readonly lots?: readonly NewLot[];
  readonly suppliers: readonly {
    readonly supplier: string;
    readonly lots?: readonly string[];
    readonly fromOn?: string;
    readonly untilOn?: string | null;
    readonly rank?: number | null;
    readonly share?: string | null;
  }[];
  readonly buyers: readonly { readonly buyer: string; readonly fromOn?: string; readonly untilOn?: string | null }[];
}

export interface AgreementSetUp {
  readonly id: string;
  readonly number: string;
  /** True when it existed already with the same values. */
  readonly existed: boolean;
  /** Ids of the lots by key. */
  readonly lots: Readonly<Record<string, string>>;
}

type Value = string | number | null | undefined;
const head = [
  'title',
  'cpv',
  'caseNumber',
  'documentNumber',
  'startsOn',
  'endsOn',
  'technique',
  'maximumValue',
  'maximumCurrency',
] as const;
const decimals: ReadonlySet<string> = new Set(['maximumValue', 'share']);

/**
 * Creates an agreement from a document, or finds the same one by number, so that a script can run twice.
 * @throws Problem 'agreement-differs' (409) with every difference, when the existing one differs; nothing is changed
 */
@Injectable()
export class SetUpAgreement {
  constructor(
    private readonly find: FindAgreement,
    private readonly names: FindPartiesByText,
    private readonly create: CreateAgreement,
    private readonly change: ChangeAgreement,
    private readonly lots: AddLot,
    private readonly holdings: AddAgreementSuppliers,
    private readonly participations: AddParticipation,
    private readonly show: ShowAgreement,
  ) {}

  async run(document: AgreementDocument, language: Language): Promise<AgreementSetUp> {
    const findParty = await this.names.run();
    requireExisting(document, findParty, language);
    const existing = await this.find.existing(document.number);
    const id = existing ?? (await this.#make(document, findParty));
    const view = await this.show.run(id);
    const differences = existing !== null ? differencesOf(document, view, findParty, language) : [];
    if (differences.length > 0)
      throw new Problem(409, 'agreement-differs', { number: document.number, id }, differences);
    return {
      id,
      number: document.number,
      existed: existing !== null,
      lots: Object.fromEntries(view.lots.map((lot) => [lot.key, lot.id])),
    };
  }

  async #make(
    { lots = [], suppliers, buyers, technique, maximumValue, maximumCurrency, ...rest }: AgreementDocument,
    findParty: FindParty,
  ): Promise<string> {
    const { id } = await this.create.run({ ...rest, suppliers: [], buyers: [] });
    if (technique || maximumValue)
      await this.change.run(id, {
        ...(technique && { technique }),
        ...(maximumValue && { maximumValue, maximumCurrency: maximumCurrency ?? 'NOK' }),
      });
    for (const lot of lots) await this.lots.run(id, lot);
    for (const { supplier, ...holding } of suppliers)
      await this.holdings.run(id, { ...holding, supplierId: findParty('supplier', supplier)?.id ?? '' });
    for (const { buyer, ...dates } of buyers)
      await this.participations.run(id, { ...dates, buyerId: findParty('buyer', buyer)?.id ?? '' });
    return id;
  }
}

const issue = (code: AdviceCode, path: string, found: Value, expected: Value, language: Language): Issue => ({
  code,
  path,
  params: { found: found ?? null, expected: expected ?? null, ...adviceFor(code, language) },
});

/**
 * Requires that all parties and lots exist.
 * @throws Problem with an issue for each unknown one
 */
function requireExisting(
  { lots = [], suppliers, buyers }: AgreementDocument,
  findParty: FindParty,
  language: Language,
): void {
  const keys = lots.map(({ key }) => key);
  const { party: named } = expectedTexts[language];
  const issues = [
    ...suppliers.flatMap(({ supplier, lots: held = [] }, at) => [
      ...(findParty('supplier', supplier)
        ? []
        : [issue('supplier-unknown', `suppliers[${at}].supplier`, supplier, named, language)]),
      ...held
        .filter((key) => !keys.includes(key))
        .map((key) => issue('lot-unknown', `suppliers[${at}].lots`, key, keys.join(', '), language)),
    ]),
    ...buyers.flatMap(({ buyer }, at) =>
      findParty('buyer', buyer) ? [] : [issue('buyer-unknown', `buyers[${at}].buyer`, buyer, named, language)],
    ),
  ];
  if (issues.length > 0) throw new Problem(422, 'agreement-invalid', {}, issues);
}

/** Returns the differences: `found` is the existing value, `expected` that of the document. */
function differencesOf(
  document: AgreementDocument,
  view: AgreementDto,
  findParty: FindParty,
  language: Language,
): Issue[] {
  const compared = (path: string, there: object, asked: object, fields: readonly string[]): Issue[] =>
    fields.flatMap((field) => {
      const [found, expected] = [(there as Record<string, Value>)[field], (asked as Record<string, Value>)[field]];
      return expected === undefined || isSame(field, found, expected)
        ? []
        : [issue('differs', path === '' ? field : `${path}.${field}`, found, expected, language)];
    });
  const lots = (document.lots ?? []).flatMap((lot, at) => {
    const there = view.lots.find(({ key }) => key.toLowerCase() === lot.key.toLowerCase());
    return there
      ? compared(`lots[${at}]`, there, lot, ['title', 'cpv', 'maximumValue', 'technique'])
      : [issue('lot-missing', `lots[${at}]`, null, lot.key, language)];
  });
  const suppliers = document.suppliers.flatMap(({ supplier, lots: held = [], ...asked }, at) => {
    const { id = '' } = findParty('supplier', supplier) ?? {};
    return (held.length > 0 ? held : [null]).flatMap((lot) => {
      const parts = view.suppliers.filter(
        (each) => each.supplierId === id && (each.lot?.toLowerCase() ?? null) === (lot?.toLowerCase() ?? null),
      );
      return (
        closestDifferences(parts, `suppliers[${at}]`, asked, ['fromOn', 'untilOn', 'rank', 'share'], compared) ?? [
          issue(
            'supplier-missing',
            `suppliers[${at}]`,
            null,
            lot === null ? supplier : `${supplier} (${lot})`,
            language,
          ),
        ]
      );
    });
  });
  const buyers = document.buyers.flatMap(({ buyer, ...asked }, at) => {
    const { id = '' } = findParty('buyer', buyer) ?? {};
    return (
      closestDifferences(
        view.buyers.filter(({ buyerId }) => buyerId === id),
        `buyers[${at}]`,
        asked,
        ['fromOn', 'untilOn'],
        compared,
      ) ?? [issue('buyer-missing', `buyers[${at}]`, null, buyer, language)]
    );
  });
  return [...compared('', view, document, head), ...lots, ...suppliers, ...buyers];
}

/**
 * Returns the differences from the most similar row; a party that left and returned has several rows. Null when there
 * is none.
 */
function closestDifferences(
  parts: readonly object[],
  path: string,
  asked: object,
  fields: readonly string[],
  compared: (path: string, there: object, asked: object, fields: readonly string[]) => Issue[],
): Issue[] | null {
  const all = parts.map((part) => compared(path, part, asked, fields)).sort((a, b) => a.length - b.length);
  return all[0] ?? null;
}

function isSame(field: string, found: Value, expected: Value): boolean {
  if (decimals.has(field) && found != null && expected != null) return compare(String(found), String(expected)) === 0;
  return (found ?? null) === (expected ?? null);
}
