import type { DefaultTemplates } from './template-text.ts';

export const nb: DefaultTemplates = {
  'obligation-opened': {
    subject: 'Rapporten for {period} kan leveres: {agreement}',
    body: 'Perioden {period} er over. {supplier} kan nå levere {report} på avtalen «{agreement}». Fristen er {dueDate}.\n\nHar dere ikke levert noe i perioden, kan dere melde ingen leveranser.',
    button: 'Lever rapporten',
  },
  'obligation-due': {
    subject: 'Frist {daysLeft}: rapporten for {period}, {agreement}',
    body: '{supplier} skal levere {report} for {period} på avtalen «{agreement}». Fristen er {dueDate}, {daysLeft}. Vi har ikke fått den ennå.\n\nHar dere ikke levert noe i perioden, kan dere melde ingen leveranser.',
    button: 'Lever rapporten',
  },
  'obligation-late': {
    subject: 'Vi mangler rapporten for {period}: {agreement}',
    body: 'Fristen for {report} for {period} på avtalen «{agreement}» var {dueDate}, for {daysLate} siden. Vi kan ikke se at {supplier} har levert.\n\nLever rapporten så snart dere kan. Har dere ikke levert noe i perioden, kan dere melde ingen leveranser. Svar på denne e-posten hvis noe hindrer dere.',
    button: 'Lever rapporten',
  },
  'check-not-submitted': {
    subject: 'Filen er kontrollert, men ikke sendt inn: {period}, {agreement}',
    body: '{supplier} kontrollerte en fil for {period} på avtalen «{agreement}» {date}. Den er ikke sendt inn, og rapporten er derfor ikke levert. Fristen er {dueDate}.',
    button: 'Se filen og send inn',
  },
  'report-received': {
    subject: 'Vi har fått rapport {reportNumber} for {period}: {agreement}',
    body: 'Rapport {reportNumber} for {period} på avtalen «{agreement}» er mottatt, med {lineCount}. Kvitteringen finner dere på siden til rapporten.',
    button: 'Se kvitteringen',
  },
  'report-returned': {
    subject: 'Rapport {reportNumber} er sendt i retur: {period}, {agreement}',
    body: '{cooperative} har sendt rapport {reportNumber} for {period} på avtalen «{agreement}» i retur. Den regnes ikke som levert før dere har sendt en ny.\n\nBegrunnelse: {reason}\n\nRader i filen som kontrollen spurte om: {rows}',
    button: 'Send en ny rapport',
  },
  'report-accepted': {
    subject: 'Rapport {reportNumber} er godkjent: {period}, {agreement}',
    body: '{cooperative} har godkjent rapport {reportNumber} for {period} på avtalen «{agreement}», med {lineCount}. Dere trenger ikke gjøre mer.',
    button: 'Se rapporten',
  },
  'correction-requested': {
    subject: 'Vi ber om en rettelse: rapport {reportNumber}, {agreement}',
    body: '{cooperative} ber {supplier} rette rapport {reportNumber} for {period} på avtalen «{agreement}».\n\nDet gjelder: {reason}',
    button: 'Rett rapporten',
  },
  'declaration-requested': {
    subject: 'Vi ber om miljødeklarasjoner innen {date}: {agreement}',
    body: 'Avtalen «{agreement}» ber {supplier} om miljødeklarasjoner innen {date}.\n\n{reason}',
    button: 'Lever deklarasjoner',
  },
  'declaration-expiring': {
    subject: 'Deklarasjonen for {product} gjelder til {date}',
    body: 'Miljødeklarasjonen for {product} gjelder til og med {date}. Etter den dagen brukes den ikke lenger i klimaregnskapet til kundene. Lever en ny når dere har den.',
    button: 'Se deklarasjonene',
  },
  'price-adjustment-decided': {
    subject: 'Prisreguleringen er avgjort ({decision}): {agreement}',
    body: 'Ønsket fra {supplier} om nye priser på avtalen «{agreement}» er {decision}. Nye priser gjelder fra: {date}.\n\nBegrunnelse: {reason}',
    button: 'Se prisene',
  },
  'quality-letter': {
    subject: 'Datakvaliteten i rapportene fra {month}: {level}',
    body: '{supplier} sendte inn {lineCount} i {month}. Datakvaliteten var på {level}. Antall funn som måtte rettes: {count}.\n\nKontrollene med flest funn: {checks}.\n\nBrevet kommer én gang i måneden. Dere kan slå det av.',
    button: 'Se datakvaliteten',
  },
  'statement-decided': {
    subject: 'Leverandørvurdering for {year}: {agreement}',
    body: '{cooperative} har avgjort leverandørvurderingen {statementNumber} av {supplier} for {year} på avtalen «{agreement}». Samlet vurdering: {rating}.\n\nDere kan lese tallene og begrunnelsen, og skrive en kommentar.',
    button: 'Se vurderingen',
  },
  'agreement-ending': {
    subject: 'Avtalen {agreement} varer til {date}',
    body: 'Avtalen «{agreement}» ({agreementNumber}) varer til og med {date}. Leveranser som er bestilt før den dagen, rapporteres som før.',
    button: 'Se avtalen',
  },
  'supplier-late': {
    subject: '{supplier} mangler rapporten for {period}: {agreement}',
    body: '{supplier} har ikke levert {report} for {period} på avtalen «{agreement}». Fristen var {dueDate}, for {daysLate} siden. Leverandøren har fått et varsel.',
    button: 'Se hva som mangler',
  },
  'report-awaiting-approval': {
    subject: 'Til godkjenning: {reportNumber} fra {supplier}, {period}',
    body: '{supplier} har levert rapport {reportNumber} for {period} på avtalen «{agreement}», med {lineCount}. Den må godkjennes eller sendes i retur av en avtaleforvalter.',
    button: 'Se rapporten',
  },
  'booked-not-reported': {
    subject: 'Bokført, ikke i rapporten: {amount}, {supplier}, {period}',
    body: 'Kundene har bokført {amount} på {supplier} i {period} på avtalen «{agreement}» som vi ikke finner i den godkjente rapporten ({lineCount}). Det kan være forskyvninger mellom perioder. Listen er klar.',
    button: 'Se listen',
  },
  'claim-answered': {
    subject: '{supplier} har svart på kravet {claimNumber} ({decision})',
    body: '{supplier} har svart på kravet {claimNumber} på {amount} for avtalen «{agreement}»: {decision}.\n\n{reason}',
    button: 'Se kravet',
  },
  'statement-commented': {
    subject: '{supplier} har kommentert leverandørvurderingen for {year}: {agreement}',
    body: '{supplier} har kommentert leverandørvurderingen {statementNumber} for {year} på avtalen «{agreement}».\n\n{reason}',
    button: 'Se kommentaren',
  },
  'option-notice': {
    subject: 'Frist {date} for å varsle om opsjon {count}: {agreement}',
    body: 'Opsjon {count} på avtalen «{agreement}» må varsles innen {date} hvis den skal brukes. Opsjonen er ikke avgjort ennå.',
    button: 'Avgjør opsjonen',
  },
  'maximum-value-near': {
    subject: '{share} av maksimalverdien er brukt: {agreement}',
    body: 'Etter leverandørenes godkjente rapporter er {amount} av {maximum} brukt på avtalen «{agreement}». Det er {share}. Rapporter som mangler, er ikke med.',
    button: 'Se forbruket',
  },
  'delegate-needed': {
    subject: 'Ingen tar over etter {person} {date}',
    body: 'Tilgangen til {person} varer til {date}. Etter det har ingen tilgang til å gjøre oppgavene. Inviter en som tar over, før den dagen.',
    button: 'Inviter en kollega',
  },
  'supplier-unreachable': {
    subject: 'Varsler når ikke fram til {supplier}',
    body: '{reason} Varslene om avtalen «{agreement}» går derfor ikke til {supplier}. Inviter en ny kontakt eller ring dem.',
    button: 'Se leverandøren',
  },
};
