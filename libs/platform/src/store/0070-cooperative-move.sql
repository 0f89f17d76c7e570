-- A cooperative that moves between two databases. It belongs to no tenant: the row remains when the cooperative is deleted here.
-- moving: it is being copied from here. delivering: the other database is about to commit. moved: it is in the other database.
-- arriving: it was copied to here, and the other database has not confirmed it. received: it is here.
create table platform.cooperative_move (
  moving_id uuid primary key,
  state text not null check (state in ('moving', 'delivering', 'moved', 'arriving', 'received')),
  -- Where its members find it afterwards: the address of the other installation, or empty.
  address text not null default '',
  -- Number of rows and hash of each table, as both databases had them.
  sums jsonb not null default '{}',
  started_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp()
);
grant select on platform.cooperative_move to tallgrunn_app;

-- The lock that every transaction which writes for a cooperative shares. Whoever gets it alone knows that none is left.
create function platform.move_lock(cooperative uuid) returns bigint language sql immutable parallel safe
  return hashtextextended('platform.cooperative_move ' || cooperative, 0);

create function platform.is_moving(cooperative uuid) returns boolean language sql stable
  return exists (select from platform.cooperative_move m where m.moving_id = cooperative and m.state <> 'received');

-- Where the members of a cooperative that has moved find it: empty when that is not known; null when it is here.
create function platform.moved_to(cooperative uuid) returns text language sql stable
  return (select m.address from platform.cooperative_move m where m.moving_id = cooperative and m.state = 'moved');

-- Refuses to write for a cooperative that moves. A transaction asks once: its later writes are part of a unit that the move waits
-- for. The loader may read nothing, so the program asks before it acts as the loader.
create function platform.require_not_moving() returns void language plpgsql as $$
declare
  cooperative uuid := platform.cooperative();
  move platform.cooperative_move;
begin
  if cooperative is null or current_setting('app.may_write', true) = cooperative::text then
    return;
  end if;
  perform pg_advisory_xact_lock_shared(platform.move_lock(cooperative));
  select m.* into move from platform.cooperative_move m where m.moving_id = cooperative and m.state <> 'received';
  if move.state = 'moved' then
    raise exception 'the cooperative has moved' using errcode = 'TGM02', detail = move.address;
  elsif move.state is not null then
    raise exception 'the cooperative is being moved' using errcode = 'TGM01';
  end if;
  perform set_config('app.may_write', cooperative::text, true);
end $$;

-- `migrate` puts it before every statement that writes to a table of tenants.
create function platform.refuse_while_moving() returns trigger language plpgsql as $$
begin
  perform platform.require_not_moving();
  return null;
end $$;

-- Security events of a cooperative that moves belong to the installation: who reads meanwhile must be recorded, and its own log
-- has been copied.
create function platform.redirect_while_moving() returns trigger language plpgsql as $$
begin
  if new.cooperative_id <> platform.installation() then
    perform pg_advisory_xact_lock_shared(platform.move_lock(new.cooperative_id));
    if platform.is_moving(new.cooperative_id) then
      new.cooperative_id := platform.installation();
    end if;
  end if;
  return new;
end $$;
create trigger redirect_while_moving before insert on platform.security_event
  for each row execute function platform.redirect_while_moving();
create policy adds_while_moving on platform.security_event for insert with check (
  cooperative_id = platform.installation() and platform.is_moving(platform.cooperative())
);
