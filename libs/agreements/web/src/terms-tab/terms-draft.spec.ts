import { exampleTerms } from '@tallgrunn/checks';
import { nb } from '../texts/nb.ts';
import { sayTerms, weighChecks } from './say-terms.ts';
import { dueDraftOf, dueOf, requiredOf, sayDocumentProblem, takeDocument, withChanges } from './terms-draft.ts';

const food = exampleTerms['monthly-food']();
const goods = exampleTerms['quarterly-goods']();

describe('terms in words', () => {
  it('say how often, when and by which date', () => {
    expect(sayTerms(food, nb.terms, 'nb').map(({ says }) => says)).toEqual(expect.arrayContaining(['Hver måned', '10 virkedager etter perioden', 'Leveringsdato']));
    expect(sayTerms(goods, nb.terms, 'nb').map(({ says }) => says)).toContain('Faste datoer: 20. april, 5. august, 20. oktober og 20. januar');
  });

  it('weigh every check, and mark those that differ from the standard', () => {
    const standard = weighChecks({}).flatMap(({ checks }) => checks);
    expect(standard.some(({ changed }) => changed)).toBe(false);
    const groups = weighChecks({ checks: [{ id: 'duplicate-line', severity: 'off' }] });
    expect(groups.at(-1)).toEqual({ weight: 'off', checks: [{ id: 'duplicate-line', changed: true, weight: 'off' }] });
    expect(groups.flatMap(({ checks }) => checks)).toHaveLength(standard.length);
  });
});

describe('a terms draft', () => {
  it('reads back the due rule it shows', () => {
    for (const { due } of [food, goods]) expect(dueOf(dueDraftOf(due))).toEqual(due);
    expect(dueOf({ kind: 'fixed-dates', days: '', dates: '30.2, 1.1' })).toBeNull();
    expect(dueOf({ kind: 'working-days', days: '400', dates: '' })).toBeNull();
    expect(dueOf({ kind: 'calendar-days', days: '0', dates: '' })).toEqual({ kind: 'calendar-days', days: 0 });
  });

  it('changes the due rule and the required columns, and nothing else', () => {
    expect(withChanges(food, food.due, requiredOf(food))).toEqual(food);
    const fewer = new Set([...requiredOf(food)].filter((name) => name !== 'lines.unit'));
    const changed = withChanges(food, { kind: 'calendar-days', days: 20 }, fewer);
    expect(changed.due).toEqual({ kind: 'calendar-days', days: 20 });
    expect(requiredOf(changed)).toEqual(fewer);
  });

  it('takes a document that is right, and says where another is not', () => {
    const { id: _, version: __, ...draft } = goods;
    expect(takeDocument(JSON.stringify(draft))).toMatchObject({ ok: true, terms: { frequency: 'quarter' } });
    expect(takeDocument('{')).toBeNull();
    const odd = takeDocument('{"title": 5, "vat": "excluded"}');
    const said = odd?.ok === false ? odd.problems.map((problem) => sayDocumentProblem(problem, nb.publish.missing)) : [];
    expect(said).toContain('frequency mangler');
    expect(said.some((sentence) => sentence.startsWith('title er ikke slik det skal være'))).toBe(true);
    expect(takeDocument('[]')).toMatchObject({ ok: false });
  });
});
