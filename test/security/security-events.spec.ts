import { securityEventNames } from '@tallgrunn/platform';
import { en } from '../../libs/identity/web/src/texts/en.ts';
import { nb } from '../../libs/identity/web/src/texts/nb.ts';
import { nn } from '../../libs/identity/web/src/texts/nn.ts';

describe('every security event', () => {
  it.each(Object.entries({ nb, nn, en }))('is described in %s', (_language, { audit }) => {
    expect(Object.keys(audit.events).sort()).toEqual([...securityEventNames].sort());
  });
});
