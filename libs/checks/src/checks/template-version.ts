import { defineCheck } from '../check.ts';
import { placeOf } from '../places.ts';

const marked =
  /\b(?:malversjon|mal ?versjon|versjon av mal|mal|template version|template)\s*(?:nr\.?|v\.?|versjon|version)?\s*[:=]?\s*v?(\d[\w.-]*)/i;

/** Returns whether a text states the version of a template. */
export const isTemplateVersion = (text: string): boolean => marked.test(text);

export const templateVersion = defineCheck({
  id: 'template-version',
  class: 1,
  severity: 'blocksFile',
  needs: ['template'],
  run: ({ plan, say }) => ({
    sheet: (sheet) => {
      const version = sheet.preamble.map((text) => marked.exec(text)?.[1]).find((found) => found !== undefined);
      const expected = plan.terms.template!.version;
      if (version === undefined || version === expected) return;
      say({ place: placeOf(sheet, 1, -1), found: version, expected, params: { version, expected }, cause: version });
    },
  }),
});
