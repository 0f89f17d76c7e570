-- Free texts in which a person may be named: erased where somebody is.
select platform.erasable('emissions.ruling', array['reason']);
select platform.erasable('emissions.ruling_proposal', array['reason']);
