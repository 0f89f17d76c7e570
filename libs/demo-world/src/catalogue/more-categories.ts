/** Categories of the agreements that only the full profile has. Columns as in categories.ts. */
export const moreCategories = `
timber     | Trelast                  | 03410000 | 250 | 25 | 0
boards     | Plater                   | 44170000 | 250 | 25 | 0
insulation | Isolasjon                | 44111500 | 250 | 25 | 0
membranes  | Duk og sperre            | 44112500 | 250 | 25 | 0
concrete   | Betong og mørtel         | 44114000 | 250 | 25 | 0
fasteners  | Festemidler              | 44530000 | 250 | 25 | 0
paint      | Maling og fug            | 44810000 | 250 | 25 | 0
doors      | Dører og vinduer         | 44221000 | 250 | 25 | 0
roofing    | Tak                      | 44112400 | 250 | 25 | 0
tools      | Verktøy og utstyr        | 44510000 | 250 | 25 | 0
seating    | Stoler og sofaer         | 39110000 | 200 | 25 | 0
tables     | Bord                     | 39120000 | 200 | 25 | 0
storage    | Oppbevaring              | 39130000 | 200 | 25 | 0
care       | Institusjonsmøbler       | 39140000 | 200 | 25 | 0
play       | Barnehagemøbler          | 39160000 | 200 | 25 | 0
diesel     | Diesel og fyringsolje    | 09134000 | 170 | 25 | 0
petrol     | Bensin                   | 09132000 | 170 | 25 | 0
carcare    | Olje og bilpleie         | 09211000 | 170 | 25 | 0
clothing   | Arbeidstøy               | 18110000 | 120 | 25 | 0
protection | Verneutstyr              | 18143000 | 120 | 25 | 0
gloves     | Hansker og munnbind      | 33141420 | 110 | 25 | 0
hygiene    | Hygiene og inkontinens   | 33770000 | 110 | 25 | 0
wound      | Sårpleie                 | 33141110 | 110 | 25 | 0
catheter   | Katetre og sprøyter      | 33141200 | 110 | 25 | 0
devices    | Medisinsk småutstyr      | 33190000 | 110 | 25 | 0
`;

/** Factors that only the full profile needs. Columns as in factors.ts. Furniture is estimated from its materials. */
export const moreFactors = `
gypsum     | Gipsplate                | 0.12005 | kg    | DEFRA
concrete   | Betong                   | 0.11879 | kg    | DEFRA
insulation | Isolasjon                | 1.86179 | kg    | DEFRA
steel      | Stål                     | 2.9     | kg    | ASSUMED
woodgoods  | Møbler av tre            | 1.4     | kg    | ASSUMED
steelgoods | Møbler av stål           | 3.1     | kg    | ASSUMED
chair      | Sittemøbler              | 4.2     | kg    | ASSUMED
diesel     | Diesel med bioinnblanding | 3.1238 | piece | DEFRA-FUEL
petrol     | Bensin med bioinnblanding | 2.67   | piece | ASSUMED
hvo        | Biodiesel HVO            | 0.59997 | piece | DEFRA-FUEL
`;
