import type { DefaultTemplates } from './template-text.ts';

export const nn: DefaultTemplates = {
  'obligation-opened': {
    subject: 'Rapporten for {period} kan leverast: {agreement}',
    body: 'Perioden {period} er over. {supplier} kan no levere {report} på avtalen «{agreement}». Fristen er {dueDate}.\n\nHar de ikkje levert noko i perioden, kan de melde ingen leveransar.',
    button: 'Lever rapporten',
  },
  'obligation-due': {
    subject: 'Frist {daysLeft}: rapporten for {period}, {agreement}',
    body: '{supplier} skal levere {report} for {period} på avtalen «{agreement}». Fristen er {dueDate}, {daysLeft}. Vi har ikkje fått han enno.\n\nHar de ikkje levert noko i perioden, kan de melde ingen leveransar.',
    button: 'Lever rapporten',
  },
  'obligation-late': {
    subject: 'Vi manglar rapporten for {period}: {agreement}',
    body: 'Fristen for {report} for {period} på avtalen «{agreement}» var {dueDate}, for {daysLate} sidan. Vi kan ikkje sjå at {supplier} har levert.\n\nLever rapporten så snart de kan. Har de ikkje levert noko i perioden, kan de melde ingen leveransar. Svar på denne e-posten dersom noko hindrar dykk.',
    button: 'Lever rapporten',
  },
  'check-not-submitted': {
    subject: 'Fila er kontrollert, men ikkje send inn: {period}, {agreement}',
    body: '{supplier} kontrollerte ei fil for {period} på avtalen «{agreement}» {date}. Ho er ikkje send inn, og rapporten er difor ikkje levert. Fristen er {dueDate}.',
    button: 'Sjå fila og send inn',
  },
  'report-received': {
    subject: 'Vi har fått rapport {reportNumber} for {period}: {agreement}',
    body: 'Rapport {reportNumber} for {period} på avtalen «{agreement}» er motteken, med {lineCount}. Kvitteringa finn de på sida til rapporten.',
    button: 'Sjå kvitteringa',
  },
  'report-returned': {
    subject: 'Rapport {reportNumber} er send i retur: {period}, {agreement}',
    body: '{cooperative} har sendt rapport {reportNumber} for {period} på avtalen «{agreement}» i retur. Han blir ikkje rekna som levert før de har sendt ein ny.\n\nGrunngiving: {reason}\n\nRader i fila som kontrollen spurde om: {rows}',
    button: 'Send ein ny rapport',
  },
  'report-accepted': {
    subject: 'Rapport {reportNumber} er godkjend: {period}, {agreement}',
    body: '{cooperative} har godkjent rapport {reportNumber} for {period} på avtalen «{agreement}», med {lineCount}. De treng ikkje gjere meir.',
    button: 'Sjå rapporten',
  },
  'correction-requested': {
    subject: 'Vi ber om ei retting: rapport {reportNumber}, {agreement}',
    body: '{cooperative} ber {supplier} rette rapport {reportNumber} for {period} på avtalen «{agreement}».\n\nDet gjeld: {reason}',
    button: 'Rett rapporten',
  },
  'declaration-requested': {
    subject: 'Vi ber om miljødeklarasjonar innan {date}: {agreement}',
    body: 'Avtalen «{agreement}» ber {supplier} om miljødeklarasjonar innan {date}.\n\n{reason}',
    button: 'Lever deklarasjonar',
  },
  'declaration-expiring': {
    subject: 'Deklarasjonen for {product} gjeld til {date}',
    body: 'Miljødeklarasjonen for {product} gjeld til og med {date}. Etter den dagen blir han ikkje lenger brukt i klimarekneskapen til kundane. Lever ein ny når de har han.',
    button: 'Sjå deklarasjonane',
  },
  'price-adjustment-decided': {
    subject: 'Prisreguleringa er avgjord ({decision}): {agreement}',
    body: 'Ønsket frå {supplier} om nye prisar på avtalen «{agreement}» er {decision}. Nye prisar gjeld frå: {date}.\n\nGrunngiving: {reason}',
    button: 'Sjå prisane',
  },
  'quality-letter': {
    subject: 'Datakvaliteten i rapportane frå {month}: {level}',
    body: '{supplier} sende inn {lineCount} i {month}. Datakvaliteten var på {level}. Talet på funn som måtte rettast: {count}.\n\nKontrollane med flest funn: {checks}.\n\nBrevet kjem éin gong i månaden. De kan slå det av.',
    button: 'Sjå datakvaliteten',
  },
  'statement-decided': {
    subject: 'Leverandørvurdering for {year}: {agreement}',
    body: '{cooperative} har avgjort leverandørvurderinga {statementNumber} av {supplier} for {year} på avtalen «{agreement}». Samla vurdering: {rating}.\n\nDe kan lese tala og grunngivinga, og skrive ein kommentar.',
    button: 'Sjå vurderinga',
  },
  'agreement-ending': {
    subject: 'Avtalen {agreement} varer til {date}',
    body: 'Avtalen «{agreement}» ({agreementNumber}) varer til og med {date}. Leveransar som er bestilte før den dagen, blir rapporterte som før.',
    button: 'Sjå avtalen',
  },
  'supplier-late': {
    subject: '{supplier} manglar rapporten for {period}: {agreement}',
    body: '{supplier} har ikkje levert {report} for {period} på avtalen «{agreement}». Fristen var {dueDate}, for {daysLate} sidan. Leverandøren har fått eit varsel.',
    button: 'Sjå kva som manglar',
  },
  'report-awaiting-approval': {
    subject: 'Til godkjenning: {reportNumber} frå {supplier}, {period}',
    body: '{supplier} har levert rapport {reportNumber} for {period} på avtalen «{agreement}», med {lineCount}. Han må godkjennast eller sendast i retur av ein avtaleforvaltar.',
    button: 'Sjå rapporten',
  },
  'booked-not-reported': {
    subject: 'Bokført, ikkje i rapporten: {amount}, {supplier}, {period}',
    body: 'Kundane har bokført {amount} på {supplier} i {period} på avtalen «{agreement}» som vi ikkje finn i den godkjende rapporten ({lineCount}). Det kan vere forskyvingar mellom periodar. Lista er klar.',
    button: 'Sjå lista',
  },
  'claim-answered': {
    subject: '{supplier} har svart på kravet {claimNumber} ({decision})',
    body: '{supplier} har svart på kravet {claimNumber} på {amount} for avtalen «{agreement}»: {decision}.\n\n{reason}',
    button: 'Sjå kravet',
  },
  'statement-commented': {
    subject: '{supplier} har kommentert leverandørvurderinga for {year}: {agreement}',
    body: '{supplier} har kommentert leverandørvurderinga {statementNumber} for {year} på avtalen «{agreement}».\n\n{reason}',
    button: 'Sjå kommentaren',
  },
  'option-notice': {
    subject: 'Frist {date} for å varsle om opsjon {count}: {agreement}',
    body: 'Opsjon {count} på avtalen «{agreement}» må varslast innan {date} dersom han skal brukast. Opsjonen er ikkje avgjord enno.',
    button: 'Avgjer opsjonen',
  },
  'maximum-value-near': {
    subject: '{share} av maksimalverdien er brukt: {agreement}',
    body: 'Etter dei godkjende rapportane frå leverandørane er {amount} av {maximum} brukt på avtalen «{agreement}». Det er {share}. Rapportar som manglar, er ikkje med.',
    button: 'Sjå forbruket',
  },
  'delegate-needed': {
    subject: 'Ingen tek over etter {person} {date}',
    body: 'Tilgangen til {person} varer til {date}. Etter det har ingen tilgang til å gjere oppgåvene. Inviter ein som tek over, før den dagen.',
    button: 'Inviter ein kollega',
  },
  'supplier-unreachable': {
    subject: 'Varsel når ikkje fram til {supplier}',
    body: '{reason} Varsla om avtalen «{agreement}» går difor ikkje til {supplier}. Inviter ein ny kontakt eller ring dei.',
    button: 'Sjå leverandøren',
  },
};
