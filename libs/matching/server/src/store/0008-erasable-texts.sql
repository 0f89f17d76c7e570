-- Free texts in which a person may be named: erased where somebody is.
select platform.erasable('matching.decision', array['reason']);
select platform.erasable('matching.answer', array['reason']);
select platform.erasable('matching.statement', array['reason']);
