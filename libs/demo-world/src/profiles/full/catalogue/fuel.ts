/** Lots 6A (card) and 6B (bulk), with daily prices. Columns as in building.ts. */
export const fuel = `
D-STD  | Diesel                 | diesel   | l  | 0.84 | 17.40 | 60 | diesel   | + | kort; anlegg tank*.86
D-HVO  | Biodiesel HVO100       | diesel   | l  | 0.78 | 21.60 | 18 | hvo      | + | kort; tank*.95
B-95   | Bensin 95 blyfri       | petrol   | l  | 0.75 | 18.10 | 20 | petrol   | + | kort
F-OLJE | Fyringsolje bio        | diesel   | l  | 0.84 | 16.90 | 6  | hvo      | + | tank
X-ADB  | AdBlue og vaskevæske   | carcare  | l  | 1.08 | 12.90 | 30 | plastics | - | kanne; tank*.7; spylervæske*1.6
X-OLJE | Motorolje og smøring   | carcare  | l  | 0.87 | 98.00 | 20 | diesel   | - | 5W-30; 10W-40*.8; hydraulikk*.6
`;
