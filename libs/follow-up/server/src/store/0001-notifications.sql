-- One message to one person about one thing. `dedupe_key` names person, kind, subject and stage: the same is never queued twice.
-- `person_id` is null where it goes to a contact without an account, whose address is `contact_email`.
-- `requester_text`: what a person wrote, a reason or a message; it can be erased. `details` hold no text of a person.
-- waiting: to be sent at `due_at`. queued: handed to the mail, `message_id` says which e-mail. superseded: no longer true when it was to be sent.
-- not-wanted: the person has turned the kind off. unreachable: the address takes no mail, and others were told instead.
create table follow_up.notification (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  kind text not null,
  stage text not null default '',
  audience text not null check (audience in ('supplier', 'buyer', 'cooperative')),
  organisation_id uuid not null,
  membership_id uuid,
  person_id uuid,
  contact_email text,
  subject_kind text not null,
  subject_id uuid not null,
  obligation_id uuid,
  agreement_id uuid,
  supplier_id uuid,
  details jsonb not null default '{}',
  requester_text text,
  cadence text not null check (cadence in ('at-once', 'daily', 'weekly')),
  dedupe_key text not null,
  created_at timestamptz not null,
  due_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'queued', 'superseded', 'not-wanted', 'unreachable')),
  queued_at timestamptz,
  message_id uuid,
  requested_by uuid,
  primary key (cooperative_id, id),
  unique (cooperative_id, dedupe_key),
  check ((state = 'queued') = (message_id is not null) or state = 'unreachable')
);
create index notification_due on follow_up.notification (cooperative_id, due_at) where state = 'waiting';
create index notification_by_obligation on follow_up.notification (cooperative_id, obligation_id);
create index notification_by_supplier on follow_up.notification (cooperative_id, supplier_id, created_at);
create index notification_by_message on follow_up.notification (cooperative_id, message_id);
select platform.protect('follow_up.notification', supplier => 'organisation_id', buyer => 'organisation_id', writers => array['cooperative', 'system']);
select platform.erasable('follow_up.notification', array['contact_email', 'requester_text']);
select platform.moves_with_organisation('follow_up.notification', 'organisation_id', 'other');
select platform.moves_with_organisation('follow_up.notification', 'supplier_id', 'other');

-- How often a member wants to be told of a kind. Without a row the kind's own default counts.
create table follow_up.notification_preference (
  cooperative_id uuid not null default platform.cooperative(),
  membership_id uuid not null,
  organisation_id uuid not null default platform.organisation(),
  kind text not null,
  cadence text not null check (cadence in ('at-once', 'daily', 'weekly', 'never')),
  updated_at timestamptz not null,
  primary key (cooperative_id, membership_id, kind)
);
select platform.protect('follow_up.notification_preference', supplier => 'organisation_id', buyer => 'organisation_id');
create policy own_alone_adds on follow_up.notification_preference as restrictive for insert with check (membership_id = platform.membership());
create policy own_alone_changes on follow_up.notification_preference as restrictive for update using (membership_id = platform.membership() or platform.side() = 'system');
select platform.moves_with_organisation('follow_up.notification_preference', 'organisation_id', 'other');

-- A cooperative's own text of an e-mail, instead of the one that comes with the product.
create table follow_up.email_template (
  cooperative_id uuid not null default platform.cooperative(),
  kind text not null,
  language text not null check (language in ('nb', 'nn', 'en')),
  subject text not null,
  body text not null,
  updated_at timestamptz not null,
  updated_by uuid,
  primary key (cooperative_id, kind, language)
);
select platform.protect('follow_up.email_template', writers => array['cooperative'], privileges => 'select, insert, update, delete');
select platform.erasable('follow_up.email_template', array['subject', 'body']);

-- Addresses that e-mails came back from. `cleared_at`: somebody says that it works again, or an e-mail got through.
create table follow_up.unreachable_address (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  organisation_id uuid not null,
  email text not null,
  reason text not null,
  message_id uuid not null,
  noticed_at timestamptz not null,
  cleared_at timestamptz,
  cleared_by uuid,
  primary key (cooperative_id, id)
);
create unique index unreachable_address_once on follow_up.unreachable_address (cooperative_id, email) where cleared_at is null and email <> platform.erased_text();
select platform.protect('follow_up.unreachable_address', supplier => 'organisation_id', buyer => 'organisation_id', writers => array['cooperative', 'system']);
select platform.erasable('follow_up.unreachable_address', array['email']);
select platform.moves_with_organisation('follow_up.unreachable_address', 'organisation_id', 'other');

-- The days on which everything that is due was collected.
create table follow_up.notification_run (
  cooperative_id uuid not null default platform.cooperative(),
  ran_on date not null,
  notification_count int not null,
  ran_at timestamptz not null,
  primary key (cooperative_id, ran_on)
);
select platform.protect('follow_up.notification_run', writers => array['system'], privileges => 'select, insert');
