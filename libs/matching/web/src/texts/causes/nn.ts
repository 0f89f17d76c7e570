import type { WhyTexts } from './nb.ts';

export const nn: WhyTexts = {
  timing: {
    booked:
      'Leverandøren har levert rapportar for vekene før, men ingen av dei dekkjer denne dagen. Kjøpet kan kome i neste rapport.',
    reported: 'Vara er levert så seint at fakturaen kan vere bokført etter siste månad rekneskapen er importert for.',
  },
  'not-tied': {
    booked:
      'Det som ikkje er kopla i rapportane, er like mykje som det som ikkje er kopla i rekneskapen for kommunen i månadene rundt. Kjøpet er truleg rapportert, men i ei anna form.',
    reported:
      'Det som ikkje er kopla i rapportane, er like mykje som det som ikkje er kopla i rekneskapen for kommunen i månadene rundt. Kjøpet er truleg bokført, men i ei anna form.',
  },
  'not-known': {
    booked:
      'Rapportane har òg rader for kommunen i månadene rundt som ikkje er kopla til noko, og kjøpet kan vere blant dei. Vi veit ikkje om det manglar.',
    reported:
      'Rekneskapen har òg linjer frå leverandøren i månadene rundt som ikkje er kopla til noko, og rada kan vere blant dei, heilt eller delvis. Vi veit ikkje om det manglar.',
  },
  'other-unit': {
    booked: 'Rapporten har same fakturanummer med same sum på ei anna eining. Kjøpet er truleg rapportert der.',
    reported: 'Ei anna eining har bokført same fakturanummer med same sum. Kjøpet er truleg bokført der.',
  },
  'freight-fees':
    'Teksten nemner frakt, gebyr, pant, rabatt, avrunding eller liknande. Ein rapport om varer treng ikkje å ha det med.',
  vat: 'Skilnaden mellom beløpa svarer til ein meirverdiavgiftssats, eller teksten nemner meirverdiavgift. Det eine beløpet kan vere med meirverdiavgift.',
  'off-assortment': 'Vara er ikkje i prislista til avtalen.',
  'missing-alias': {
    booked:
      'Leverandøren har rapportert andre kjøp hos kommunen i same kvartal, men ikkje noko frå denne kostnadsstaden. Staden kan mangle i kunderegisteret til leverandøren.',
    reported: 'Rada har ein kunde eller ein stad vi ikkje kjenner att.',
  },
  'wrong-posting': 'Vara blir vanlegvis ført på ein annan konto. Det endrar ikkje kva som er kjøpt.',
  'buyer-without-books':
    'Kjøparen er eit føretak, eit kyrkjeleg fellesråd, ein barnehage eller liknande, og rekneskapen er ikkje importert.',
  'booked-by-host': 'Kjøpt av ei verksemd der vertskommunen fører rekneskapen.',
  'factoring-payee': 'Fakturaen er betalt til eit anna selskap enn seljaren, til dømes eit factoringselskap.',
  'period-13': 'Ført i periode 13, etter årsslutt. Varene høyrer til året før.',
  'purchasing-card': 'Teksten nemner innkjøpskort eller betalingskort. Då viser rekneskapen sjeldan kva som er kjøpt.',
  'internal-invoice': 'Teksten nemner internfaktura eller fordeling mellom einingar. Det er ikkje eit nytt kjøp.',
  'report-missing': 'Ingen godkjend rapport frå leverandøren dekkjer dagen enno.',
  'books-missing': 'Verken rekneskapen for månaden eller for dei to neste er importert enno.',
  'reported-twice':
    'Ei rad til i same rapport er heilt lik. Det kan vere to like sal, eller eitt som er rapportert to gonger.',
  credited:
    'Eit like stort beløp med motsett forteikn er heller ikkje avstemt. Kjøpet og kreditnotaen går opp mot kvarandre.',
  'invoice-remainder': 'Den delen av posteringa som linjene i e-fakturaen ikkje dekkjer: øreavrunding eller fordeling.',
  'amount-differs': 'Linjene er same kjøp, men beløpa er ulike. Sjå om det skriv seg frå mengda eller prisen.',
  'off-agreement':
    'Selt av andre enn avtaleleverandøren, på ein konto der varene i avtalen vanlegvis blir førte. Spør eininga som har kjøpt, om det er rett.',
  'no-agreement': 'Seljaren har ingen avtale, og kontoen blir vanlegvis ikkje brukt for varene i avtalen.',
  none: 'Ingen regel forklarer linja. Vel ei linje som er same kjøp, eller skriv kvifor ho ikkje har treff.',
};
