export interface Person {
  id: string;
  name: string;
  email: string;
  /** 'riik', a supplier key or a municipality number. */
  organisation: string;
  role:
    | 'contract-manager'
    | 'administrator'
    | 'supplier-clerk'
    | 'supplier-administrator'
    | 'buyer'
    | 'buyer-administrator';
  password: string;
}

/** One password for all users: it only opens this fictional world. */
const password = 'Tallgrunn-demo-2026';

/** Builds an invented person. The address ends in .example, so no mail is ever delivered. */
export const person = ({
  id,
  name,
  organisation,
  domain,
  role,
}: Record<'id' | 'name' | 'organisation' | 'domain' | 'role', string>): Person => ({
  id,
  name,
  organisation,
  role: role as Person['role'],
  password,
  email: `${emailName(name)}@${domain}`,
});

function emailName(name: string): string {
  const letters: Record<string, string> = { æ: 'ae', ø: 'o', å: 'a' };
  return name
    .toLowerCase()
    .replace(/[æøå]/g, (letter) => letters[letter] ?? letter)
    .replaceAll(' ', '.');
}
