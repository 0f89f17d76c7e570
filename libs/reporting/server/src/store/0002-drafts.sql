-- What was never submitted may be removed again, by the product itself. What was submitted never is: these rules do not let it.
create function reporting.removable(target regclass, version name) returns void language plpgsql as $$
begin
  execute format(
    'create policy removes on %s for delete using (
       cooperative_id = platform.cooperative() and platform.side() = ''system''
       and %I in (select v.id from reporting.version v where v.state in (''received'', ''checked'') and v.number is null))',
    target, version);
  execute format('grant delete on %s to tallgrunn_app', target);
end $$;
select reporting.removable('reporting.confirmation', 'version_id');
select reporting.removable('reporting.further_place', 'version_id');
select reporting.removable('reporting.finding', 'version_id');
select reporting.removable('reporting.quarantined_row', 'version_id');
select reporting.removable('reporting.line', 'version_id');
select reporting.removable('reporting.verdict', 'version_id');
drop function reporting.removable(regclass, name);
create policy removes on reporting.version for delete using (
  cooperative_id = platform.cooperative() and platform.side() = 'system' and state in ('received', 'checked') and number is null);
grant delete on reporting.version to tallgrunn_app;
