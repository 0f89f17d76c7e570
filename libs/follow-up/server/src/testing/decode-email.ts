/** Returns an e-mail in readable form: headers unfolded, encoded words and quoted-printable text decoded. */
export function decodeEmail(source: string): string {
  const [head = '', ...rest] = source.split(/\r?\n\r?\n/);
  return `${decodeHead(head)}\n\n${decodeText(rest.join('\n\n').replaceAll(/=\r?\n/g, ''))}`;
}

/** Returns the subject lines of decoded e-mails in alphabetical order. */
export const subjectsOf = (emails: readonly string[]): string[] =>
  emails.map((each) => /^Subject: (.*)$/m.exec(each)?.[1]?.trim() ?? '').toSorted();

const decodeHead = (head: string): string =>
  head
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?B\?([^?]*)\?=/gi, (_, text: string) => Buffer.from(text, 'base64').toString('utf8'))
    .replaceAll(/=\?utf-8\?Q\?([^?]*)\?=/gi, (_, text: string) => decodeText(text.replaceAll('_', ' ')));

const decodeText = (text: string): string =>
  text.replaceAll(/((?:=[0-9A-F]{2})+)/gi, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'));
