import { validateProfile, builtInProfiles, FormatProblem, type LedgerProfile } from '@tallgrunn/formats';
import { WrongUsage } from '../command.ts';
import { readJson } from '../read-json.ts';

/** Returns the bundled profile with this id, otherwise the one in this JSON file. @throws WrongUsage */
export async function ledgerProfileFrom(idOrPath: string): Promise<LedgerProfile> {
  const example = builtInProfiles.find(({ id }) => id === idOrPath);
  if (example) return example;
  try {
    return validateProfile(await readJson('--profile', idOrPath));
  } catch (error) {
    if (!(error instanceof FormatProblem)) throw error;
    throw new WrongUsage(
      `--profile ${idOrPath} is not as "schema ledger-profile" describes: ${Object.values(error.params).join(', ')}.`,
    );
  }
}

export const profileIds: readonly string[] = builtInProfiles.map(({ id }) => id);
