-- Free texts in which a person may be named: erased where somebody is.
select platform.erasable('declarations.decision', array['reason']);
select platform.erasable('declarations.evidence', array['file_name']);
select platform.erasable('declarations.declaration', array['file_name']);
