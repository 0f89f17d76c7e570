-- Category and method ('food/physical-average') of the parts of a line that is known in more than one way; null of one that is known in one: then they stand in its own columns.
alter table insight.combined_line add column parts text[];
