import { formatDate, listing, osloDate } from '@tallgrunn/values';
import type { OpenTemplateTexts } from './open-template-nb.ts';

const day = (instant: string) => formatDate(osloDate(new Date(instant)), 'en');

/** Texts of published templates, in English. */
export const openTemplateEn: OpenTemplateTexts = {
  title: 'Open template',
  help: 'Publish the terms as an open template, and anyone can check a file against them without signing in. Suppliers can try their files before they have access.',
  seePreview: 'See what becomes public',
  previewTitle: 'This becomes public',
  shown: (p) => [
    `The name of the purchasing cooperative, and the titles of the agreement and the report.`,
    `The columns of the report, their allowed values, and how to fill them in.`,
    `The rules: period, deadlines, checks and consequences, with references and texts of the agreement that are in the terms.`,
    `Always the newest terms in force. Today that is version ${p.version}.`,
  ],
  never:
    'Prices, items, names of buyers and suppliers, and reported data are not included. If you have written such names in a text, or in the list of a custom column, they are included: read the terms through first.',
  withheld: (p) =>
    `The lists of allowed values for ${listing('en', p.fields)} are not published, because they may name buyers or items.`,
  whole: 'Read the terms as everyone can read them',
  slug: 'Last part of the address',
  slugHelp: 'Small letters a–z, digits and hyphens. The address cannot be changed later.',
  slugWrong: 'Write at least three characters: small letters a–z, digits, and hyphens between them',
  sameAddress: (p) => `The template gets the same address as before: ${p.address}`,
  publish: 'Publish the template',
  cancel: 'Cancel',
  published: (p) => `Published ${day(p.at)}. Anyone can check a file here:`,
  withdrawn: (p) => `Withdrawn ${day(p.at)}. The address shows that the template is no longer available:`,
  alsoPublic: (p) =>
    `The report is an open template: once this version is in force, anyone can read it at ${p.address}. Review texts and lists of custom columns before you publish.`,
  withdraw: 'Withdraw the template',
};
