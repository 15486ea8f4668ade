import { CreatePlatform1780000000001 } from './0001-create-platform.ts';
import { CreateSessionAndIdentity1780000000010 } from './0010-create-session-and-identity.ts';
import { CreateAudit1780000000020 } from './0020-create-audit.ts';
import { CreateProgress1780000000021 } from './0021-create-progress.ts';
import { CreateNotification1780000000022 } from './0022-create-notification.ts';
import { CreateAccount1780000000023 } from './0023-create-account.ts';
import { CreateFileStore1780000000024 } from './0024-create-file-store.ts';
import { WidenCases1780000000030 } from './0030-widen-cases.ts';
import { CreateHousehold1780000000035 } from './0035-create-household.ts';
import { CreateBooking1780000000036 } from './0036-create-booking.ts';
import { RenewOverviews1780000000037 } from './0037-renew-overviews.ts';
import { AddCoBorrower1780000000038 } from './0038-add-co-borrower.ts';
import { AddNoticeRole1780000000040 } from './0040-add-notice-role.ts';
import { HoldFiles1780000000045 } from './0045-hold-files.ts';
import { CreateWithdrawalDraft1780000000046 } from './0046-create-withdrawal-draft.ts';
import { ResubmitCases1780000000043 } from './0043-resubmit-cases.ts';
import { CreateReceipt1780000000041 } from './0041-create-receipt.ts';
import { CreateArchive1780000000042 } from './0042-create-archive.ts';
import { ArchiveInParts1780000000047 } from './0047-archive-in-parts.ts';
import { DropBookingWish1780000000048 } from './0048-drop-booking-wish.ts';
import { TellMoreOfNotices1780000000049 } from './0049-tell-more-of-notices.ts';
import { PlanArchivePackages1780000000050 } from './0050-plan-archive-packages.ts';
import { KnowSignings1780000000051 } from './0051-know-signings.ts';
import { TellArchiveOfReturns1780000000052 } from './0052-tell-archive-of-returns.ts';

/** Forward only, in this order; a migration that has run anywhere is never changed. Each module adds its own line. */
export const migrations = [
  CreatePlatform1780000000001,
  CreateSessionAndIdentity1780000000010,
  CreateAudit1780000000020,
  CreateProgress1780000000021,
  CreateNotification1780000000022,
  CreateAccount1780000000023,
  CreateFileStore1780000000024,
  WidenCases1780000000030,
  CreateHousehold1780000000035,
  CreateBooking1780000000036,
  RenewOverviews1780000000037,
  AddCoBorrower1780000000038,
  AddNoticeRole1780000000040,
  HoldFiles1780000000045,
  CreateWithdrawalDraft1780000000046,
  ResubmitCases1780000000043,
  CreateReceipt1780000000041,
  CreateArchive1780000000042,
  ArchiveInParts1780000000047,
  DropBookingWish1780000000048,
  TellMoreOfNotices1780000000049,
  PlanArchivePackages1780000000050,
  KnowSignings1780000000051,
  TellArchiveOfReturns1780000000052,
];
