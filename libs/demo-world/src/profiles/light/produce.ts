/**
 * Lot 1B. Columns as in groceries.ts. Sold by the crate ('kolli') or by the kilogram: the supplier confuses the two.
 */
export const produce = `
7001  | Poteter vasket 20 kg          | potatoes   | kolli 20 kg | 20  | 286.00 |  | 520 | potatoes   | +
7002  | Poteter skrelt vakuum 10 kg   | potatoes   | kolli 10 kg | 10  | 298.00 |  | 430 | potatoes   | +
7003  | Båtpoteter 10 kg              | potatoes   | kolli 10 kg | 10  | 312.00 |  | 160 | potatoes   | +
7104  | Gulrot 10 kg                  | vegetables | kolli 10 kg | 10  | 189.00 |  | 310 | roots      | +
7105  | Kålrot skrelt 5 kg            | vegetables | kolli 5 kg  | 5   | 146.00 |  | 150 | roots      | +
7106  | Løk gul 10 kg                 | vegetables | kolli 10 kg | 10  | 168.00 |  | 170 | onions     | +
7107  | Purre                         | vegetables | kg          | 1   | 39.80  |  | 90  | onions     | +
7108  | Tomat 6 kg                    | vegetables | kolli 6 kg  | 6   | 234.00 |  | 360 | tomatoes   | +
7109  | Cherrytomat 10 x 250 g        | vegetables | kolli 10 stk | 2.5 | 186.00 |  | 120 | tomatoes   | +
7110  | Agurk 12 stk                  | vegetables | kolli 12 stk | 4.2 | 178.00 |  | 260 | vegetables | +
7111  | Hodekål                       | vegetables | kg          | 1   | 18.90  |  | 110 | brassicas  | +
7112  | Brokkoli 6 kg                 | vegetables | kolli 6 kg  | 6   | 268.00 |  | 220 | brassicas  | +
7113  | Blomkål 8 stk                 | vegetables | kolli 8 stk | 6.4 | 226.00 |  | 130 | brassicas  | +
7114  | Isbergsalat 10 stk            | vegetables | kolli 10 stk | 4   | 198.00 |  | 180 | vegetables | +
7115  | Paprika rød 5 kg              | vegetables | kolli 5 kg  | 5   | 243.00 |  | 190 | vegetables | +
7116  | Mais og grønne erter 10 kg    | vegetables | kolli 10 kg | 10  | 286.00 |  | 140 | peas       | +
7117  | Suppegrønt vakuum 5 kg        | vegetables | kolli 5 kg  | 5   | 164.00 |  | 130 | roots      | +
0718  | Rødbeter 5 kg                 | vegetables | kolli 5 kg  | 5   | 139.00 |  | 60  | roots      | +
0719  | Sopp sjampinjong 3 kg         | vegetables | kolli 3 kg  | 3   | 248.00 |  | 80  | vegetables | +
7220  | Epler røde 13 kg              | fruit      | kolli 13 kg | 13  | 372.00 |  | 490 | apples     | +
7221  | Epler grønne 13 kg            | fruit      | kolli 13 kg | 13  | 384.00 |  | 210 | apples     | +
7222  | Bananer 18 kg                 | fruit      | kolli 18 kg | 18  | 428.00 |  | 520 | bananas    | +
7223  | Appelsin 15 kg                | fruit      | kolli 15 kg | 15  | 392.00 |  | 280 | apples     | +
7224  | Pærer 12 kg                   | fruit      | kolli 12 kg | 12  | 358.00 |  | 190 | apples     | +
7225  | Druer 5 kg                    | fruit      | kolli 5 kg  | 5   | 264.00 |  | 170 | apples     | +
7226  | Klementin 10 kg               | fruit      | kolli 10 kg | 10  | 312.00 |  | 150 | apples     | +
0727  | Kiwi 30 stk                   | fruit      | kolli 30 stk | 3   | 146.00 |  | 80  | apples     | +
0728  | Melon honning 6 stk           | fruit      | kolli 6 stk | 9   | 238.00 |  | 90  | apples     | +
7990  | Blåbær 12 x 125 g             | fruit      | kolli 12 stk | 1.5 | 264.00 |  | 120 | apples     | -
7991  | Fruktkurv kontor              | fruit      | stk         | 6   | 389.00 |  | 170 | apples     | -
7992  | Spireblanding 1 kg            | vegetables | kg          | 1   | 138.00 |  | 60  | vegetables | -
7993  | Avokado 5 kg                  | vegetables | kolli 5 kg  | 5   | 346.00 |  | 110 | vegetables | -
`;
