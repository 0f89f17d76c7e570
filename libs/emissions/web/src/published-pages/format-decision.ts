import type { DecidedDto } from '@tallgrunn/api-client/shapes';
import type { Language } from '@tallgrunn/values';
import type { PublishedTexts } from '../texts/published-nb.ts';

type MethodWords = Readonly<Record<string, string>>;

/** Describes a decision about a line in one sentence. */
export function formatDecision(
  one: DecidedDto,
  { line }: PublishedTexts,
  methods: MethodWords,
  language: Language,
): string {
  const { kind, decidedKind, decided, decidedName, reason, by, proposedBy, hasDecider, hasProposer } = one;
  const role = line.roles[kind === 'declaration' ? 'declaration' : 'other'];
  const [first = '', source] = decided;
  const named = () => decidedName?.[language] ?? first;
  const decisionText = {
    factor: () => (source ? `«${first}» (${source})` : first),
    methods: () => decided.map((method) => methods[method] ?? method).join(', '),
    product: named,
    category: named,
    verdict: () => line.verdicts[first] ?? first,
    nothing: () => line.nothing,
  }[decidedKind]();
  return line.decision({
    about: line.about[kind]({ name: aboutOf(one, line.systems, language) }),
    decided: decisionText,
    reason,
    by: by ?? (hasDecider ? role : ''),
    proposedBy: proposedBy ?? (hasProposer ? role : ''),
  });
}

function aboutOf(
  { aboutKind, about, aboutName }: DecidedDto,
  systems: Readonly<Record<string, string>>,
  language: Language,
): string {
  if (aboutKind !== 'account') return aboutName?.[language] ?? about;
  const [system = '', account = ''] = about.split(':');
  return `${systems[system] ?? system} ${account}`;
}
