/** Common words in Norwegian passwords, most common first. The dictionary of known passwords contains few of them. */
export const norwegianWords: readonly string[] = splitWords(`
passord passordet hemmelig hemmeleg velkommen velkomen sommer sommeren sommar sommaren vinter vinteren høst høsten haust hausten vår våren
januar februar mars april mai juni juli august september oktober november desember jul julen påske påsken nyttår ferie
mandag måndag tirsdag tysdag onsdag torsdag fredag lørdag laurdag søndag sundag helg uke veke måned månad
norge noreg norsk kommune kommunen fylke innkjøp innkjøper avtale rapport leverandør regnskap rekneskap økonomi administrator admin bruker brukar
innlogging logginn tilgang konto nytt ny gammel test prøve demo start bytt endre skift midlertidig standard
elsker elskar kjærlighet skatt skatten kjære vennen hjerte hjarte solskinn prinsesse prinsessa mamma pappa bestemor bestefar familie
hund hunden katt katten hest hesten kanin bamse valp kattepus elg bjørn ulv rev ørn fisk fisken laks torsk ku sau geit gris høne
fotball handball håndball ski skitur langrenn hockey sykkel sykkelen seiling fjell fjellet fjord fjorden skog skogen sjø sjøen hav havet hytte hytta båt båten
rød raud blå grønn grøn gul svart hvit kvit oransje lilla rosa brun grå gull sølv
brann viking rosenborg vålerenga lillestrøm tromsø molde bodø stabæk odd start glimt liverpool arsenal manchester united chelsea
ola kari per pål espen anne inger marit ingrid solveig astrid liv kristin hilde silje ida emma nora sofie maja oskar lucas william jakob filip
jan bjørn kjell arne knut terje odd svein morten thomas martin henrik lars erik magnus andreas kristian jonas tor ole nils geir trond
hansen johansen olsen larsen andersen pedersen nilsen kristiansen jensen karlsen johnsen pettersen eriksen berg haugen hagen johannessen
en ett to tre fire fem seks sju syv åtte ni ti null tusen hundre
god dag takk hei hallo morn natt kveld morgen morgon kaffe øl vin pizza taco sjokolade bolle vaffel brunost kake eple banan
data datamaskin mobil telefon skjerm tastatur internett nett kontor jobb arbeid sjef kollega møte skole skule lærer barnehage sykehus sjukehus
hus huset leilighet bil bilen volvo toyota tesla audi hjem heim gate veg vei nord sør øst vest aust
`);

/** Names of municipalities: passwords often contain the place where a person lives or works. */
export const municipalities: readonly string[] = splitWords(`
oslo bergen trondheim stavanger bærum kristiansand drammen asker lillestrøm fredrikstad sandnes sandefjord tromsø nordrefollo skien ålesund
bodø sarpsborg tønsberg arendal haugesund moss porsgrunn hamar larvik ringsaker indreøstfold gjøvik halden lillehammer molde horten
karmøy kongsberg kongsvinger elverum stange ullensaker øygarden harstad narvik alta hammerfest kirkenes vadsø vardø karasjok kautokeino porsanger
steinkjer levanger stjørdal verdal namsos orkland melhus malvik heim kristiansund averøy volda ørsta hareid ulstein herøy sunnfjord kinn stryn
gloppen førde florø sogndal vik lærdal aurland årdal luster voss kvam ullensvang stord bømlo kvinnherad tysnes askøy alver austevoll
sola klepp time hå gjesdal eigersund sokndal lund strand hjelmeland suldal sauda tysvær vindafjord lyngdal farsund flekkefjord lindesnes mandal
vennesla grimstad lillesand risør tvedestrand kragerø bamble notodden tinn rjukan vinje tokke fyresdal nome midttelemark færder holmestrand
modum eiker øvreeiker sigdal hol gol hemsedal ringerike hønefoss jevnaker lunner gran nesodden frogn vestby ås enebakk lørenskog rælingen
nittedal gjerdrum nannestad eidsvoll hurdal nes aurskog høland aurskoghøland marker rakkestad råde våler hvaler
grue åsnes eidskog nordodal søndreodal sørodal odal solør trysil engerdal åmot rena stor-elvdal storelvdal rendalen tolga tynset alvdal folldal os
løten østretoten vestretoten toten land søndreland nordreland etnedal valdres fagernes slidre vang øystre vestre gausdal øyer ringebu fron lom skjåk vågå dovre lesja
innlandet viken vestfold telemark agder rogaland vestland trøndelag nordland troms finnmark østfold akershus buskerud hedmark oppland
`);

function splitWords(text: string): string[] {
  return [...new Set(text.split(/\s+/).filter(Boolean))];
}
