import { languages } from '@tallgrunn/values';
import { kindNames, variablesOf } from '../notification-kinds.ts';
import { defaultTemplates } from './default-templates.ts';
import { fillSubject, fillTemplate, templateFaults } from './fill-template.ts';

describe('default templates', () => {
  it.each(languages)('use only variables of their kind (%s)', (language) => {
    const faults = kindNames.flatMap((kind) => templateFaults(kind, defaultTemplates[language][kind]));
    expect(faults).toEqual([]);
  });

  it('use the same variables in each language', () => {
    const used = (text: string) => [...new Set(text.match(/\{\w+\}/g))].toSorted();
    for (const kind of kindNames) {
      const [nb, ...others] = languages.map((language) =>
        used(Object.values(defaultTemplates[language][kind]).join(' ')),
      );
      for (const other of others) expect([kind, other]).toEqual([kind, nb]);
    }
  });
});

describe('fillTemplate', () => {
  it('rejects every unknown variable and every unpaired brace', () => {
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

  it('omits a paragraph of empty variables and keeps a subject on one line', () => {
    expect(fillTemplate('Hei {supplier}.\n\nBegrunnelse: {reason}\n\nSlutt.', { supplier: 'Nord', reason: '' })).toBe(
      'Hei Nord.\n\nSlutt.',
    );
    expect(fillSubject('Om {reason}', { reason: 'x\r\nBcc: all@example.org' })).toBe('Om x Bcc: all@example.org');
  });

  it('inserts a value literally, whatever it contains', () => {
    expect(fillTemplate('{reason}', { reason: '$& {supplier} <b>' })).toBe('$& {supplier} <b>');
  });
});
