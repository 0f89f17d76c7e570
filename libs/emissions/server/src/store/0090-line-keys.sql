-- The key of a line is kept on the line itself, and nothing reads it from its results: 34 bytes of each. A server of an earlier version still writes it.
alter table emissions.result alter column line_key set default '';
