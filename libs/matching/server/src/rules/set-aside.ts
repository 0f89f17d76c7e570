/** SQL: learned rules that are turned off: the newest decision says so. */
export const DISABLED_RULES = `select n.* from (select distinct on (d.supplier_id, d.kind, d.form) d.* from matching.rule_decision d order by d.supplier_id, d.kind, d.form, d.id desc) n where not n.in_use`;
