import { defineCheck } from '../check.ts';
import { fix } from '../fixes.ts';
import { unitHint } from '../plan/units.ts';

export const unitUnknown = defineCheck({
  id: 'unit-unknown',
  class: 50,
  severity: 'blocksRow',
  roles: ['unit'],
  run: ({ say }) => ({
    line: (line) => {
      if (line.unit !== null || line.unitText === '' || line.kind === 'fee' || line.kind === 'deposit') return;
      const hint = unitHint(line.unitText);
      const suggestion = hint ? (hint.pieces ? `${hint.unit} (${hint.pieces})` : hint.unit) : '';
      // "pk à 12" is a specific pack: another pack may contain another number.
      const patch = hint?.pieces
        ? { unit: line.unitText.toLowerCase(), factor: hint.pieces, to: 'stk' }
        : { unit: hint?.unit ?? '' };
      const patches = hint ? [{ set: 'unit' as const, text: line.unitText, ...patch }] : [];
      say({
        line,
        role: 'unit',
        expected: suggestion || null,
        params: { unit: line.unitText, suggestion },
        cause: line.unitText.toLowerCase(),
        fix: fix('use-unit', { unit: line.unitText, suggestion }, patches),
      });
    },
  }),
});
