import type * as account from './account.contract.ts';
import type * as booking from './booking.contract.ts';
import type * as catalogue from './catalogue.contract.ts';
import { del, get, patch, post, put } from './endpoint.ts';
import type { None } from './endpoint.ts';
import type * as household from './household.contract.ts';
import type * as identity from './identity.contract.ts';
import type * as loan from './loan.contract.ts';
import type * as notification from './notification.contract.ts';
import type * as progress from './progress.contract.ts';
import type * as receipt from './receipt.contract.ts';
import type * as session from './session.contract.ts';
import type * as standing from './standing-order.contract.ts';
import type * as withdrawal from './withdrawal.contract.ts';

/** Every call between phone and BFF, and no other: the BFF is tested to serve exactly these. */
export const endpoints = {
  // session
  signInWithWechat: post<session.WechatSignIn, session.SessionReply>('/sessions/wechat', { audience: 'guest', status: 201 }),
  requestSmsCode: post<session.SmsCodeRequest, session.SmsCodeReply>('/sessions/sms-codes', { audience: 'guest', keyed: true, status: 202 }),
  signInWithSms: post<session.SmsSignIn, session.SessionReply>('/sessions/sms', { audience: 'guest', status: 201 }),
  listDevices: get<session.DevicesReply>('/sessions', { audience: 'signed-in' }),
  signOut: del<None>('/sessions/current', { audience: 'signed-in', status: 204 }),
  endSession: del<None, { sessionId: string }>('/sessions/{sessionId}', { audience: 'signed-in', status: 204 }),
  // identity
  showIdentity: get<identity.IdentityReply>('/identity', { audience: 'signed-in' }),
  bindPhone: post<identity.PhoneBody, identity.IdentityReply>('/identity/phone', { audience: 'signed-in', keyed: true }),
  verifyRealName: post<identity.RealNameBody, identity.IdentityReply>('/identity/real-name', { audience: 'signed-in', keyed: true }),
  startFace: post<identity.FaceBody, identity.FaceStart>('/identity/face', { audience: 'verified', keyed: true }),
  readFaceResult: post<None, identity.FaceResult, identity.VerificationParams>('/identity/face/{verificationId}/result', { audience: 'verified', keyed: true }),
  useCounterCode: post<identity.CounterCodeBody, identity.IdentityReply>('/identity/counter-code', { audience: 'verified', keyed: true }),
  unbind: del<None>('/identity', { audience: 'verified', status: 204, keyed: true }),
  // account
  home: get<account.HomeReply>('/home', { audience: 'verified' }),
  listAccounts: get<account.AccountsReply>('/accounts', { audience: 'verified' }),
  listEntries: get<account.EntriesReply, account.AccountParams, account.EntriesQuery>('/accounts/{accountId}/entries', { audience: 'verified' }),
  showGaps: get<account.GapsReply, account.AccountParams>('/accounts/{accountId}/gaps', { audience: 'verified' }),
  showStatement: get<account.StatementReply, account.StatementParams>('/accounts/{accountId}/statements/{fundYear}', { audience: 'verified' }),
  // withdrawal
  listRoutes: get<withdrawal.RoutesReply>('/withdrawals/routes', { audience: 'verified' }),
  showForm: get<withdrawal.FormReply, withdrawal.RouteParams>('/withdrawals/routes/{route}/form', { audience: 'verified' }),
  showDraft: get<withdrawal.DraftReply, withdrawal.RouteParams>('/withdrawals/drafts/{route}', { audience: 'verified' }),
  saveDraft: put<withdrawal.SaveDraftBody, withdrawal.DraftReply, withdrawal.RouteParams>('/withdrawals/drafts/{route}', { audience: 'verified' }),
  dropDraft: del<None, withdrawal.RouteParams>('/withdrawals/drafts/{route}', { audience: 'verified', status: 204 }),
  submitWithdrawal: post<withdrawal.SubmitWithdrawalBody, withdrawal.SubmitWithdrawalReply>('/withdrawals', { audience: 'face', keyed: true, status: 201 }),
  listBankCards: get<withdrawal.BankCardsReply>('/bank-cards', { audience: 'verified' }),
  addBankCard: post<withdrawal.BankCardBody, withdrawal.BankCard>('/bank-cards', { audience: 'face', keyed: true, status: 201 }),
  removeBankCard: del<None, withdrawal.BankCardParams>('/bank-cards/{bankCardId}', { audience: 'verified', status: 204, keyed: true }),
  uploadFile: post<None, withdrawal.FileReply>('/files', { audience: 'verified', keyed: true, status: 201, body: 'multipart' }),
  showFile: get<withdrawal.FileReply, withdrawal.FileParams>('/files/{fileId}', { audience: 'verified' }),
  // standing orders; WeChat's own request knows no PATCH, so that the same is served by PUT
  listStandingOrders: get<standing.StandingOrdersReply>('/standing-orders', { audience: 'verified' }),
  signStandingOrder: post<standing.StandingOrderBody, standing.StandingOrder>('/standing-orders', { audience: 'face', keyed: true, status: 201 }),
  changeStandingOrder: put<standing.StandingOrderChangeBody, standing.StandingOrder, standing.StandingOrderParams>('/standing-orders/{orderId}', { audience: 'face', keyed: true }),
  patchStandingOrder: patch<standing.StandingOrderChangeBody, standing.StandingOrder, standing.StandingOrderParams>('/standing-orders/{orderId}', { audience: 'face', keyed: true }),
  endStandingOrder: del<None, standing.StandingOrderParams>('/standing-orders/{orderId}', { audience: 'face', status: 204, keyed: true }),
  // progress
  listCases: get<progress.CasesReply, None, progress.CasesQuery>('/cases', { audience: 'verified' }),
  showCase: get<progress.CaseReply, progress.CaseParams>('/cases/{caseId}', { audience: 'verified' }),
  cancelCase: post<None, progress.CaseReply, progress.CaseParams>('/cases/{caseId}/cancel', { audience: 'verified', keyed: true }),
  resubmitCase: post<progress.ResubmitBody, withdrawal.SubmitWithdrawalReply, progress.CaseParams>('/cases/{caseId}/resubmit', { audience: 'face', keyed: true, status: 201 }),
  // receipt
  showReceipt: get<receipt.ReceiptReply, receipt.ReceiptOfCaseParams>('/cases/{caseId}/receipt', { audience: 'verified' }),
  downloadReceipt: get<receipt.ReceiptFile, receipt.ReceiptParams>('/receipts/{receiptId}/file', { audience: 'verified' }),
  shareReceipt: post<None, receipt.ReceiptShare, receipt.ReceiptParams>('/receipts/{receiptId}/shares', { audience: 'verified', keyed: true, status: 201 }),
  listShares: get<receipt.SharesReply, receipt.ReceiptParams>('/receipts/{receiptId}/shares', { audience: 'verified' }),
  withdrawShare: del<None, receipt.ShareParams>('/receipts/{receiptId}/shares/{shareId}', { audience: 'verified', status: 204, keyed: true }),
  verifyReceipt: get<receipt.VerifyReply, receipt.VerifyParams>('/verify/{code}', { audience: 'guest' }),
  // loan
  estimateLoan: post<loan.EstimateBody, loan.EstimateReply>('/loans/estimate', { audience: 'guest' }),
  scheduleLoan: post<loan.ScheduleBody, loan.ScheduleReply>('/loans/schedule', { audience: 'guest' }),
  prequalify: post<loan.PrequalificationBody, loan.PrequalificationReply>('/loans/prequalification', { audience: 'verified' }),
  checkHouse: post<loan.HouseCheckBody, loan.HouseCheckReply>('/loans/house-checks', { audience: 'verified' }),
  preApply: post<loan.PreApplicationBody, loan.CaseStarted>('/loans/pre-applications', { audience: 'face', keyed: true, status: 201 }),
  showPreApplication: get<loan.PreApplicationReply, loan.PreApplicationParams>('/loans/pre-applications/{preApplicationId}', { audience: 'verified' }),
  listLoans: get<loan.LoansReply>('/loans', { audience: 'verified' }),
  showLoanPlan: get<loan.LoanPlanReply, loan.LoanParams>('/loans/{loanId}/schedule', { audience: 'verified' }),
  quotePrepayment: post<loan.PrepaymentQuoteBody, loan.PrepaymentQuoteReply, loan.LoanParams>('/loans/{loanId}/prepayment-quotes', { audience: 'verified' }),
  prepay: post<loan.PrepaymentBody, loan.CaseStarted, loan.LoanParams>('/loans/{loanId}/prepayments', { audience: 'face', keyed: true, status: 201 }),
  // household
  showHousehold: get<household.HouseholdReply>('/households/current', { audience: 'verified' }),
  inviteSpouse: post<None, household.InvitationReply>('/households/invitations', { audience: 'verified', keyed: true, status: 201 }),
  showInvitation: get<household.InvitationView, household.InvitationParams>('/households/invitations/{code}', { audience: 'verified' }),
  acceptInvitation: post<None, household.HouseholdReply, household.InvitationParams>('/households/invitations/{code}/accept', { audience: 'verified', keyed: true }),
  leaveHousehold: del<None>('/households/current', { audience: 'verified', status: 204, keyed: true }),
  // rules of the centres
  listCentres: get<loan.CentresReply>('/centres', { audience: 'guest' }),
  showPolicy: get<loan.PolicyReply, loan.CentreParams>('/policies/{centre}', { audience: 'guest' }),
  // places and times
  listServicePoints: get<booking.ServicePointsReply, None, booking.ServicePointsQuery>('/service-points', { audience: 'guest' }),
  listSlots: get<booking.SlotsReply, booking.ServicePointParams, booking.SlotsQuery>('/service-points/{servicePointId}/slots', { audience: 'guest' }),
  listBookings: get<booking.BookingsReply>('/bookings', { audience: 'verified' }),
  book: post<booking.BookingBody, booking.Booking>('/bookings', { audience: 'verified', keyed: true, status: 201 }),
  cancelBooking: del<None, booking.BookingParams>('/bookings/{bookingId}', { audience: 'verified', status: 204, keyed: true }),
  // notification
  listNotices: get<notification.NoticesReply, None, notification.NoticesQuery>('/notifications', { audience: 'verified' }),
  markRead: post<notification.ReadBody, notification.ReadReply>('/notifications/read', { audience: 'verified', keyed: true }),
  listTemplates: get<notification.TemplatesReply>('/notifications/templates', { audience: 'signed-in' }),
  recordSubscriptions: post<notification.SubscriptionsBody, notification.SubscriptionsReply>('/notifications/subscriptions', { audience: 'signed-in', keyed: true }),
  // catalogue
  listCatalogue: get<catalogue.CatalogueReply>('/catalogue', { audience: 'guest' }),
  showCatalogueItem: get<catalogue.CatalogueItemReply, catalogue.ItemParams>('/catalogue/{item}', { audience: 'guest' }),
  // the core calls us
  receiveCoreEvents: post<Readonly<Record<string, unknown>>, None>('/callbacks/core/events', { audience: 'core', status: 204 }),
} as const;

export type EndpointName = keyof typeof endpoints;
