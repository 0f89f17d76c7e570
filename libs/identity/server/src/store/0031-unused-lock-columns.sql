-- Attempts are counted in identity.attempt; nothing has read these since.
alter table identity.person
  drop column failed_attempts,
  drop column locked_until;
