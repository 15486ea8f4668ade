import { SessionRow } from './adapters/session.row.ts';
import { SmsCodeRow } from './adapters/sms-code.row.ts';

/** For the data source. */
export const sessionRows = [SessionRow, SmsCodeRow];
