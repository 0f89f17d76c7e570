-- Free texts in which a person may be named: erased where somebody is.
select platform.erasable('spend.batch', array['file_name', 'reversal_reason']);
