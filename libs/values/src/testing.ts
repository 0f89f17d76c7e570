export {
  drawFrom,
  drawPerson,
  identityOf2032,
  identitySeries,
  isBetrayed,
  personalShapes,
  type Draw,
  type MadePerson,
  type PersonalShape,
} from './redaction/personal-shapes.ts';
