import type { Problem } from '@tallgrunn/api-client';
import type { FormError } from '@tallgrunn/design';
import type { AgreementsTexts } from '../texts/nb.ts';
import type { AgreementDraft } from './agreement-draft.ts';

type Sentences = AgreementsTexts['create']['missing'];

/**
 * Returns every fault to correct before the agreement can be created, in form order.
 * @param nameOf returns the name of a buyer
 */
export function validateDraft(
  draft: AgreementDraft,
  t: Sentences,
  nameOf: (id: string) => string,
): readonly FormError[] {
  const faults: FormError[] = [];
  const ask = (wrong: boolean, field: string, sentence: string) => wrong && faults.push({ field, sentence });
  ask(draft.number.trim() === '', 'number', t.number);
  ask(draft.title.trim() === '', 'title', t.name);
  ask(draft.cpv.trim() !== '' && !/^\d{8}(-\d)?$/.test(draft.cpv.trim()), 'cpv', t.cpv);
  ask(draft.startsOn === '', 'starts-on', t.startsOn);
  ask(draft.startsOn !== '' && draft.endsOn !== '' && draft.endsOn < draft.startsOn, 'ends-on', t.endsBefore);
  faults.push(...lotFaults(draft, t));
  ask(Object.keys(draft.suppliers).length === 0, 'suppliers', t.suppliers);
  ask(Object.keys(draft.buyers).length === 0, 'buyers', t.buyers);
  for (const [id, { fromOn, untilOn }] of Object.entries(draft.buyers)) {
    const begins = fromOn || draft.startsOn;
    ask(untilOn !== '' && begins !== '' && untilOn < begins, `until-${id}`, t.span({ buyer: nameOf(id) }));
  }
  return faults;
}

function lotFaults({ lots }: AgreementDraft, t: Sentences): FormError[] {
  const keys = lots.map(({ key }) => key.trim());
  return lots.flatMap(({ title }, at) => {
    const key = keys[at] ?? '';
    const row = at + 1;
    const faults: FormError[] = [];
    if (key === '') faults.push({ field: `lot-key-${at}`, sentence: t.lotKey({ row }) });
    else if (keys.indexOf(key) < at) faults.push({ field: `lot-key-${at}`, sentence: t.lotRepeated({ lot: key }) });
    if (title.trim() === '') faults.push({ field: `lot-title-${at}`, sentence: t.lotTitle({ row }) });
    return faults;
  });
}

/** Returns the faults that only the server can detect; empty when the problem concerns no field. */
export function serverFaults(problem: Problem, draft: AgreementDraft, t: Sentences): readonly FormError[] {
  return problem.issues.flatMap(({ code }) =>
    code === 'agreement-number-taken'
      ? [{ field: 'number', sentence: t.numberTaken({ number: draft.number.trim() }) }]
      : [],
  );
}
