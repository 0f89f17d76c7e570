import fc from 'fast-check';
import { proposeColumns } from './register-fields.ts';

const unspecific = fc.constantFrom(
  'Kontaktperson',
  'Kontakt',
  'KONTAKTPERSON',
  'Contact person',
  'Contact',
  'Kontaktperson (navn)',
);
const supplierEmail = fc.constantFrom('E-post', 'Leverandør e-post', 'Email');
const agreementEmail = fc.constantFrom('Avtaleansvarlig e-post', 'E-post ansvarlig', 'Contract manager email');
const responsible = fc.constantFrom('Avtaleansvarlig', 'Saksbehandler', 'Contract manager');
const usual = ['Saksnr', 'Avtale', 'Startdato', 'Sluttdato', 'Leverandør'];
const shuffled = (...headings: readonly string[]) =>
  fc.shuffledSubarray([...usual, ...headings], { minLength: usual.length + headings.length });

/** Maps headings in any order. */
const mapped = (headings: fc.Arbitrary<string[]>, expected: (columns: ReturnType<typeof proposeColumns>) => void) =>
  fc.assert(fc.property(headings, (drawn) => expected(proposeColumns(drawn))));

describe('a contact whose heading does not say whose it is', () => {
  it('is the supplier’s next to the supplier’s address', () => {
    mapped(
      fc.tuple(unspecific, supplierEmail).chain((headings) => shuffled(...headings)),
      ({ contactName, supplierContact }) => {
        expect(supplierContact).toMatch(/kontakt|contact/i);
        expect(contactName).toBeUndefined();
      },
    );
  });

  it('is the supplier’s next to its address when the agreement’s has a column of its own', () => {
    mapped(
      fc.tuple(unspecific, supplierEmail, responsible).chain((headings) => shuffled(...headings)),
      ({ contactName, supplierContact }) => {
        expect(supplierContact).toMatch(/^kontakt|^contact( person)?$/i);
        expect(contactName).toMatch(/ansvarlig|saksbehandler|manager/i);
      },
    );
  });

  it('is the agreement’s without an address, and next to an address of the agreement', () => {
    for (const headings of [fc.tuple(unspecific), fc.tuple(unspecific, supplierEmail, agreementEmail)])
      mapped(
        headings.chain((drawn) => shuffled(...drawn)),
        ({ contactName, supplierContact }) => {
          expect(contactName).toMatch(/kontakt|contact/i);
          expect(supplierContact).toBeUndefined();
        },
      );
  });
});
