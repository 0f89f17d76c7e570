import { catalogue } from '@tallgrunn/values';

type Named = { name: string };

/** Messages of the command line about files as such; the libraries that read them describe the content. */
export const cliTexts = catalogue({
  nb: {
    'file-not-found': ({ name }: Named) => `Filen ${name} finnes ikke.`,
    'file-not-readable': ({ name }: Named) => `Filen ${name} kan ikke leses: du har ikke tilgang til den.`,
    'not-a-file': ({ name }: Named) => `${name} er en mappe og ikke en fil.`,
    'internal-error': ({ name }: Named) => `Vi klarte ikke å behandle ${name}. Det er en feil hos oss.`,
    'document-type-not-supported': ({ name }: Named) => `${name} er av en type som Tallgrunn ikke leser ennå.`,
    'file-unreadable': ({ name }: Named) => `Vi klarte ikke å lese innholdet i ${name}.`,
  },
  nn: {
    'file-not-found': ({ name }: Named) => `Fila ${name} finst ikkje.`,
    'file-not-readable': ({ name }: Named) => `Fila ${name} kan ikkje lesast: du har ikkje tilgang til ho.`,
    'not-a-file': ({ name }: Named) => `${name} er ei mappe og ikkje ei fil.`,
    'internal-error': ({ name }: Named) => `Vi klarte ikkje å behandle ${name}. Det er ein feil hos oss.`,
    'document-type-not-supported': ({ name }: Named) => `${name} er av ein type som Tallgrunn ikkje les enno.`,
    'file-unreadable': ({ name }: Named) => `Vi klarte ikkje å lese innhaldet i ${name}.`,
  },
  en: {
    'file-not-found': ({ name }: Named) => `The file ${name} does not exist.`,
    'file-not-readable': ({ name }: Named) => `The file ${name} cannot be read: you do not have access to it.`,
    'not-a-file': ({ name }: Named) => `${name} is a folder and not a file.`,
    'internal-error': ({ name }: Named) => `We could not process ${name}. The fault is ours.`,
    'document-type-not-supported': ({ name }: Named) => `${name} is of a type that Tallgrunn does not read yet.`,
    'file-unreadable': ({ name }: Named) => `We could not read the content of ${name}.`,
  },
});
