import type { Language } from '@tallgrunn/values';

interface ChangeTexts {
  readonly added: string;
  readonly removed: string;
  readonly changed: string;
  readonly reordered: string;
  readonly list: string;
}

/** Sentence templates for changes of terms. */
export const changeTexts: Readonly<Record<Language, ChangeTexts>> = {
  nb: {
    added: 'Nytt: {value}',
    removed: 'Tatt bort: {value}',
    changed: 'Fra {before} til {after}',
    reordered: 'Ny rekkefølge: {after}',
    list: '[Nytt: {added}. ][Tatt bort: {removed}.]',
  },
  nn: {
    added: 'Nytt: {value}',
    removed: 'Teke bort: {value}',
    changed: 'Frå {before} til {after}',
    reordered: 'Ny rekkjefølgje: {after}',
    list: '[Nytt: {added}. ][Teke bort: {removed}.]',
  },
  en: {
    added: 'New: {value}',
    removed: 'Removed: {value}',
    changed: 'From {before} to {after}',
    reordered: 'New order: {after}',
    list: '[New: {added}. ][Removed: {removed}.]',
  },
};
