/**
 * Explanations of how each cause was determined, for accountants: one sentence, or one per side where they differ. Causes
 * that only a user assigns are not included.
 */
export type WhyTexts = Readonly<Record<string, string | { readonly booked: string; readonly reported: string }>>;

export const nb: WhyTexts = {
  timing: {
    booked:
      'Leverandøren har levert rapporter for ukene før, men ingen av dem dekker denne dagen. Kjøpet kan komme i neste rapport.',
    reported: 'Varen er levert så sent at fakturaen kan være bokført etter siste måned regnskapet er lest inn for.',
  },
  'not-tied': {
    booked:
      'Det som ikke er koblet av rapportene og av regnskapet for kommunen i månedene rundt, er like mye. Kjøpet er trolig rapportert, men i en annen form.',
    reported:
      'Det som ikke er koblet av rapportene og av regnskapet for kommunen i månedene rundt, er like mye. Kjøpet er trolig bokført, men i en annen form.',
  },
  'not-known': {
    booked:
      'Rapportene har også rader for kommunen i månedene rundt som ikke er koblet til noe, og kjøpet kan være blant dem. Vi vet ikke om det mangler.',
    reported:
      'Regnskapet har også linjer fra leverandøren i månedene rundt som ikke er koblet til noe, og raden kan være blant dem, helt eller delvis. Vi vet ikke om det mangler.',
  },
  'other-unit': {
    booked: 'Rapporten har samme fakturanummer med samme sum på en annen enhet. Kjøpet er trolig rapportert der.',
    reported: 'En annen enhet har bokført samme fakturanummer med samme sum. Kjøpet er trolig bokført der.',
  },
  'freight-fees':
    'Teksten sier frakt, gebyr, pant, rabatt, avrunding eller lignende. En rapport om varer trenger ikke å nevne det.',
  vat: 'Beløpene skiller seg som en merverdiavgiftssats, eller teksten sier merverdiavgift. Den ene siden kan ha regnet avgiften med.',
  'off-assortment': 'Varen står ikke i avtalens prisliste.',
  'missing-alias': {
    booked:
      'Leverandøren har rapportert andre kjøp hos kommunen i samme kvartal, men ikke noe fra dette kostnadsstedet. Stedet kan mangle i leverandørens kunderegister.',
    reported: 'Raden nevner en kunde eller et sted vi ikke kjenner igjen.',
  },
  'wrong-posting': 'Varen pleier å stå på en annen konto. Det endrer ikke hva som er kjøpt.',
  'buyer-without-books':
    'Kjøperen er et foretak, et kirkelig fellesråd, en barnehage eller lignende, og regnskapet er ikke lest inn her.',
  'booked-by-host': 'Kjøpt av en virksomhet der vertskommunen fører regnskapet.',
  'factoring-payee': 'Fakturaen er betalt til et annet selskap enn det som solgte, for eksempel et factoringselskap.',
  'period-13': 'Ført i periode 13, etter årsslutt. Varene hører til året før.',
  'purchasing-card': 'Teksten sier innkjøpskort eller betalingskort. Da vet regnskapet sjelden hva som er kjøpt.',
  'internal-invoice': 'Teksten sier internfaktura eller fordeling mellom enheter. Det er ikke et nytt kjøp.',
  'report-missing': 'Ingen godkjent rapport fra leverandøren dekker dagen ennå.',
  'books-missing': 'Verken regnskapet for måneden eller for de to neste er lest inn ennå.',
  'reported-twice':
    'En rad til i samme rapport er helt lik. Det kan være to like salg, eller ett som er rapportert to ganger.',
  credited: 'Et like stort beløp med motsatt fortegn står også alene. Kjøp og kreditnota går opp mot hverandre.',
  'invoice-remainder':
    'Det som er igjen av posteringen når e-fakturaens linjer er trukket fra: øreavrunding eller fordeling.',
  'amount-differs': 'De to sidene hører sammen, men beløpene er ulike. Se om det er mengden eller prisen.',
  'off-agreement':
    'Solgt av andre enn avtaleleverandøren, på en konto der avtalens varer pleier å stå. Enheten som kjøpte, vet om det var riktig.',
  'no-agreement': 'Selgeren har ingen avtale, og det er ikke en konto der avtalens varer pleier å stå.',
  none: 'Ingen regel forklarer linjen. Se om en linje på den andre siden er samme kjøp, eller si hvorfor den står alene.',
};
