/** Control characters but tab and newline: a terminal does what they say. Files and templates are written by others. */
const controls = /[^\P{Cc}\t\n]/gu;

/** A text as a terminal may show it, with a mark in place of each control character. */
export const withoutControls = (text: string): string => text.replace(controls, '\ufffd');
