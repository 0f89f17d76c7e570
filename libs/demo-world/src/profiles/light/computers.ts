/**
 * Lots 4A and 4B, sold by the piece. Columns: number | name | lot | category | kg | price 2025 | price 2026 | thousand
 * NOK 2025 | 2026 | factor | own footprint (kg CO₂e per piece, invented) | +/-.
 */
export const computers = `
BP-14-G5   | Bærbar PC 14" G5 16 GB              | 4A | laptops     | 1.4  | 9900.00  | 9400.00  | 5855 | 2040 | laptop    | 176  | +
BP-15-G4   | Bærbar PC 15" G4 16 GB              | 4A | laptops     | 1.7  | 11900.00 | 11300.00 | 4223 | 1635 | laptop    | 228  | +
BP-16-PRO  | Bærbar PC 16" Pro 32 GB             | 4A | laptops     | 2.1  | 19500.00 | 18900.00 | 2307 | 1367 | laptop    | 312  | +
BP-11-SKO  | Bærbar PC 11" skole 8 GB            | 4A | laptops     | 1.2  | 5200.00  | 4950.00  | 615  | 1074 | laptop    | 120  | +
BP-14-G6E  | Bærbar PC 14" G6 Eco 16 GB          | 4A | laptops     | 1.3  | 6690.00  | 6690.00  | 0    | 5324 | laptop    | 158  | +
SP-SFF-G9  | Stasjonær PC SFF G9                 | 4A | desktops    | 4.8  | 8900.00  | 8600.00  | 980  | 900  | desktop   | 198  | +
SP-MINI-3  | Mini-PC 3                           | 4A | desktops    | 1.2  | 6200.00  | 5950.00  | 560  | 640  | desktop   | 96   | +
SP-WORK-1  | Arbeidsstasjon CAD                  | 4A | desktops    | 11   | 28900.00 | 28900.00 | 180  | 180  | desktop   |      | +
NB-10-SKO  | Nettbrett 10" skole                 | 4A | tablets     | 0.5  | 3890.00  | 3690.00  | 1750 | 1700 | tablet    | 74   | +
NB-11-PRO  | Nettbrett 11" Pro                   | 4A | tablets     | 0.5  | 8900.00  | 8900.00  | 520  | 480  | tablet    | 98   | +
NB-TAST    | Tastaturdeksel nettbrett            | 4A | tablets     | 0.3  | 1190.00  | 1150.00  | 240  | 240  | smallelec |      | +
TLF-A55    | Mobiltelefon A55                    | 4A | phones      | 0.2  | 3690.00  | 3490.00  | 640  | 620  | phone     | 62   | +
TLF-S25    | Mobiltelefon S25                    | 4A | phones      | 0.2  | 8490.00  | 7990.00  | 410  | 380  | phone     | 71   | +
TLF-ROBUST | Mobiltelefon robust                 | 4A | phones      | 0.3  | 5190.00  | 5190.00  | 210  | 210  | phone     |      | +
SK-24-QHD  | Skjerm 24" QHD                      | 4B | monitors    | 5.4  | 2290.00  | 2190.00  | 1240 | 1180 | monitor   | 210  | +
SK-27-QHD  | Skjerm 27" QHD USB-C                | 4B | monitors    | 6.8  | 3490.00  | 3290.00  | 980  | 960  | monitor   | 262  | +
SK-34-UW   | Skjerm 34" ultravid                 | 4B | monitors    | 9.6  | 6490.00  | 6290.00  | 310  | 310  | monitor   |      | +
SK-75-INT  | Interaktiv tavle 75"                | 4B | monitors    | 52   | 21900.00 | 20900.00 | 760  | 720  | monitor   |      | +
DOK-USBC   | Dokkingstasjon USB-C                | 4B | peripherals | 0.5  | 1690.00  | 1590.00  | 520  | 520  | smallelec | 21   | +
TAST-NO    | Tastatur norsk                      | 4B | peripherals | 0.7  | 289.00   | 289.00   | 120  | 120  | smallelec |      | +
MUS-TL     | Mus trådløs                         | 4B | peripherals | 0.1  | 219.00   | 219.00   | 110  | 110  | smallelec |      | +
HS-USB     | Hodesett USB                        | 4B | peripherals | 0.2  | 690.00   | 660.00   | 240  | 240  | smallelec | 6.1  | +
KAM-HD     | Webkamera HD                        | 4B | peripherals | 0.2  | 790.00   | 790.00   | 90   | 90   | smallelec |      | +
LAD-65W    | Lader USB-C 65 W                    | 4B | peripherals | 0.2  | 490.00   | 470.00   | 190  | 190  | charger   |      | +
0128-USB   | Minnepenn 128 GB 10 stk             | 4B | peripherals | 0.2  | 980.00   | 940.00   | 40   | 40   | memory    |      | +
0256-SSD   | Ekstern SSD 1 TB                    | 4B | peripherals | 0.1  | 1090.00  | 1040.00  | 110  | 110  | smallelec |      | +
PRJ-4000   | Projektor 4000 lm                   | 4B | peripherals | 3.6  | 8900.00  | 8900.00  | 240  | 240  | smallelec |      | +
SKR-MFP    | Multifunksjonsskriver               | 4B | peripherals | 32   | 12900.00 | 12500.00 | 290  | 290  | smallelec | 380  | +
SEK-14     | PC-sekk 14"                         | 4B | peripherals | 0.7  | 549.00   | 549.00   | 110  | 110  | textile   |      | +
KAB-HDMI   | Kabel HDMI 2 m                      | 4B | peripherals | 0.1  | 149.00   | 149.00   | 50   | 50   | smallelec |      | +
X-DRONE    | Drone for kartlegging               | 4B | peripherals | 1.2  | 14900.00 | 14900.00 | 90   | 90   | smallelec |      | -
X-KASSE    | Ladeskap 32 enheter                 | 4B | peripherals | 48   | 18900.00 | 18900.00 | 240  | 240  | smallelec |      | -
X-HOYTT    | Konferansehøyttaler                 | 4B | peripherals | 0.9  | 3990.00  | 3990.00  | 160  | 160  | smallelec |      | -
`;
