-- A secret address at which a member's calendar program fetches their dates. Only a hash of the secret is stored; it is shown once.
create table follow_up.calendar_feed (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  membership_id uuid not null,
  organisation_id uuid not null,
  token_hash text not null,
  created_at timestamptz not null,
  last_read_at timestamptz,
  revoked_at timestamptz,
  primary key (cooperative_id, id),
  unique (cooperative_id, token_hash)
);
create index calendar_feed_by_token on follow_up.calendar_feed (token_hash);
select platform.protect('follow_up.calendar_feed', supplier => 'organisation_id', buyer => 'organisation_id');
create policy own_alone_adds on follow_up.calendar_feed as restrictive for insert with check (membership_id = platform.membership());
create policy own_alone_changes on follow_up.calendar_feed as restrictive for update using (membership_id = platform.membership() or platform.side() = 'system');
-- Whoever has the address sees which feed it opens, and nothing else.
create policy bearer on follow_up.calendar_feed for select using (token_hash = nullif(current_setting('app.token_hash', true), ''));
select platform.moves_with_organisation('follow_up.calendar_feed', 'organisation_id', 'other');

-- What calendars were told of a date: its revision, which rises when the date moves or is cancelled (RFC 5545, SEQUENCE).
create table follow_up.calendar_event (
  cooperative_id uuid not null default platform.cooperative(),
  key text not null,
  supplier_id uuid,
  agreement_id uuid,
  happens_on date not null,
  is_cancelled boolean not null,
  sequence int not null default 0,
  changed_at timestamptz not null,
  primary key (cooperative_id, key)
);
create index calendar_event_by_supplier on follow_up.calendar_event (cooperative_id, supplier_id, happens_on);
select platform.protect('follow_up.calendar_event', supplier => 'supplier_id', writers => array['system']);
select platform.moves_with_organisation('follow_up.calendar_event', 'supplier_id', 'other');
