export { notificationRows } from './adapters/notification.rows.ts';
export { NotificationModule } from './notification.module.ts';
export { Notices } from './notices.port.ts';
export type { CaseNews as NoticeNews } from './notices.port.ts';
