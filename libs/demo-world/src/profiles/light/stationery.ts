/**
 * Lot 2. Columns as in groceries.ts, with the product's own footprint (kg CO₂e per unit, invented) after the factor; ''
 * for none.
 */
export const stationery = `
0041207 | Kopipapir A4 80 g 500 ark              | copy-paper      | pk           | 2.5  | 39.50  |  | 640 | paper     | 1.81 | +
0041214 | Kopipapir A4 resirkulert 500 ark       | copy-paper      | pk           | 2.5  | 41.20  |  | 260 | recycled  | 1.98 | +
0041221 | Kopipapir A3 80 g 500 ark              | copy-paper      | pk           | 5    | 88.00  |  | 90  | paper     | 4.10 | +
0041238 | Kopipapir farget A4 250 ark            | copy-paper      | pk           | 1.25 | 49.00  |  | 70  | paper     | 1.32 | +
4310015 | Konvolutt C4 hvit 250 stk              | paper-goods     | eske 250 stk | 4.5  | 236.00 |  | 60  | paper     | 5.20 | +
4310022 | Konvolutt C5 vindu 500 stk             | paper-goods     | eske 500 stk | 3.5  | 248.00 |  | 70  | paper     | 4.40 | +
4310039 | Notatblokk A4 rutet 10 stk             | paper-goods     | pk 10 stk    | 2.8  | 129.00 |  | 90  | paper     | 3.20 | +
4310046 | Flippoverblokk 5 stk                   | paper-goods     | pk 5 stk     | 6    | 268.00 |  | 60  | paper     |      | +
4310053 | Tørkerull 2-lag 6 stk                  | paper-goods     | krt 6 stk    | 6    | 186.00 |  | 190 | recycled  | 6.60 | +
4310060 | Kvitteringsrull termo 80 mm 20 stk     | paper-goods     | eske 20 stk  | 5    | 312.00 |  | 30  | paper     |      | +
4420111 | Kulepenn blå 50 stk                    | office-supplies | eske 50 stk  | 0.5  | 146.00 |  | 120 | plastics  |      | +
4420128 | Tusj whiteboard 4 farger               | office-supplies | pk 4 stk     | 0.08 | 48.50  |  | 110 | plastics  |      | +
4420135 | Ringperm A4 75 mm 10 stk               | office-supplies | krt 10 stk   | 5.2  | 289.00 |  | 130 | board     | 6.40 | +
4420142 | Skilleark A4 A-Å                       | office-supplies | sett         | 0.3  | 42.00  |  | 40  | plastics  |      | +
4420159 | Plastlomme A4 100 stk                  | office-supplies | pk 100 stk   | 1.1  | 64.00  |  | 90  | plastics  | 3.30 | +
4420166 | Stiftemaskin 25 ark                    | office-supplies | stk          | 0.3  | 148.00 |  | 30  | plastics  |      | +
4420173 | Stifter 26/6 5000 stk                  | office-supplies | eske         | 0.2  | 21.50  |  | 20  | plastics  |      | +
4420180 | Tape klar 19 mm 8 ruller               | office-supplies | pk 8 stk     | 0.4  | 72.00  |  | 60  | plastics  |      | +
4420197 | Selvklebende lapper 12 blokker         | office-supplies | pk 12 stk    | 0.6  | 98.00  |  | 80  | paper     |      | +
4420203 | Etiketter A4 100 ark                   | office-supplies | pk 100 ark   | 1.4  | 189.00 |  | 60  | paper     |      | +
4420210 | Batterier AA 24 stk                    | office-supplies | pk 24 stk    | 0.6  | 118.00 |  | 110 | smallelec |      | +
4420227 | Toner sort høykapasitet                | office-supplies | stk          | 1.2  | 1480.00 |  | 520 | plastics  | 5.90 | +
4420234 | Toner farge                            | office-supplies | stk          | 1    | 1390.00 |  | 330 | plastics  |      | +
4420241 | Laminatlomme A4 100 stk                | office-supplies | pk 100 stk   | 1.2  | 129.00 |  | 80  | plastics  |      | +
4420258 | Makuleringsmaskin                      | office-supplies | stk          | 9    | 2290.00 |  | 60  | smallelec |      | +
0055019 | Skrivebok A5 linjert 25 stk            | school-supplies | pk 25 stk    | 2.1  | 142.00 |  | 260 | paper     | 2.60 | +
0055026 | Skrivebok A4 ruter 25 stk              | school-supplies | pk 25 stk    | 3.6  | 186.00 |  | 210 | paper     | 4.20 | +
0055033 | Blyant HB 144 stk                      | school-supplies | eske 144 stk | 0.8  | 236.00 |  | 130 | wood      |      | +
0055040 | Viskelær 30 stk                        | school-supplies | eske 30 stk  | 0.7  | 84.00  |  | 40  | plastics  |      | +
0055057 | Fargeblyanter 24 farger 12 sett        | school-supplies | krt 12 sett  | 2.4  | 486.00 |  | 190 | wood      |      | +
0055064 | Limstift 40 g 20 stk                   | school-supplies | eske 20 stk  | 1.1  | 268.00 |  | 150 | plastics  |      | +
0055071 | Saks skole 20 stk                      | school-supplies | eske 20 stk  | 0.9  | 386.00 |  | 60  | plastics  |      | +
4660015 | Linjal 30 cm 20 stk                    | school-supplies | pk 20 stk    | 0.6  | 118.00 |  | 30  | plastics  |      | +
4660022 | Passer skole                           | school-supplies | stk          | 0.08 | 38.00  |  | 30  | plastics  |      | +
4660039 | Skolemappe A4 gummistrikk 25 stk       | school-supplies | pk 25 stk    | 2.5  | 298.00 |  | 80  | board     |      | +
4660046 | Klassesett lærestoff matematikk        | school-supplies | sett         | 8    | 1890.00 |  | 240 | paper     |      | +
4770016 | Tegneark A3 500 ark                    | craft           | pk 500 ark   | 8    | 312.00 |  | 120 | paper     | 9.60 | +
4770023 | Kartong farget A3 100 ark              | craft           | pk 100 ark   | 2.8  | 189.00 |  | 110 | board     |      | +
4770030 | Vannfarger 12 farger 10 skrin          | craft           | krt 10 stk   | 2    | 398.00 |  | 80  | plastics  |      | +
4770047 | Hobbymaling 1 l                        | craft           | stk          | 1.3  | 96.00  |  | 90  | plastics  |      | +
4770054 | Modellkitt 6 farger 3 kg               | craft           | krt          | 3    | 268.00 |  | 70  | plastics  |      | +
4770061 | Perler 6000 stk                        | craft           | pk           | 0.4  | 142.00 |  | 60  | plastics  |      | +
9900104 | Kaffekapsler 100 stk                   | office-supplies | eske 100 stk | 0.9  | 389.00 |  | 190 | coffee    |      | -
9900111 | Kontorstol enkel                       | office-supplies | stk          | 12   | 1890.00 |  | 260 | plastics  |      | -
9900128 | Skrivebordslampe LED                   | office-supplies | stk          | 2    | 690.00 |  | 90  | smallelec |      | -
9900135 | Håndsåpe 12 x 500 ml                   | office-supplies | krt 12 stk   | 6.2  | 312.00 |  | 150 | plastics  |      | -
9900142 | Brettspill og leker                    | craft           | stk          | 1.1  | 298.00 |  | 200 | plastics  |      | -
9900159 | Utegarderobe oppbevaringskasse         | school-supplies | stk          | 2.4  | 189.00 |  | 110 | plastics  |      | -
9900166 | Fotopapir premium A4                   | paper-goods     | pk 50 ark    | 0.6  | 168.00 |  | 60  | paper     |      | -
9900173 | Ryggsekk med trykk                     | school-supplies | stk          | 0.6  | 349.00 |  | 100 | textile   |      | -
`;
