-- Free texts in which a person may be named: erased where somebody is.
select platform.erasable('reporting.version', array['file_name', 'return_reason']);
select platform.erasable('reporting.confirmation', array['reason']);
select platform.erasable('reporting.sending', array['file_name']);
select platform.erasable('reporting.correction', array['reason']);
select platform.erasable('reporting.on_behalf', array['received_from', 'reason', 'answer_text']);
select platform.erasable('reporting.missing_branch', array['reason']);
