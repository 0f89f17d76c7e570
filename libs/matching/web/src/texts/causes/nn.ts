import type { WhyTexts } from './nb.ts';

export const nn: WhyTexts = {
  timing: {
    booked:
      'Leverandøren har levert rapportar for vekene før, men ingen av dei dekkjer denne dagen. Kjøpet kan kome i neste rapport.',
    reported: 'Vara er levert så seint at fakturaen kan vere bokført etter siste månad rekneskapen er lesen inn for.',
  },
  'not-tied': {
    booked:
      'Det som ikkje er kopla av rapportane og av rekneskapen for kommunen i månadene rundt, er like mykje. Kjøpet er truleg rapportert, men i ei anna form.',
    reported:
      'Det som ikkje er kopla av rapportane og av rekneskapen for kommunen i månadene rundt, er like mykje. Kjøpet er truleg bokført, men i ei anna form.',
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
    'Teksten seier frakt, gebyr, pant, rabatt, avrunding eller liknande. Ein rapport om varer treng ikkje å nemne det.',
  vat: 'Beløpa skil seg som ein meirverdiavgiftssats, eller teksten seier meirverdiavgift. Den eine sida kan ha rekna avgifta med.',
  'off-assortment': 'Vara står ikkje i prislista til avtalen.',
  'missing-alias': {
    booked:
      'Leverandøren har rapportert andre kjøp hos kommunen i same kvartal, men ikkje noko frå denne kostnadsstaden. Staden kan mangle i kunderegisteret til leverandøren.',
    reported: 'Rada nemner ein kunde eller ein stad vi ikkje kjenner att.',
  },
  'wrong-posting': 'Vara brukar å stå på ein annan konto. Det endrar ikkje kva som er kjøpt.',
  'buyer-without-books':
    'Kjøparen er eit føretak, eit kyrkjeleg fellesråd, ein barnehage eller liknande, og rekneskapen er ikkje lesen inn her.',
  'booked-by-host': 'Kjøpt av ei verksemd der vertskommunen fører rekneskapen.',
  'factoring-payee': 'Fakturaen er betalt til eit anna selskap enn det som selde, til dømes eit factoringselskap.',
  'period-13': 'Ført i periode 13, etter årsslutt. Varene høyrer til året før.',
  'purchasing-card': 'Teksten seier innkjøpskort eller betalingskort. Då veit rekneskapen sjeldan kva som er kjøpt.',
  'internal-invoice': 'Teksten seier internfaktura eller fordeling mellom einingar. Det er ikkje eit nytt kjøp.',
  'report-missing': 'Ingen godkjend rapport frå leverandøren dekkjer dagen enno.',
  'books-missing': 'Verken rekneskapen for månaden eller for dei to neste er lesen inn enno.',
  'reported-twice':
    'Ei rad til i same rapport er heilt lik. Det kan vere to like sal, eller eitt som er rapportert to gonger.',
  credited: 'Eit like stort beløp med motsett forteikn står òg åleine. Kjøp og kreditnota går opp mot kvarandre.',
  'invoice-remainder':
    'Det som er att av posteringa når linjene i e-fakturaen er trekte frå: øreavrunding eller fordeling.',
  'amount-differs': 'Dei to sidene høyrer saman, men beløpa er ulike. Sjå om det er mengda eller prisen.',
  'off-agreement':
    'Selt av andre enn avtaleleverandøren, på ein konto der varene i avtalen brukar å stå. Eininga som kjøpte, veit om det var rett.',
  'no-agreement': 'Seljaren har ingen avtale, og det er ikkje ein konto der varene i avtalen brukar å stå.',
  none: 'Ingen regel forklarer linja. Sjå om ei linje på den andre sida er same kjøp, eller sei kvifor ho står åleine.',
};
