/** One instruction of a Dockerfile, with continued lines joined. */
export interface Instruction {
  line: number;
  word: string;
  rest: string;
}

const knownInstructions = new Set([
  'FROM',
  'RUN',
  'CMD',
  'LABEL',
  'EXPOSE',
  'ENV',
  'COPY',
  'ENTRYPOINT',
  'VOLUME',
  'USER',
  'WORKDIR',
  'ARG',
  'STOPSIGNAL',
  'HEALTHCHECK',
  'SHELL',
]);

export function instructionsOf(text: string): Instruction[] {
  const found: Instruction[] = [];
  let open = false;
  text.split('\n').forEach((whole, index) => {
    if (/^\s*(#|$)/.test(whole)) return;
    const piece = whole.replace(/\\\s*$/, '').trim();
    const last = found.at(-1);
    if (open && last) last.rest += ` ${piece}`;
    else found.push({ line: index + 1, word: piece.split(/\s/)[0] ?? '', rest: piece.replace(/^\S+\s*/, '') });
    open = /\\\s*$/.test(whole);
  });
  return found;
}

const isPinned = (image: string) => /:[^:@]*\d+\.\d+/.test(image) || image.includes('@sha256:');
const isArray = (text: string) => {
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    return false;
  }
};

/** Returns the text with the defaults of the ARGs before the first FROM substituted. */
export function withDefaults(text: string): string {
  const before = text.split(/^FROM /m)[0] ?? '';
  const defaults = new Map(
    [...before.matchAll(/^ARG (\w+)=(\S+)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );
  return text.replace(/^(FROM .*?)\$\{(\w+)\}/gm, (whole, start: string, name: string) =>
    defaults.has(name) ? `${start}${defaults.get(name)}` : whole,
  );
}

function instructionProblems({ word, rest }: Instruction, stages: Set<string>): string | null {
  if (!knownInstructions.has(word))
    return word === 'ADD' ? 'use COPY: ADD fetches and unpacks' : `is no instruction: ${word}`;
  if (word === 'FROM') {
    const [image = ''] = rest.split(/\s/);
    return stages.has(image) || isPinned(image) ? null : `pin the version of ${image}`;
  }
  if (word === 'RUN' && /\bsudo\b|curl [^|]*\|\s*(ba)?sh|npm install\b/.test(rest))
    return 'install from the lockfile only, without sudo and without piping into a shell';
  if (word === 'RUN' && /apt-get install/.test(rest) && !/--no-install-recommends/.test(rest))
    return 'apt-get install needs --no-install-recommends';
  if (word === 'ENV' && /(PASSWORD|SECRET|TOKEN|DATABASE_URL)\s*=/i.test(rest)) return 'holds a secret';
  if (word === 'WORKDIR' && !rest.startsWith('/')) return 'WORKDIR is not absolute';
  if ((word === 'CMD' || word === 'ENTRYPOINT') && !isArray(rest))
    return 'write it as a list, so that signals reach the program';
  return null;
}

/** Returns the problems of a Dockerfile: unpinned images, secrets, a shell before the program, root at run time. */
export function dockerfileProblems(text: string): string[] {
  const all = instructionsOf(withDefaults(text));
  const stages = new Set<string>();
  const found = all.flatMap((each) => {
    const said = instructionProblems(each, stages);
    const [, stage] = / as (\S+)$/i.exec(each.word === 'FROM' ? each.rest : '') ?? [];
    if (stage) stages.add(stage);
    return said ? [`line ${each.line}: ${said}`] : [];
  });
  const last = all.slice(all.findLastIndex(({ word }) => word === 'FROM'));
  const user = last.findLast(({ word }) => word === 'USER')?.rest ?? 'root';
  if (/^(root|0)\b/.test(user)) found.push('the last stage runs as root');
  for (const word of ['HEALTHCHECK', 'CMD'])
    if (!last.some((each) => each.word === word)) found.push(`the last stage has no ${word}`);
  return found;
}
