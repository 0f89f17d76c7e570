import { emailTemplateFaults, languages } from '@tallgrunn/values';
import { kindNames, variablesOf } from '../notification-kinds.ts';
import { defaultTemplates } from './default-templates.ts';

describe('default templates', () => {
  it.each(languages)('use only variables of their kind (%s)', (language) => {
    const faults = kindNames.flatMap((kind) =>
      emailTemplateFaults(variablesOf(kind), defaultTemplates[language][kind]),
    );
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
