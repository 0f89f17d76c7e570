import { exampleTerms, messageOf } from '@tallgrunn/checks';
import { languages } from '@tallgrunn/values';
import { unreadableFileResult } from './unreadable-file-result.ts';

describe('result of a file that could not be read to its end', () => {
  it.each(['memory', 'time', 'crash'] as const)('explains in three languages that it was %s', (stoppedBy) => {
    const { ok, accepted, groups } = unreadableFileResult(stoppedBy, {
      terms: exampleTerms['monthly-food'](),
      context: {},
    });
    expect({ ok, accepted, severity: groups[0]?.severity, class: groups[0]?.class }).toEqual({
      ok: false,
      accepted: 0,
      severity: 'blocksFile',
      class: 3,
    });
    for (const language of languages)
      expect(groups[0] && messageOf(groups[0].example, language)).not.toMatch(/took-too|reader-crashed|\{/);
  });
});
