/**
 * Lots 8A (gloves and hygiene) and 8B (wound care and catheters). Both suppliers have both lots, by rank. Columns as in
 * building.ts.
 */
export const medical = `
H-N   | Nitrilhanske                     | gloves  | eske 100 stk | 0.4  | 79.00  | 90 | plastics  | + | S; M; L; XL; lang M*1.6; lang L*1.6
H-V   | Vinylhanske                      | gloves  | eske 100 stk | 0.45 | 52.00  | 40 | plastics  | + | S; M; L; XL
P-II  | Munnbind type IIR                | gloves  | eske 50 stk  | 0.2  | 48.00  | 15 | plastics  | + | øreløkke; knyting*1.1; barn*1.05
P-FF  | Åndedrettsvern FFP3              | gloves  | eske 20 stk  | 0.4  | 289.00 | 10 | plastics  | + | med ventil*1.2; uten ventil
0810  | Hånddesinfeksjon                 | hygiene | stk          | 0.6  | 58.00  | 30 | plastics  | + | 500 ml; 1 l*1.7; 5 l*7; skum*1.4
0811  | Våtserviett                      | hygiene | pk 70 stk    | 0.5  | 34.00  | 35 | paper     | + | hud; overflate*1.3; barn*.9
0812  | Stellefrotté engangs             | hygiene | pk 100 stk   | 0.8  | 62.00  | 30 | paper     | + | hvit; myk*1.3; stor*1.5
0813  | Kladd og underlag                | hygiene | krt 100 stk  | 6    | 298.00 | 35 | paper     | + | 40x60*.7; 60x60; 60x90*1.4; 90x180*2.8
0814  | Engangsforkle plast              | hygiene | rull 100 stk | 1.4  | 89.00  | 15 | plastics  | + | hvit; blå; tykk*1.5
I-01  | Inkontinensbind                  | hygiene | pk 30 stk    | 1.9  | 129.00 | 60 | paper     | + | normal; super*1.2; natt*1.4; mini*.7; maxi*1.6
I-02  | Bukse med belte                  | hygiene | pk 24 stk    | 2.2  | 179.00 | 40 | paper     | + | S; M; L*1.05; XL*1.1
S-10  | Skumbandasje                     | wound   | eske 10 stk  | 0.1  | 389.00 | 40 | plastics  | + | 7,5x7,5*.7; 10x10; 15x15*1.9; hæl*2.2; sakrum*2.6; med kant*1.2
S-20  | Kompress                         | wound   | eske 100 stk | 0.3  | 49.00  | 25 | textile   | + | 5x5*.6; 7,5x7,5*.8; 10x10; steril 10x10*2.4
S-30  | Fikseringsbind                   | wound   | eske 20 stk  | 0.4  | 98.00  | 15 | textile   | + | 4 cm*.6; 6 cm*.8; 8 cm; 10 cm*1.2
S-40  | Kompresjonsbind og strømpe       | wound   | stk          | 0.1  | 119.00 | 20 | textile   | + | kort 8 cm; lang 10 cm*1.2; strømpe S*1.8; strømpe M*1.8; strømpe L*1.8
K-10  | Kateter                          | catheter | eske 30 stk | 0.7  | 890.00 | 35 | plastics  | + | CH 10; CH 12; CH 14; CH 16; dame CH 12*.9; permanent CH 14*1.6
K-20  | Urinpose                         | catheter | eske 10 stk | 0.8  | 139.00 | 25 | plastics  | + | 2 l natt; 750 ml ben*1.4; drypp*1.7
K-30  | Sprøyte og kanyle                | catheter | eske 100 stk | 0.6 | 96.00  | 20 | plastics  | + | 2 ml*.7; 5 ml*.8; 10 ml; 20 ml*1.6; kanyle 21G*.5; kanyle 23G*.5; butterfly*2.8
X-70  | Blodtrykksmåler og termometer    | devices | stk          | 0.5  | 890.00 | 35 | smallelec | - | arm; håndledd*.6; øre*.7; puls*.5
X-71  | Hjelpemiddel bad                 | devices | stk          | 3.4  | 690.00 | 30 | plastics  | - | dusjkrakk; toalettforhøyer*.8; gripetang*.3; sklimatte*.4
`;
