/** The notice in every JSON file of the world, and on every page that shows it. */
export const notice =
  'Demodata – ikke reelle tall. Kommunene og samarbeidet er brukt som scenario; leverandører, personer, varer og alle beløp er oppdiktet.';
