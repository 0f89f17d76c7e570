export { followUp } from './room.ts';
export { Notify } from './notifications/notify.ts';
export { QueueNotifications, type NewNotification } from './notifications/queue/queue-notifications.ts';
