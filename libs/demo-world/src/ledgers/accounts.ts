/**
 * Names of the KOSTRA account codes and functions in the demo, as printed by the ledgers of the seven municipalities.
 */
export const artNames: Record<string, string> = {
  '100': 'Kontormateriell',
  '105': 'Undervisningsmateriell',
  '110': 'Medisinsk forbruksmateriell',
  '114': 'Medikamenter',
  '115': 'Matvarer',
  '120': 'Annet forbruksmateriell, råvarer og tjenester',
  '130': 'Post, bank, telefon',
  '140': 'Annonse, reklame, informasjon',
  '150': 'Opplæring, kurs',
  '170': 'Transport og drift av egne transportmidler',
  '180': 'Strøm',
  '181': 'Fjernvarme',
  '185': 'Forsikringer',
  '190': 'Leie av lokaler og grunn',
  '195': 'Avgifter, gebyrer, lisenser',
  '200': 'Inventar og utstyr',
  '210': 'Kjøp, leie og leasing av transportmidler',
  '230': 'Vedlikehold, byggtjenester og nybygg',
  '240': 'Serviceavtaler, reparasjoner',
  '250': 'Materialer til vedlikehold',
  '260': 'Renholds- og vaskeritjenester',
  '272': 'Konsulenttjenester',
  '370': 'Kjøp fra andre (private)',
  '429': 'Merverdiavgift som gir rett til kompensasjon',
};

export const functionNames: Record<string, string> = {
  '120': 'Administrasjon',
  '201': 'Barnehage',
  '202': 'Grunnskole',
  '253': 'Helse- og omsorgstjenester i institusjon',
  '256': 'Akutthjelp helse- og omsorgstjenester',
  '332': 'Kommunale veier',
  '385': 'Andre kulturaktiviteter',
};
