-- The moment at which somebody decides is the server's, whatever a statement says; a demo world runs from a moment of its own, and there the one that is told counts.
create function platform.moment(told timestamptz) returns timestamptz stable language sql as $$
  select case when (select as_of from platform.instance) is null then clock_timestamp() else told end
$$;

-- For tables on which one person decides what another proposed; its name lets it act before what guards them.
create function platform.decide_now() returns trigger language plpgsql as $$
begin
  new.decided_at := platform.moment(new.decided_at);
  return new;
end $$;
