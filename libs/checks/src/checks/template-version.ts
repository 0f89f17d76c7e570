import { defineCheck } from '../check.ts';
import { locationOf } from '../places.ts';

const versionPattern =
  /\b(?:malversjon|mal ?versjon|versjon av mal|mal|template version|template)\s*(?:nr\.?|v\.?|versjon|version)?\s*[:=]?\s*v?(\d[\w.-]*)/i;

/** Returns whether a text states the version of a template. */
export const isTemplateVersion = (text: string): boolean => versionPattern.test(text);

export const templateVersion = defineCheck({
  id: 'template-version',
  class: 1,
  severity: 'blocksFile',
  needs: ['template'],
  run: ({ plan, say }) => ({
    sheet: (sheet) => {
      const version = sheet.preamble.map((text) => versionPattern.exec(text)?.[1]).find((found) => found !== undefined);
      const expected = plan.terms.template!.version;
      if (version === undefined || version === expected) return;
      say({ place: locationOf(sheet, 1, -1), found: version, expected, params: { version, expected }, cause: version });
    },
  }),
});
