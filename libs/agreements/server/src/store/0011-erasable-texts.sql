-- Free texts in which a person may be named: erased where somebody is.
select platform.erasable('agreements.adjustment_case', array['note', 'reason']);
select platform.erasable('agreements.duty', array['exempt_reason']);
select platform.erasable('agreements.agreement_contact', array['name', 'email', 'phone']);
select platform.erasable('agreements.pack_decision', array['reason']);
select platform.erasable('agreements.party_event', array['note']);
select platform.erasable('agreements.price_draft', array['file_name']);
select platform.erasable('agreements.price_version', array['file_name']);
select platform.erasable('agreements.register_import', array['file_name']);
