-- Readers write nothing of the organisation's, but choose their own notifications and calendar feeds.
alter policy auditors_add_nothing on follow_up.notification_preference with check (platform.role() <> 'auditor');
alter policy auditors_change_nothing on follow_up.notification_preference using (platform.role() <> 'auditor');
alter policy auditors_remove_nothing on follow_up.notification_preference using (platform.role() <> 'auditor');
alter policy auditors_add_nothing on follow_up.calendar_feed with check (platform.role() <> 'auditor');
alter policy auditors_change_nothing on follow_up.calendar_feed using (platform.role() <> 'auditor');
alter policy auditors_remove_nothing on follow_up.calendar_feed using (platform.role() <> 'auditor');
