-- Free texts in which a person may be named: erased where somebody is.
select platform.erasable('identity.invitation', array['email', 'message']);
select platform.erasable('identity.api_key', array['name']);
select platform.erasable('identity.membership', array['end_reason']);
select platform.erasable('identity.membership_ending', array['reason']);
