/** Workwear and protective equipment. Columns as in building.ts; '@' names a list of sizes. */
export const workwear = `
V-55 | Vinterjakke synlighet klasse 3   | clothing   | stk | 1.5 | 1490.00 | 60 | textile  | + | @sizes
V-56 | Skalljakke klasse 3              | clothing   | stk | 0.9 | 1190.00 | 40 | textile  | + | @sizes
V-57 | Arbeidsbukse klasse 2            | clothing   | stk | 0.8 | 790.00  | 60 | textile  | + | @sizes
V-58 | Vinterbukse klasse 2             | clothing   | stk | 1.2 | 990.00  | 30 | textile  | + | @sizes
V-59 | T-skjorte klasse 2               | clothing   | stk | 0.2 | 219.00  | 25 | textile  | + | @sizes
V-60 | Genser med refleks               | clothing   | stk | 0.6 | 429.00  | 20 | textile  | + | @sizes
0701 | Pleietunika                      | clothing   | stk | 0.3 | 289.00  | 40 | textile  | + | @sizes
0702 | Pleiebukse                       | clothing   | stk | 0.4 | 319.00  | 40 | textile  | + | @sizes
S-20 | Vernesko lav S3                  | protection | par | 1.3 | 1090.00 | 40 | textile  | + | @shoes
S-21 | Vinterstøvel S3                  | protection | par | 1.9 | 1590.00 | 25 | textile  | + | @shoes
H-30 | Arbeidshanske                    | protection | par | 0.1 | 69.00   | 20 | textile  | + | str 8; str 9; str 10; str 11; vinter str 9*1.8; vinter str 10*1.8
H-31 | Vernehjelm og hørsel             | protection | stk | 0.5 | 349.00  | 15 | plastics | + | hjelm; hørselvern*1.2; visir*.9; vernebriller*.4
X-90 | Profilert fritidstøy             | clothing   | stk | 0.5 | 549.00  | 60 | textile  | - | jakke*1.6; genser; lue*.4; sekk*1.1
X-91 | Joggesko pleie                   | protection | par | 0.8 | 990.00  | 40 | textile  | - | dame; herre; unisex*.9
`;

export const sizeLists: Readonly<Record<string, string>> = {
  sizes: 'XS; S; M; L; XL; XXL*1.05; 3XL*1.1',
  shoes: '36; 37; 38; 39; 40; 41; 42; 43; 44; 45; 46*1.05',
};
