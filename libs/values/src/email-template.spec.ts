import { emailTemplateFaults, fillEmailSubject, fillEmailTemplate } from './email-template.ts';

describe('emailTemplateFaults', () => {
  it('returns every unknown variable and every unpaired brace', () => {
    expect(
      emailTemplateFaults(['report', 'recipient'], {
        subject: 'Frist {duedate}',
        body: '{report} {recipient} {secret} {duedate} {',
      }),
    ).toEqual([
      { path: 'subject', code: 'template-variable-unknown', found: 'duedate' },
      { path: 'body', code: 'template-variable-unknown', found: 'secret' },
      { path: 'body', code: 'template-variable-unknown', found: 'duedate' },
      { path: 'body', code: 'template-brace-unpaired', found: '{' },
    ]);
  });
});

describe('fillEmailTemplate', () => {
  it('omits a paragraph of empty variables and keeps a subject on one line', () => {
    expect(
      fillEmailTemplate('Hei {supplier}.\n\nBegrunnelse: {reason}\n\nSlutt.', { supplier: 'Nord', reason: '' }),
    ).toBe('Hei Nord.\n\nSlutt.');
    expect(fillEmailSubject('Om {reason}', { reason: 'x\r\nBcc: all@example.org' })).toBe('Om x Bcc: all@example.org');
  });

  it('inserts a value literally, whatever it contains', () => {
    expect(fillEmailTemplate('{reason}', { reason: '$& {supplier} <b>' })).toBe('$& {supplier} <b>');
  });
});
