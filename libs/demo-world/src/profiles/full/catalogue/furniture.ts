/** Lots 3A and 3C at Tregård. Columns as in building.ts. */
export const tregard = `
880 | Kontorstol                  | seating | stk | 17 | 3290.00 | 60 | chair      | + | standard; høy rygg*1.15; nett*1.1; 24-7*1.8; uten armlene*.9
881 | Konferansestol              | seating | stk | 8  | 1590.00 | 30 | chair      | + | bjørk; eik*1.15; svart; stoff*1.2; stablebar*.8
882 | Elevstol                    | seating | stk | 5  | 890.00  | 40 | chair      | + | str 4; str 5; str 6*1.05; str 7*1.1; glidefot*1.1
883 | Krakk og pall               | seating | stk | 6  | 1190.00 | 12 | chair      | + | aktiv; sadel*1.4; lav*.8
524 | Hev/senk-bord               | tables  | stk | 44 | 5490.00 | 70 | woodgoods  | + | 120x80*.92; 140x80; 160x80*1.06; 180x80*1.14; hjørne*1.35
525 | Møtebord                    | tables  | stk | 38 | 4290.00 | 25 | woodgoods  | + | 120 rundt*.8; 180x90; 240x110*1.4; 320x120*1.9
526 | Elevbord                    | tables  | stk | 13 | 1390.00 | 35 | woodgoods  | + | 60x50*.8; 70x50; 70x60*1.1; to plasser*1.6
527 | Kantinebord                 | tables  | stk | 30 | 3190.00 | 12 | woodgoods  | + | 120x70*.8; 180x80; 180x80 nedfellbart*1.4
640 | Skap                        | storage | stk | 46 | 3890.00 | 30 | woodgoods  | + | to dører; fire dører*1.7; sjalusi*1.3; låsbart*1.25; høyt*1.5
641 | Reol                        | storage | stk | 34 | 2590.00 | 25 | woodgoods  | + | to hyller*.6; fire hyller; seks hyller*1.4; med bøyle*1.1
642 | Garderobeskap               | storage | stk | 29 | 2190.00 | 20 | steelgoods | + | ett rom; to rom*1.2; fire rom*1.5; skråtopp*1.15
643 | Skillevegg                  | storage | stk | 18 | 2790.00 | 15 | woodgoods  | + | 80 cm*.8; 120 cm; 160 cm*1.3; bord*.6
944 | Sofa lounge                 | seating | stk | 48 | 9890.00 | 60 | chair      | - | to seter*.8; tre seter; puff*.3; hjørne*1.7
945 | Gardiner og tekstil         | storage | stk | 4  | 1490.00 | 40 | textile    | - | lystett; lett*.8; teppe*2
946 | Lampe og dekor              | storage | stk | 3  | 1290.00 | 30 | smallelec  | - | gulv; bord*.7; bilde*.8; plante*.5
`;

/** Lots 3B and 3D at Omsorgsmøbler. */
export const omsorg = `
710 | Hvilestol                   | care    | stk | 34 | 8490.00 | 60 | chair      | + | manuell; elektrisk*1.6; med hjul*1.2; lav*.95
711 | Spisestol institusjon       | care    | stk | 7  | 1990.00 | 40 | chair      | + | uten armlene*.9; med armlene; høy rygg*1.2; inkontinensduk*1.15
712 | Nattbord                    | care    | stk | 19 | 2890.00 | 20 | woodgoods  | + | åpent*.9; med dør; låsbart*1.2
713 | Klesskap institusjon        | care    | stk | 62 | 5190.00 | 20 | woodgoods  | + | enkelt; dobbelt*1.6; låsbart*1.15
714 | Spisebord institusjon       | care    | stk | 36 | 4890.00 | 20 | woodgoods  | + | 120 rundt*.95; 140x90; 180x90*1.2; justerbart*1.7
715 | Sofa institusjon            | care    | stk | 46 | 9290.00 | 20 | chair      | + | to seter*.8; tre seter
820 | Barnehagestol               | play    | stk | 3  | 690.00  | 25 | woodgoods  | + | 26 cm; 30 cm*1.05; 35 cm*1.1; tripp*3.2
821 | Barnehagebord               | play    | stk | 16 | 2190.00 | 20 | woodgoods  | + | 60x60*.7; 120x60; rundt*1.1; hev/senk*2.2
822 | Lekereol og bokkasse        | play    | stk | 24 | 2690.00 | 15 | woodgoods  | + | lav; høy*1.4; hjul*1.2; bokkasse*.6
823 | Garderobe barn              | play    | stk | 42 | 5890.00 | 15 | woodgoods  | + | tre plasser*.7; fem plasser; tørkeskap*2.4
824 | Stellebord                  | play    | stk | 58 | 12900.00 | 10 | woodgoods | + | fast*.6; elektrisk
930 | Sansestimulering            | play    | stk | 6  | 3490.00 | 25 | plastics   | - | lampe*.6; matte; vippe*1.4
931 | Lekeapparat inne            | play    | stk | 22 | 6890.00 | 25 | plastics   | - | klatrevegg*1.8; ballbasseng; hus*1.3
`;
