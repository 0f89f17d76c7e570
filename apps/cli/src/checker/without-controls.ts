/** Control characters except tab and newline, which a terminal would execute. Files and templates come from others. */
const controls = /[^\P{Cc}\t\n]/gu;

/** Returns a text that is safe for a terminal, with a replacement character for each control character. */
export const withoutControls = (text: string): string => text.replace(controls, '\ufffd');
