import type { ImportDto } from './import.dto.ts';
import { findNewParties } from './new-parties.ts';
import type { PlannedImport } from './plan-import.ts';
import { registerFieldNames } from './register-fields.ts';

/** Builds the view of an import: its column mapping, changes and questions. */
export function describeImport({ row, reading, missing, compared, questions, leftOut }: PlannedImport): ImportDto {
  const { id, kind, fileName, state, madeAt, counts } = row;
  return {
    ...{ id, kind, fileName, state, madeAt, counts },
    headings: [...reading.headings],
    fields: registerFieldNames.map((field) => ({ field, heading: reading.profile.columns[field] ?? null })),
    missing: [...missing],
    rows: reading.rows.length,
    agreements: compared.map(({ draft, state: standing, changes }) => ({
      caseNumber: draft.caseNumber,
      title: draft.head.title,
      startsOn: draft.head.startsOn,
      endsOn: draft.head.endsOn,
      state: standing,
      lots: draft.lots.length,
      suppliers: [...new Set(draft.holdings.map(({ supplier }) => supplier.name))],
      buyers: draft.buyers.length,
      changes: [...changes],
    })),
    parties: findNewParties(compared.map(({ draft }) => draft)).map(({ kind: side, party }) => ({
      kind: side,
      name: party.name,
      orgNumber: party.orgNumber,
    })),
    leftOut: leftOut.map((each) => ({ ...each })),
    otherSheets: reading.otherSheets.map((each) => ({ ...each })),
    questions: questions.map(({ number, kind: doubt, rows, found, choices, proposed, answer, remembered }) => ({
      ...{ number, kind: doubt, proposed, remembered },
      rows: [...rows],
      found: { ...found },
      choices: choices.map((choice) => ({ id: choice.id, params: { ...choice.params } })),
      answer: answer?.choice ?? null,
      text: answer?.text ?? null,
    })),
  };
}
