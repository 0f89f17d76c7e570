/**
 * Building materials and timber, two suppliers. Columns: prefix | name | category | unit | kg per unit | price 2025 |
 * weight in the plan | factor | +/- | variants with multipliers of price and weight.
 */
export const building = `
3010 | Konstruksjonsvirke C24            | timber     | m     | 1.9  | 24.90  | 90 | wood       | + | 36x98; 36x148*1.5; 36x198*2.1; 48x98*1.4; 48x148*2.1; 48x198*2.8; 48x223*3.2; 73x148*3.4; 73x198*4.4; 98x98*3; 98x198*6
3020 | Trykkimpregnert virke             | timber     | m     | 2.1  | 28.50  | 60 | wood       | + | 28x120; 36x98*1.1; 36x148*1.6; 48x98*1.5; 48x148*2.3; 48x198*3.1; 98x98*3.2; 148x148*7.5
3030 | Kledning gran grunnet             | timber     | m     | 1.5  | 22.40  | 50 | wood       | + | 19x148; 19x173*1.2; 22x148*1.2; 22x173*1.35; 22x198*1.5
3040 | Listverk furu                     | timber     | m     | 0.4  | 19.90  | 25 | wood       | + | 12x58; 15x58*1.2; 21x45*1.3; 21x95*2; 15x95*1.7; kvart*.6; hjørne*.9
3050 | Gulvbord furu                     | timber     | m     | 2.2  | 46.00  | 20 | wood       | + | 20x113; 28x120*1.4; 28x145*1.7
0410 | Gipsplate normal 13 mm            | boards     | plate | 26   | 119.00 | 60 | gypsum     | + | 1200x2400; 1200x2700*1.13; 1200x3000*1.25; 900x2400*.8; 900x2700*.9
0411 | Gipsplate våtrom 13 mm            | boards     | plate | 27   | 219.00 | 30 | gypsum     | + | 1200x2400; 900x2400*.8; 1200x2700*1.13
0412 | Gipsplate brann 15 mm             | boards     | plate | 34   | 198.00 | 20 | gypsum     | + | 1200x2400; 1200x2700*1.13
0420 | Sponplate gulv 22 mm              | boards     | plate | 22   | 189.00 | 35 | wood       | + | 620x1820; 620x2420*1.3; våtrom 620x1820*1.4
0430 | OSB-plate                         | boards     | plate | 20   | 219.00 | 30 | wood       | + | 11 mm; 12 mm*1.1; 15 mm*1.4; 18 mm*1.6; 22 mm*2
0440 | Kryssfiner                        | boards     | plate | 24   | 489.00 | 20 | wood       | + | 9 mm*.7; 12 mm; 15 mm*1.2; 18 mm*1.4; 21 mm*1.7
5010 | Glassull plate                    | insulation | pk    | 7    | 329.00 | 45 | insulation | + | 50 mm*.7; 100 mm; 150 mm*1.1; 198 mm*1.2; 250 mm*1.3
5020 | Steinull plate                    | insulation | pk    | 12   | 419.00 | 30 | insulation | + | 50 mm*.8; 100 mm; 150 mm*1.2; brann 100 mm*1.4
5030 | Isolasjon EPS S80                 | insulation | pk    | 5    | 389.00 | 25 | plastics   | + | 50 mm*.8; 100 mm; 150 mm*1.1; 200 mm*1.3
5040 | Vindsperre                        | membranes  | rull  | 9    | 1290.00 | 20 | plastics  | + | 1,3x25 m; 2,6x25 m*1.9; 3,0x25 m*2.1
5050 | Dampsperre 0,20                   | membranes  | rull  | 14   | 690.00 | 15 | plastics   | + | 2,6x15 m; 2,6x25 m*1.5; 4,0x25 m*2.2
6010 | Tørrbetong B30                    | concrete   | sekk  | 25   | 69.00  | 40 | concrete   | + | 25 kg; 20 kg*.85; hurtig 25 kg*1.4
6020 | Ferdigbetong                      | concrete   | m3    | 2400 | 1590.00 | 50 | concrete  | + | B20 M90*.95; B25 M90; B30 M60*1.05; B35 M45*1.12; B45 M40*1.25
6030 | Flislim og mørtel                 | concrete   | sekk  | 20   | 249.00 | 15 | concrete   | + | standard*.8; fleksibel; hurtig*1.3; fugemasse*.9; puss*.7
6040 | Belegningsstein                   | concrete   | stk   | 4.2  | 9.90   | 15 | concrete   | + | grå; antrasitt*1.1; rød*1.1; kantstein*4.5; støttemur*12
7010 | Treskrue                          | fasteners  | eske 200 stk | 1.1 | 189.00 | 20 | steel  | + | 4,0x40*.6; 4,5x60; 5,0x70*1.3; 5,0x90*1.6; 6,0x120*2.2
7020 | Gipsskrue                         | fasteners  | eske 1000 stk | 1.6 | 239.00 | 12 | steel | + | 3,9x25*.9; 3,9x35; 3,9x41*1.1; båndet*1.5
7030 | Terrasseskrue rustfri             | fasteners  | eske 250 stk | 1.3 | 349.00 | 12 | steel  | + | 4,2x42*.8; 4,2x55; 5,0x75*1.4
7040 | Spiker til pistol                 | fasteners  | eske 2000 stk | 5 | 429.00 | 10 | steel   | + | 2,8x63*.8; 3,1x75; 3,1x90*1.2
7050 | Bjelkesko og vinkelbeslag         | fasteners  | stk   | 0.4  | 38.00  | 12 | steel      | + | 48x98*.8; 48x148; 48x198*1.3; vinkel 90*.6; hullplate*.9
7060 | Ekspansjonsbolt                   | fasteners  | eske 50 stk | 2.4 | 489.00 | 8 | steel    | + | M8x75*.7; M10x90; M12x110*1.5
8010 | Innvendig maling hvit             | paint      | spann | 14   | 890.00 | 25 | plastics   | + | glans 5 10 l; glans 7 10 l*1.05; glans 20 10 l*1.1; tak 10 l*.8; våtrom 10 l*1.5
8020 | Utvendig beis og maling           | paint      | spann | 12   | 1190.00 | 20 | plastics  | + | hvit 10 l; rød 10 l; grå 10 l; svart 10 l; oljebeis 3 l*.4
8030 | Fugemasse og lim                  | paint      | stk   | 0.4  | 89.00  | 15 | plastics   | + | akryl*.6; silikon; montasjelim*1.2; byggskum*1.1; brannfug*1.9
8110 | Innerdør hvit                     | doors      | stk   | 24   | 1490.00 | 20 | wood      | + | 7x21*.95; 8x21; 9x21; 10x21*1.1; lyd 9x21*2.6; brann 10x21*3.8
8120 | Vindu 3-lags                      | doors      | stk   | 38   | 4290.00 | 25 | wood      | + | 6x6*.6; 9x9*.8; 12x12; 15x12*1.2; 18x12*1.4
8210 | Takstein betong                   | roofing    | stk   | 4.3  | 13.90  | 12 | concrete   | + | rød; svart; grå
8220 | Takrenne stål                     | roofing    | stk   | 3.2  | 269.00 | 10 | steel      | + | 3 m; 4 m*1.3; nedløp 3 m*.9; krok*.2
8230 | Takpapp                           | roofing    | rull  | 30   | 890.00 | 10 | plastics   | + | underlag; selvklebende*1.5
9110 | Drill og elektroverktøy           | tools      | stk   | 3.2  | 2490.00 | 60 | smallelec | - | bor*.8; sag; slipemaskin*.6; spikerpistol*2.2; støvsuger*1.3
9120 | Håndverktøy                       | tools      | stk   | 0.7  | 289.00 | 30 | steel      | - | hammer; vater*1.3; sag*.8; tang*.9; målebånd*.5; kniv*.4
9130 | Stige og stillas                  | tools      | stk   | 14   | 2890.00 | 30 | steel     | - | 3 m*.6; 5 m; 7 m*1.5; rullestillas*5
9140 | Grill og hageartikler             | tools      | stk   | 9    | 790.00 | 40 | steel      | - | spade*.5; rive*.4; trillebår*1.6; slange*.7; vannkanne*.2
9150 | Presenning og strøsalt            | tools      | stk   | 12   | 249.00 | 30 | plastics   | - | 4x5 m; 6x8 m*1.8; strøsalt 25 kg*.6; strøsand 25 kg*.4
`;
