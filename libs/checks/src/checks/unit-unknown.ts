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
      const patches = hint ? [{ set: 'unit' as const, text: line.unitText, unit: hint.unit }] : [];
      say({
        line, role: 'unit', expected: suggestion || null, params: { unit: line.unitText, suggestion }, cause: line.unitText.toLowerCase(),
        fix: fix('use-unit', { unit: line.unitText, suggestion }, patches),
      });
    },
  }),
});
