import { defineCheck, numberParam } from '../check.ts';

export const largeFile = defineCheck({
  id: 'large-file',
  class: 76,
  severity: 'info',
  params: { rowsMin: 200_000 },
  run: ({ say, params }) => ({
    end: ({ rows }) => {
      if (rows >= numberParam(params, 'rowsMin')) say({ found: String(rows), params: { rows } });
    },
  }),
});
