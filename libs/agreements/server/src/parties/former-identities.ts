/** SQL: names and numbers that organisation `o` had before corrections; only numbers that still lead to it. */
export const FORMER_IDENTITIES = `
  array(select h.name from identity.door_organisation_history h where h.cooperative_id = o.cooperative_id and h.organisation_id = o.id order by h.valid_to, h.id) as "formerNames",
  array(select n.org_number from identity.door_organisation_number n where n.cooperative_id = o.cooperative_id and n.id = o.id and not n.is_current order by n.org_number) as "formerNumbers"`;
