import { AskedRequestRow } from './http/asked-request.row.ts';
import { OutboxMessageRow } from './outbox/outbox-message.row.ts';

/** The entities of the platform; app.module.ts gathers the rows of each module. */
export const platformRows = [OutboxMessageRow, AskedRequestRow];
