-- What a merge of two records of one organisation does with the columns of this room.
select platform.moves_with_organisation('identity.membership', 'organisation_id', 'users', 'retained', 'true',
  'Somebody who has the same role in both keeps the one in the organisation that stays; the other has ended.');
select platform.moves_with_organisation('identity.api_key', 'organisation_id', 'api-keys');
select platform.moves_with_organisation('identity.invitation', 'organisation_id', 'invitations');
select platform.moves_with_organisation('identity.invitation', 'inviter_organisation_id', 'other');
select platform.moves_with_organisation('identity.membership_ending', 'organisation_id', 'other');
select platform.moves_with_organisation('identity.admission', 'organisation_id', 'other', 'retained', 'true',
  'Who let a person in where they are in both: the first word of each stays.');
select platform.moves_with_organisation('identity.vouch', 'organisation_id', 'other', 'retained', 'true',
  'Who vouched for a person where somebody did in both.');
select platform.moves_with_organisation('identity.organisation_history', 'organisation_id', 'former-identities');

-- Somebody with the same role in both: the membership that goes ends, and its keys and invitations continue with the one that stays.
create function identity.prepare_merge(from_id uuid, into_id uuid) returns void language plpgsql as $$
begin
  update identity.api_key k set membership_id = n.id
  from identity.membership m
  join identity.membership n on (n.cooperative_id = m.cooperative_id) and n.person_id = m.person_id and n.role = m.role
    and n.organisation_id = into_id
  where m.organisation_id = from_id and k.cooperative_id = m.cooperative_id and k.membership_id = m.id;
  update identity.invitation i set membership_id = n.id
  from identity.membership m
  join identity.membership n on (n.cooperative_id = m.cooperative_id) and n.person_id = m.person_id and n.role = m.role
    and n.organisation_id = into_id
  where m.organisation_id = from_id and i.cooperative_id = m.cooperative_id and i.membership_id = m.id;
  update identity.membership m set ended_at = (select o.merged_at from platform.door_merged_organisation o where o.id = from_id)
  from identity.membership n
  where m.organisation_id = from_id and m.ended_at is null
    and n.cooperative_id = m.cooperative_id and n.person_id = m.person_id and n.role = m.role and n.organisation_id = into_id;
end $$;
select platform.takes_part_in_merges('identity.prepare_merge', 'prepare');
