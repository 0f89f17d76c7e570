/** SQL condition on an alias of `matching.line_resolution`: it is the newest answer on its line. */
export const isNewestAnswer = (alias: string): string => `not exists (
    select 1 from matching.line_resolution n where n.cooperative_id = ${alias}.cooperative_id and n.side = ${alias}.side and n.line_key = ${alias}.line_key and n.id > ${alias}.id)`;

/** SQL condition on an alias of `matching.pair_decision`: it is the newest decision on its two lines. */
export const isNewestDecision = (alias: string): string => `not exists (
    select 1 from matching.pair_decision n where n.cooperative_id = ${alias}.cooperative_id and n.report_line_key = ${alias}.report_line_key and n.spend_line_key = ${alias}.spend_line_key and n.id > ${alias}.id)`;
