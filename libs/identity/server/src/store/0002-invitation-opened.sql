-- When the link of an invitation was first followed: whoever invited can see that the letter has arrived.
alter table identity.invitation add column opened_at timestamptz;
