/**
 * Lot 1A. Columns: number | name | category | sales unit | kg per unit | price 2025 | price 2026 ('' follows the
 * category) | thousand NOK per year | factor | + in, - outside the assortment.
 */
export const groceries = `
00512 | Kjøttdeig storfe 2,5 kg                   | beef        | pk           | 2.5  | 298.00 |  | 1850 | beef      | +
00518 | Storfe bog i terninger 2,5 kg             | beef        | pk           | 2.5  | 389.00 |  | 690  | beef      | +
00523 | Karbonader storfe 60 x 120 g              | beef        | krt 60 stk   | 7.2  | 862.00 |  | 520  | beef      | +
20145 | Svinekam skivet 3 kg                      | pork        | pk           | 3    | 276.00 |  | 560  | pork      | +
20152 | Kokt skinke skivet 1 kg                   | pork        | pk           | 1    | 104.00 |  | 480  | pork      | +
20160 | Wienerpølser 2,4 kg                       | pork        | pk           | 2.4  | 187.00 |  | 390  | pork      | +
20177 | Kjøttkaker svin/storfe 5 kg               | pork        | krt          | 5    | 512.00 |  | 430  | pork      | +
21004 | Kyllingfilet naturell 2,5 kg              | poultry     | pk           | 2.5  | 259.00 |  | 1060 | poultry   | +
21011 | Kyllinglår 5 kg                           | poultry     | krt          | 5    | 318.00 |  | 430  | poultry   | +
21023 | Kalkunpålegg skivet 1 kg                  | poultry     | pk           | 1    | 139.00 |  | 260  | poultry   | +
77120 | Laksefilet 1 kg                           | fish        | kg           | 1    | 186.00 |  | 1120 | fish      | +
77131 | Torskefilet frossen 5 kg                  | fish        | krt          | 5    | 690.00 |  | 640  | fish      | +
77142 | Fiskekaker 5 kg                           | fish        | krt          | 5    | 421.00 |  | 520  | fish      | +
77158 | Makrell i tomat 12 x 170 g                | fish        | krt 12 boks  | 2.04 | 214.00 |  | 330  | fish      | +
30118 | Lettmelk 10 l                             | milk        | stk          | 10.3 | 152.00 |  | 1780 | milk      | +
30125 | Helmelk 10 l                              | milk        | stk          | 10.3 | 159.00 |  | 560  | milk      | +
30133 | Skolemelk 1/4 l x 40                      | milk        | krt 40 stk   | 10.3 | 231.00 |  | 620  | milk      | +
30219 | Gulost skivet 1 kg                        | cheese      | pk           | 1    | 112.00 |  | 980  | cheese    | +
30226 | Brunost skivet 1 kg                       | cheese      | pk           | 1    | 118.00 |  | 470  | cheese    | +
30234 | Revet pizzaost 2 kg                       | cheese      | pk           | 2    | 209.00 |  | 310  | cheese    | +
30307 | Yoghurt naturell 5 kg                     | dairy       | stk          | 5    | 134.00 |  | 620  | yoghurt   | +
30314 | Matfløte 1 l                              | dairy       | stk          | 1    | 46.50  |  | 540  | yoghurt   | +
30321 | Smør 5 kg                                 | dairy       | krt          | 5    | 618.00 |  | 480  | butter    | +
30338 | Flytende margarin 5 l                     | dairy       | stk          | 4.6  | 228.00 |  | 250  | butter    | +
04120 | Egg L frokost 15 kg                       | eggs        | krt          | 15   | 742.00 |  | 690  | eggs      | +
05101 | Grovbrød skivet 750 g x 10                | bread       | krt 10 stk   | 7.5  | 298.00 |  | 1240 | bread     | +
05108 | Loff 700 g x 10                           | bread       | krt 10 stk   | 7    | 251.00 |  | 380  | bread     | +
05116 | Rundstykker grove 100 x 60 g              | bread       | krt 100 stk  | 6    | 316.00 |  | 560  | bread     | +
05130 | Knekkebrød 12 x 250 g                     | bread       | krt 12 pk    | 3    | 286.00 |  | 240  | flour     | +
40110 | Ris parboiled 10 kg                       | grains      | sekk         | 10   | 264.00 |  | 260  | rice      | +
40121 | Pasta penne 5 kg                          | grains      | krt          | 5    | 129.00 |  | 330  | pasta     | +
40133 | Havregryn 10 kg                           | grains      | sekk         | 10   | 198.00 |  | 240  | oats      | +
40147 | Hvetemel 20 kg                            | grains      | sekk         | 20   | 236.00 |  | 180  | flour     | +
41208 | Linser røde 5 kg                          | pulses      | pk           | 5    | 213.00 |  | 110  | lentils   | +
41215 | Kikerter 6 x 2,5 kg                       | pulses      | krt 6 boks   | 15   | 468.00 |  | 140  | pulses    | +
41222 | Vegetarfarse 2,5 kg                       | pulses      | pk           | 2.5  | 274.00 |  | 190  | pulses    | +
41239 | Tofu naturell 6 x 400 g                   | pulses      | krt 6 stk    | 2.4  | 226.00 |  | 60   | tofu      | +
41246 | Havredrikk 6 x 1 l                        | pulses      | krt 6 stk    | 6.2  | 138.00 |  | 150  | soymilk   | +
06011 | Lasagne storkjøkken 5 kg                  | ready-meals | krt          | 5    | 489.00 |  | 980  | foodmean  | +
06018 | Fiskegrateng 5 kg                         | ready-meals | krt          | 5    | 438.00 |  | 720  | foodmean  | +
06025 | Pizza margherita 12 x 340 g               | ready-meals | krt 12 stk   | 4.08 | 412.00 |  | 540  | foodmean  | +
06032 | Grønnsakssuppe 6 kg                       | ready-meals | krt          | 6    | 389.00 |  | 460  | foodmean  | +
06049 | Konsistenstilpasset middag 20 porsjoner   | ready-meals | krt 20 stk   | 5    | 1160.00 |  | 1280 | foodmean  | +
50104 | Kaffe filtermalt 6 x 500 g                | coffee      | krt 6 pk     | 3    | 489.00 |  | 1920 | coffee    | +
50111 | Te assortert 12 x 20 poser                | coffee      | krt 12 eske  | 0.5  | 298.00 |  | 230  | coffee    | +
51208 | Eplejuice 12 x 1 l                        | drinks      | krt 12 stk   | 12.6 | 264.00 |  | 560  | apples    | +
51215 | Appelsinjuice 12 x 1 l                    | drinks      | krt 12 stk   | 12.6 | 318.00 |  | 490  | apples    | +
51222 | Saft husholdning 5 l                      | drinks      | stk          | 6    | 129.00 |  | 310  | apples    | +
51239 | Næringsdrikk 24 x 2 dl                    | drinks      | krt 24 stk   | 5    | 586.00 |  | 690  | yoghurt   | +
52106 | Sjokoladekake langpanne 3 kg              | sweets      | stk          | 3    | 298.00 |  | 320  | foodmean  | +
52113 | Vaniljesaus 6 x 1 l                       | sweets      | krt 6 stk    | 6.3  | 243.00 |  | 260  | yoghurt   | +
52120 | Iskrem begre 40 x 1 dl                    | sweets      | krt 40 stk   | 2.4  | 316.00 |  | 350  | yoghurt   | +
52137 | Kokesjokolade 2,5 kg                      | sweets      | pk           | 2.5  | 389.00 |  | 120  | chocolate | +
53102 | Rapsolje 10 l                             | groceries   | stk          | 9.2  | 389.00 |  | 290  | foodmean  | +
53119 | Hermetiske tomater 6 x 2,5 kg             | groceries   | krt 6 boks   | 15   | 312.00 |  | 330  | tomatoes  | +
53126 | Buljong og krydder 5 kg                   | groceries   | spann        | 5    | 642.00 |  | 420  | foodmean  | +
53133 | Syltetøy jordbær 5 kg                     | groceries   | spann        | 5    | 236.00 |  | 330  | foodmean  | +
53140 | Leverpostei porsjon 120 x 20 g            | groceries   | krt 120 stk  | 2.4  | 268.00 |  | 340  | pork      | +
53157 | Sukker 10 kg                              | groceries   | sekk         | 10   | 189.00 |  | 150  | foodmean  | +
89014 | Lammelår uten bein 2 kg                   | beef        | pk           | 2    | 429.00 |  | 260  | lamb      | -
89021 | Reker pillet 2 kg                         | fish        | pk           | 2    | 398.00 |  | 310  | fish      | -
89038 | Økologisk kaffe hele bønner 1 kg          | coffee      | pk           | 1    | 246.00 |  | 290  | coffee    | -
89045 | Croissant med fyll 48 stk                 | bread       | krt 48 stk   | 4.3  | 512.00 |  | 240  | bread     | -
89052 | Spekemat fat 1,5 kg                       | pork        | stk          | 1.5  | 398.00 |  | 230  | pork      | -
89069 | Brie porsjon 50 x 25 g                    | cheese      | krt 50 stk   | 1.25 | 243.00 |  | 210  | cheese    | -
89076 | Mineralvann boks 24 x 33 cl               | drinks      | krt 24 boks  | 8    | 187.00 |  | 260  | apples    | -
89083 | Engangsservise og servietter              | groceries   | krt          | 4    | 368.00 |  | 330  | board     | -
`;
