export {
  drawFrom,
  drawPerson,
  identityOf2032,
  identitySeries,
  containsTrace,
  personalShapes,
  type Draw,
  type FictitiousPerson,
  type PersonalShape,
} from './redaction/personal-shapes.ts';
