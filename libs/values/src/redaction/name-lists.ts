// The most common names by the name statistics of Statistics Norway (NLOD), and common names of immigrants. Lower case.

const list = (lines: readonly string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(' ')));

/** Given names that are seldom anything else. */
export const givenNames = list([
  'kari anne inger ingrid marit hilde berit astrid bjørg ellen solveig randi kristin ragnhild turid bente heidi elin nina gerd marianne hanne elisabeth gunn ingeborg anita torill wenche mona bodil irene',
  'silje camilla kristine trine reidun jorunn lise aud synnøve laila merete gunvor grete vigdis åse sissel lene mette ruth julie aina hege ann ingvild sigrid karin stine maren sunniva guro marte mari',
  'tuva thea frida amalie mathilde malin ingunn oddny torunn tordis borghild magnhild gudrun asbjørg kjersti linn renate anja karoline caroline katrine cathrine kathrine ane anette annette vilde eline elise jenny',
  'hedda sofie sofia maja leah ella ylva selma hedvig oda eira agnes synne signe astri unni lillian rigmor marita torhild ranveig oddveig ingjerd snefrid herdis bergljot solfrid solvår tonje',
  'ole lars kjell knut svein arne hans tore geir terje morten erik leif bjarne trond ola kåre john rolf øyvind anders harald håkon håvard magnus gunnar helge petter øystein johannes kristian henrik jonas marius',
  'espen sigurd nils ivar roar ørjan asbjørn torbjørn trygve sverre reidar oddvar einar olaf olav vidar frode ketil kjetil stig jostein kurt jørgen eirik sondre eivind sindre simen kristoffer christoffer',
  'fredrik andreas mathias mats tobias sebastian jakob lukas emil elias filip aksel håkon sivert sander isak noah ulrik vegard vebjørn torstein steinar audun gaute halvor amund tarjei aslak åge åsmund egil roald',
  'torgeir torkel tormod sigbjørn oddbjørn gudmund guttorm hallvard ingvar ragnar birger arvid asle bård eilif endre erling jarle jarl karstein kenneth ronny ronald raymond roy glenn ørnulf yngve thorbjørn',
  'mohammed mohamed muhammad mohammad ahmed ahmad hassan hussein hussain ibrahim yusuf abdi abdullah abdul omar osman mustafa mehmet fatima fatuma fatma aisha amina zainab khadija maryam leyla layla zahra',
  'halima sahra hodan nadia samira yasmin jamal khalid tariq bilal hamza imran asif farah layan noor piotr pawel krzysztof tomasz andrzej marcin michal jakub katarzyna agnieszka malgorzata joanna magdalena ewa',
  'justyna monika beata jolanta vytautas mindaugas jurgita oleksandr olena natalia natalya tetiana svitlana iryna oksana dmytro volodymyr mykola andriy sergei sergey vladimir nguyen thanh minh linh aleksandra',
  'kjersti-anne christian christina kristina kristian thomas daniel david michael robert richard william alexander aleksander benjamin stian stefan steffen joakim joachim kristen torleif odd-arne jan-erik',
]);

/** Given names that are also months, words, goods or brands: recognised only before a probable family name. */
export const givenNamesAndWords = list([
  'jan mai august per odd dag tor liv gro tone else bo siv ida bjørn stein are even ulf alf jon kim max storm falk rose iris viola lilly victoria charlotte maria martin peter roger frank diana linda monica vera anna',
  'line ida emma sara hanna helene margit beate birgitte lotte laura oliver oskar oscar adam philip karl carl paul pål otto georg kristin jens johan johanne marie lisbeth merethe unn olga sunn vår dagny hild ask ellen maria',
  'lucas theo felix hugo leo ludvig theodor kasper jesper simon samuel tim tina eva nils julie martine mille amanda olivia emilie lea mia sol live mina finn alma aurora nora ali tom eva kai',
]);

/** The most common family names. */
export const familyNames = list([
  'hansen johansen olsen larsen andersen pedersen nilsen kristiansen jensen karlsen johnsen pettersen eriksen berg haugen hagen johannessen andreassen jacobsen dahl jørgensen halvorsen lund henriksen sørensen jakobsen',
  'moen gundersen iversen strand svendsen solberg martinsen paulsen eide bakken kristoffersen mathisen amundsen rasmussen lie solheim lien bakke nygård berge fredriksen moe nordmann christensen isaksen myhre aas',
  'helland ahmed ali khan mohamed hussain tran nguyen pham le kowalski nowak hovland evensen myklebust haugland abrahamsen nygaard sandvik birkeland tangen knutsen knudsen simonsen thomassen ødegård ødegaard gulbrandsen',
  'aasen tveit sunde naess næss hauge viken vik holm holmen haug engen ness sæther sætre sande brekke antonsen samuelsen edvardsen arnesen danielsen danielsson jonassen bøe breivik ruud thorsen torp mikkelsen tollefsen',
  'svensson johansson nilsson andersson karlsson larsson eriksson persson gustafsson hussein abdi hassan yusuf warsame omar farah osman ahmadi rahimi haile tesfaye',
]);

/** Companies and goods named after a person. */
export const brandNames = new Set([
  'synnøve finden',
  'kari traa',
  'helly hansen',
  'fritz hansen',
  'georg jensen',
  'arne jacobsen',
  'hans wegner',
  'verner panton',
  'louis poulsen',
  'erik jørgensen',
  'paul hartmann',
  'carl zeiss',
  'mette munk',
  'olav thon',
  'hugo boss',
  'oscar mayer',
  'peter hahn',
  'michael kors',
  'jack daniels',
  'carl hansen',
  'ole bull',
  'petter dass',
  'henrik ibsen',
  'fridtjof nansen',
  'roald amundsen',
  'max havelaar',
  'johnson johnson',
  'jens eide',
  'robert bosch',
  'leif vidar',
  'berit nordstrand',
  'grete roede',
  'daniel wellington',
  'peter møller',
  'st olavs',
]);

/** Typical endings of family names that no list has: farms, valleys, woods and patronymics ("son of"). */
export const familyEnding =
  /(?:sen|sson|datter|dotter|lund|rud|bakken|haugen|haug|moen|stad|vold|heim|seth|seter|sæter|aas|hagen|nes|næs|vik|viken|sveen|engen|gården|gard|gård|teigen|løkken|bråten|kleiva|berg|berget|borg|dal|dahl|dalen|eide|fjell|holm|holt|land|lien|myr|myhr|skaug|strand|strøm|sund|tveit|vang|våg|kowski|kowska|wicz|enko|zadeh)$/;

/** Words that introduce a person: "v/ Ola Hansen". */
export const introducingWords = new Set([
  'v',
  'att',
  'attn',
  'bruker',
  'brukar',
  'elev',
  'pasient',
  'beboer',
  'bebuar',
  'klient',
  'søker',
  'kontaktperson',
  'saksbehandler',
  'fru',
  'frk',
  'hr',
  'herr',
  'familien',
  'fam',
  'barn',
  'barnet',
  'fosterbarn',
  'vikar',
  'dagmamma',
  'avlaster',
  'fosterhjem',
  'støttekontakt',
]);

/** Introducing words that also precede places, duties and companies. */
export const placeIntroducingWords = new Set(['v', 'att', 'attn', 'vikar']);

/** Endings of words that name a kind of place or office. */
export const placeEnding =
  /(?:skole|skule|hage|hjem|heim|hus|sentrum|senter|kommune|bibliotek|kirke|kyrkje|hall|drift|avdeling|etat|kontor|tjeneste|teneste|organisasjon)$/;
