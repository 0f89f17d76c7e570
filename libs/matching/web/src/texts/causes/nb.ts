/**
 * Explanations of how each cause was determined, for accountants: one sentence, or one per side where they differ. Causes
 * that only a user assigns are not included.
 */
export type WhyTexts = Readonly<Record<string, string | { readonly booked: string; readonly reported: string }>>;

export const nb: WhyTexts = {
  timing: {
    booked:
      'Leverandøren har levert rapporter for ukene før, men ingen av dem dekker denne dagen. Kjøpet kan komme i neste rapport.',
    reported: 'Varen er levert så sent at fakturaen kan være bokført etter siste måned regnskapet er importert for.',
  },
  'not-tied': {
    booked:
      'Det som ikke er koblet i rapportene, er like mye som det som ikke er koblet i regnskapet for kommunen i månedene rundt. Kjøpet er trolig rapportert, men i en annen form.',
    reported:
      'Det som ikke er koblet i rapportene, er like mye som det som ikke er koblet i regnskapet for kommunen i månedene rundt. Kjøpet er trolig bokført, men i en annen form.',
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
    'Teksten nevner frakt, gebyr, pant, rabatt, avrunding eller lignende. En rapport om varer trenger ikke å ha det med.',
  vat: 'Forskjellen mellom beløpene tilsvarer en merverdiavgiftssats, eller teksten nevner merverdiavgift. Det ene beløpet kan være med merverdiavgift.',
  'off-assortment': 'Varen er ikke i avtalens prisliste.',
  'missing-alias': {
    booked:
      'Leverandøren har rapportert andre kjøp hos kommunen i samme kvartal, men ikke noe fra dette kostnadsstedet. Stedet kan mangle i leverandørens kunderegister.',
    reported: 'Raden har en kunde eller et sted vi ikke kjenner igjen.',
  },
  'wrong-posting': 'Varen blir vanligvis ført på en annen konto. Det endrer ikke hva som er kjøpt.',
  'buyer-without-books':
    'Kjøperen er et foretak, et kirkelig fellesråd, en barnehage eller lignende, og regnskapet er ikke importert.',
  'booked-by-host': 'Kjøpt av en virksomhet der vertskommunen fører regnskapet.',
  'factoring-payee': 'Fakturaen er betalt til et annet selskap enn selgeren, for eksempel et factoringselskap.',
  'period-13': 'Ført i periode 13, etter årsslutt. Varene hører til året før.',
  'purchasing-card': 'Teksten nevner innkjøpskort eller betalingskort. Da viser regnskapet sjelden hva som er kjøpt.',
  'internal-invoice': 'Teksten nevner internfaktura eller fordeling mellom enheter. Det er ikke et nytt kjøp.',
  'report-missing': 'Ingen godkjent rapport fra leverandøren dekker dagen ennå.',
  'books-missing': 'Verken regnskapet for måneden eller for de to neste er importert ennå.',
  'reported-twice':
    'En rad til i samme rapport er helt lik. Det kan være to like salg, eller ett som er rapportert to ganger.',
  credited:
    'Et like stort beløp med motsatt fortegn er heller ikke avstemt. Kjøpet og kreditnotaen går opp mot hverandre.',
  'invoice-remainder': 'Den delen av posteringen som e-fakturaens linjer ikke dekker: øreavrunding eller fordeling.',
  'amount-differs': 'Linjene er samme kjøp, men beløpene er ulike. Se om det skyldes mengden eller prisen.',
  'off-agreement':
    'Solgt av andre enn avtaleleverandøren, på en konto der avtalens varer vanligvis blir ført. Spør enheten som har kjøpt, om det er riktig.',
  'no-agreement': 'Selgeren har ingen avtale, og kontoen brukes vanligvis ikke for avtalens varer.',
  none: 'Ingen regel forklarer linjen. Velg en linje som er samme kjøp, eller skriv hvorfor den ikke har treff.',
};
