-- A footprint stated in grams, or for another amount than it says, shows by what it makes of a krone.
alter table emissions.beside drop constraint beside_standing_check;
alter table emissions.beside add constraint beside_standing_check
  check (standing in ('counted', 'not-valid-then', 'unit-not-convertible', 'quantity-missing', 'implausible'));
