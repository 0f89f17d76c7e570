-- What became of the e-mails of a cooperative: one row for each that was tried. It names neither address nor text.
-- `reason`: codes of the mail server or of the delivery report, as "550 5.1.1".
create table platform.mail_delivery (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  state text not null check (state in ('retrying', 'sent', 'stored', 'failed', 'bounced')),
  attempt_count int not null default 0,
  reason text,
  updated_at timestamptz not null,
  primary key (cooperative_id, id)
);
select platform.protect('platform.mail_delivery', writers => array['system']);

create view platform.door_mail_delivery with (security_invoker) as
  select d.cooperative_id, d.id, d.state, d.attempt_count, d.reason, d.updated_at from platform.mail_delivery d;
grant select on platform.door_mail_delivery to tallgrunn_app;
