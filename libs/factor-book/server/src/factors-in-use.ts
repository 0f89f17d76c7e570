/**
 * SQL: the factors in use on a day, as distinct `set_id` and `factor_id`. They are the factors of effective
 * assignments, and those of the account map in force for accounts without an assignment.
 * @param day SQL expression of the date
 */
export const factorsInUseOn = (day: string): string => `
  select a.set_id, a.factor_id from factor_book.door_effective_assignment a where ${day} between a.valid_from and a.valid_to
  union
  select a.combustion_set_id, a.combustion_factor_id from factor_book.door_effective_assignment a where a.combustion_factor_id is not null and ${day} between a.valid_from and a.valid_to
  union
  select r.set_id, r.factor_id from factor_book.door_account_map_entry r join factor_book.door_account_map s on s.id = r.account_map_id and s.in_force
  where r.factor_id is not null and not exists (
    select from factor_book.door_effective_assignment a where a.kind = 'account' and a.target = r.account_system || ':' || r.account_code and ${day} between a.valid_from and a.valid_to)`;
