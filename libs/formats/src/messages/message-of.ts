import { catalogue, type Language } from '@tallgrunn/values';
import type { FormatFinding } from '../reading.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import { nn } from './nn.ts';
import { messageArgs, type Sentence } from './message-args.ts';

const textsIn = catalogue<Record<keyof typeof nb, Sentence>>({ nb, nn, en });

/**
 * Returns the finding as a sentence. An unknown code, for example of another reader, gives the sentence "file
 * unreadable".
 */
export function messageOf(finding: FormatFinding, language: Language): string {
  const texts: Partial<Record<string, Sentence>> = textsIn(language);
  const sentence = texts[finding.code];
  if (sentence) return sentence(messageArgs(finding, language));
  return textsIn(language)['file-unreadable'](
    messageArgs({ ...finding, params: { ...finding.params, code: finding.code } }, language),
  );
}
