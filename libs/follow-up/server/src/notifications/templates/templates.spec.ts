import { languages } from '@tallgrunn/values';
import { kindNames, variablesOf } from '../notification-kinds.ts';
import { defaultTemplates } from './default-templates.ts';
import { fillSubject, fillTemplate, templateFaults } from './fill-template.ts';

describe('the texts that come with the product', () => {
  it.each(languages)('hold only variables that their kind has (%s)', (language) => {
    const faults = kindNames.flatMap((kind) => templateFaults(kind, defaultTemplates[language][kind]));
    expect(faults).toEqual([]);
  });

  it('hold the same variables in each language', () => {
    const used = (text: string) => [...new Set(text.match(/\{\w+\}/g))].toSorted();
    for (const kind of kindNames) {
      const [nb, ...others] = languages.map((language) =>
        used(Object.values(defaultTemplates[language][kind]).join(' ')),
      );
      for (const other of others) expect([kind, other]).toEqual([kind, nb]);
    }
  });
});

describe('a template', () => {
  it('is refused with every variable it cannot have, and with a brace that is no variable', () => {
    const faults = templateFaults('obligation-due', {
      subject: 'Frist {duedate}',
      body: '{report} {recipient} {secret} {duedate} {',
    });
    expect(faults).toEqual([
      { path: 'subject', code: 'template-variable-unknown', found: 'duedate' },
      { path: 'body', code: 'template-variable-unknown', found: 'secret' },
      { path: 'body', code: 'template-variable-unknown', found: 'duedate' },
      { path: 'body', code: 'template-brace-unpaired', found: '{' },
    ]);
    expect(variablesOf('obligation-due')).toContain('daysLeft');
  });

  it('leaves out a paragraph that has nothing to say, and keeps a subject on one line', () => {
    expect(fillTemplate('Hei {supplier}.\n\nBegrunnelse: {reason}\n\nSlutt.', { supplier: 'Nord', reason: '' })).toBe(
      'Hei Nord.\n\nSlutt.',
    );
    expect(fillSubject('Om {reason}', { reason: 'x\r\nBcc: all@example.org' })).toBe('Om x Bcc: all@example.org');
  });

  it('writes a value as it is, whatever it holds', () => {
    expect(fillTemplate('{reason}', { reason: '$& {supplier} <b>' })).toBe('$& {supplier} <b>');
  });
});
