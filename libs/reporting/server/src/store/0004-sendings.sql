-- What a program sent over the API: a file to be checked only, or to be checked and submitted. The answer is kept with it, so that whoever asks
-- again with the same Idempotency-Key gets the same one.
create table reporting.sending (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  supplier_id uuid not null,
  duty_id uuid not null,
  purpose text not null check (purpose in ('check', 'submit')),
  state text not null check (state in ('waiting', 'done')),
  -- The machine key it came with, or the membership of who was signed in.
  caller_id uuid not null,
  idempotency_key text,
  request_sha256 text not null,
  person_id uuid,
  membership_id uuid,
  role text not null,
  via text not null,
  api_key_id uuid,
  language text not null check (language in ('nb', 'nn', 'en')),
  answers jsonb not null default '{}',
  confirmations jsonb not null default '[]',
  leave_out_rows boolean not null default false,
  file_name text not null,
  file_size_bytes bigint not null,
  -- A file that is only checked waits here, and goes when it has been.
  spool_name text,
  -- The version that is to be submitted.
  version_id uuid,
  -- What the check said, as the command line prints it; then what came of the submission.
  check_json jsonb,
  receipt jsonb,
  refusals jsonb not null default '[]',
  begun_at timestamptz not null,
  answered_at timestamptz,
  primary key (cooperative_id, id),
  unique (cooperative_id, caller_id, idempotency_key)
);
create index sending_by_version on reporting.sending (cooperative_id, version_id);
select platform.protect('reporting.sending', supplier => 'supplier_id', writers => array['supplier', 'system']);
create policy removes on reporting.sending for delete using (cooperative_id = platform.cooperative() and platform.side() = 'system');
grant delete on reporting.sending to tallgrunn_app;
