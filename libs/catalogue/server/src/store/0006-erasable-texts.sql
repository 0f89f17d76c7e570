-- Free texts in which a person may be named: erased where somebody is.
select platform.erasable('catalogue.correction', array['reason']);
